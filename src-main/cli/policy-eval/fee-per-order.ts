import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { orderChannelSchema } from '#shared/policy/fee-section.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { type ChargedProvider, freeTurnoverEnd } from '#shared/rules/fees/fee-exemptions.ts'
import { feesOn } from '#shared/rules/fees/fees-on.ts'
import { type NoOrderFee, type OrderFee, orderFees } from '#shared/rules/fees/order-fees.ts'
import {
  amountTextSchema,
  type Evaluated,
  explanationSchema,
  instantInputSchema,
  percentInputSchema,
  yuanInputSchema,
} from './evaluator.ts'

const orderSchema = z
  .strictObject({
    id: z.string().min(1).max(200),
    paid_at: instantInputSchema,
    channel: orderChannelSchema.default('online'),
    /** Of a refund what went back, negative. */
    amount: yuanInputSchema,
    /** The order a refund takes back from. */
    refund_of: z.string().min(1).max(200).nullish(),
    /** A share of the contract agreed for this order, in per cent. */
    agreed_percent: percentInputSchema.nullish(),
  })
  .refine(({ amount, refund_of }) => refund_of != null || amount >= 0, 'a negative order names refund_of')
  .refine(({ amount, refund_of }) => refund_of == null || amount <= 0, 'a refund is negative')

export const perOrderInputSchema = z
  .strictObject({
    /** When the provider joined: approved and signed, the later of the two. */
    joined_at: instantInputSchema.nullish(),
    approved_at: instantInputSchema.nullish(),
    orders: z.array(orderSchema).max(100_000),
  })
  .refine(
    ({ orders }) => new Set(orders.map(({ id }) => id)).size === orders.length,
    'two orders have one id',
  )

const orderResultSchema = z.union([
  z.strictObject({
    id: z.string(),
    exempt_amount: amountTextSchema,
    fee_base: amountTextSchema,
    fee: amountTextSchema,
    allowance_left_after: amountTextSchema,
  }),
  z.strictObject({
    id: z.string(),
    status: z.enum(['outside_policy_period', 'refund_of_unknown_order', 'refund_exceeds_order']),
  }),
])

export const perOrderResultSchema = z.strictObject({
  /** The first day without the free turnover; null where the provider has none. */
  first_year_end_exclusive: z.iso.date().nullable(),
  /** In the order of payment. */
  orders: z.array(orderResultSchema),
  total_fee: amountTextSchema,
  explanation: explanationSchema,
})

/** The fees of one provider's orders, each by the pack of its own day. */
export function evaluatePerOrder(
  { joined_at, approved_at, orders }: z.infer<typeof perOrderInputSchema>,
  packs: readonly PolicyPack[],
): Evaluated {
  const provider: ChargedProvider = {
    joinedOn: joined_at == null ? null : shanghaiDate(joined_at),
    approvedOn: approved_at == null ? null : shanghaiDate(approved_at),
  }
  const found = orderFees(
    (on) => feesOn(packs, on),
    provider,
    orders.map((order) => ({
      id: order.id,
      paidAt: order.paid_at,
      channel: order.channel,
      amount: order.amount,
      refundOf: order.refund_of ?? null,
      agreedBasisPoints: order.agreed_percent ?? null,
    })),
  )
  const total = found.reduce((sum, each) => sum + (each.outcome === 'ok' ? each.fee : 0), 0)
  const result: z.infer<typeof perOrderResultSchema> = {
    first_year_end_exclusive: firstYearEnd(packs, provider),
    orders: found.map(resultOf),
    total_fee: decimalAmount(total),
  }
  return { result, steps: found.flatMap((each) => (each.outcome === 'ok' ? each.steps : [])) }
}

function firstYearEnd(packs: readonly PolicyPack[], provider: ChargedProvider) {
  for (const { fees } of packs) {
    const end = fees?.rules.model === 'per-order' ? freeTurnoverEnd(fees.rules, provider) : null
    if (end !== null) return end
  }
  return null
}

function resultOf(found: OrderFee | NoOrderFee): z.infer<typeof orderResultSchema> {
  switch (found.outcome) {
    case 'ok':
      return {
        id: found.id,
        exempt_amount: decimalAmount(found.exempt),
        fee_base: decimalAmount(found.base),
        fee: decimalAmount(found.fee),
        allowance_left_after: decimalAmount(found.allowanceLeft),
      }
    case 'outside-policy-period':
      return { id: found.id, status: 'outside_policy_period' }
    case 'refund-of-unknown-order':
      return { id: found.id, status: 'refund_of_unknown_order' }
    case 'refund-exceeds-order':
      return { id: found.id, status: 'refund_exceeds_order' }
  }
}
