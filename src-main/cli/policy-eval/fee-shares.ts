import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { feesOn } from '#shared/rules/fees/fees-on.ts'
import {
  billTypes,
  type NotShared,
  rulesOf,
  type Shared,
  type SharedOrder,
  shareOrder,
} from '#shared/rules/fees/provider-share.ts'
import { splitTaxes } from '#shared/rules/fees/tax-split.ts'
import {
  amountTextSchema,
  type Evaluated,
  explanationSchema,
  instantInputSchema,
  percentInputSchema,
  yuanInputSchema,
} from './evaluator.ts'

const orderSchema = z.strictObject({
  id: z.string().min(1).max(200),
  product_type: z.string().min(1).max(64),
  /** The mode of business: joint, general, self-service. */
  mode: z.string().min(1).max(64),
  /** Cash paid, without vouchers. */
  cash: yuanInputSchema,
  paid_at: instantInputSchema,
  completed_at: instantInputSchema.nullish(),
  activated_at: instantInputSchema.nullish(),
  starts_at: instantInputSchema.nullish(),
  supervised: z.boolean().default(false),
  renewal: z.boolean().default(false),
  /** When the buyer had repaid the credit; null while it is open. */
  repaid_at: instantInputSchema.nullable(),
  /** The provider's share agreed for the product. */
  share_percent: percentInputSchema.nullish(),
  /** Of tax, in per cent. */
  tax_percent: percentInputSchema.default(0),
})

export const sharesInputSchema = z.strictObject({
  /** The month whose bill is asked for; left out: the orders alone. */
  month: plainMonthSchema.nullish(),
  /** What earlier months carried, by type of product. */
  carried: z.record(z.string(), yuanInputSchema).default({}),
  orders: z.array(orderSchema).max(100_000),
})

const orderResultSchema = z.union([
  z.strictObject({
    id: z.string(),
    effective_on: z.iso.date(),
    billed_in: plainMonthSchema,
    share: amountTextSchema,
    fee: amountTextSchema,
  }),
  z.strictObject({ id: z.string(), status: z.string() }),
])

export const sharesResultSchema = z.strictObject({
  orders: z.array(orderResultSchema),
  bill: z
    .strictObject({
      types: z.array(z.strictObject({ type: z.string(), share: amountTextSchema, billed: z.boolean() })),
      /** The shares of the month's orders by rate of tax, in per cent; they sum to the shares. */
      by_tax_rate: z.record(z.string(), amountTextSchema),
    })
    .optional(),
  explanation: explanationSchema,
})

/** The shares of orders, and what a month's bill has of them. */
export function evaluateShares(
  { month, carried, orders }: z.infer<typeof sharesInputSchema>,
  packs: readonly PolicyPack[],
): Evaluated {
  const found = orders.map((order) => shareOrder((on) => feesOn(packs, on), orderOf(order)))
  const inMonth = found.flatMap((each, at) =>
    each.outcome === 'ok' && each.billedIn === month ? [{ each, tax: orders[at]?.tax_percent ?? 0 }] : [],
  )
  const rules = month == null ? null : rulesOf(feesOn(packs, `${month}-01`))
  const types =
    rules === null
      ? []
      : billTypes(
          rules,
          inMonth.map(({ each }) => each),
          carried,
        )
  const { byRate } = splitTaxes(inMonth.map(({ each, tax }) => ({ gross: each.share, basisPoints: tax })))
  const bill = {
    types: types.map(({ productType, share, billed }) => ({
      type: productType,
      share: decimalAmount(share),
      billed,
    })),
    by_tax_rate: Object.fromEntries(
      byRate.map(({ basisPoints, gross }) => [String(basisPoints / 100), decimalAmount(gross)]),
    ),
  }
  const result: z.infer<typeof sharesResultSchema> = {
    orders: found.map(resultOf),
    ...(rules === null ? {} : { bill }),
  }
  return { result, steps: [...found.flatMap(({ steps }) => steps), ...types.flatMap(({ steps }) => steps)] }
}

function orderOf(order: z.infer<typeof orderSchema>): SharedOrder {
  return {
    id: order.id,
    productType: order.product_type,
    mode: order.mode,
    cash: order.cash,
    moments: {
      payment: order.paid_at,
      completion: order.completed_at ?? null,
      activation: order.activated_at ?? null,
      start: order.starts_at ?? null,
    },
    supervised: order.supervised,
    renewal: order.renewal,
    repaidAt: order.repaid_at,
    agreedBasisPoints: order.share_percent ?? null,
  }
}

function resultOf(found: Shared | NotShared): z.infer<typeof orderResultSchema> {
  if (found.outcome !== 'ok') return { id: found.id, status: found.outcome.replaceAll('-', '_') }
  return {
    id: found.id,
    effective_on: found.effectiveOn,
    billed_in: found.billedIn,
    share: decimalAmount(found.share),
    fee: decimalAmount(found.fee),
  }
}
