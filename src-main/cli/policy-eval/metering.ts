import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { checkBill } from '#shared/rules/metering/check-bill.ts'
import { decimalTextSchema, meteredPriceSchema, PRICE_MODES } from '#shared/rules/metering/metered-use.ts'
import { DIFFERENCE_CAUSES } from '#shared/rules/metering/why-differs.ts'
import {
  amountTextSchema,
  type Evaluator,
  explanationSchema,
  instantInputSchema,
  yuanInputSchema,
} from './evaluator.ts'

const inputSchema = z.strictObject({
  price: z.strictObject({
    mode: z.enum(PRICE_MODES),
    /** The lowest first; the last has no up_to. */
    bands: z
      .array(z.strictObject({ up_to: decimalTextSchema.nullish(), unit_price: decimalTextSchema }))
      .min(1)
      .max(20),
  }),
  /** What the cycle had been charged for before. */
  accumulated: decimalTextSchema.default('0'),
  usage: z
    .array(
      z.strictObject({
        quantity: decimalTextSchema,
        from: instantInputSchema.nullish(),
        to: instantInputSchema.nullish(),
        recorded_at: instantInputSchema.nullish(),
      }),
    )
    .max(100_000),
  /** In the order in which they are used up. */
  packages: z
    .array(z.strictObject({ id: z.string().min(1).max(128), left: decimalTextSchema }))
    .max(1000)
    .default([]),
  /** What the bill says; left out: nothing is compared. */
  billed: yuanInputSchema.nullish(),
})

const resultSchema = z.union([
  z.strictObject({
    status: z.literal('ok'),
    used: z.string(),
    in_packages: z.string(),
    charged: z.string(),
    amount: amountTextSchema,
    /** Records of the same times as another: they do not count. */
    repeats: z.int(),
    /** Records that were reported too late: they count. */
    late: z.int(),
    /** What was billed above the amount, and what gives exactly that. */
    difference: amountTextSchema.optional(),
    causes: z.array(z.enum(DIFFERENCE_CAUSES)).optional(),
    explanation: explanationSchema,
  }),
  z.strictObject({ status: z.enum(['bad_price', 'amount_too_large', 'not_metered']) }),
])

export const meteringEvaluator: Evaluator<z.infer<typeof inputSchema>> = {
  inputSchema: () => inputSchema,
  anyInputSchema: inputSchema,
  resultSchema,
  evaluate: ({ price, accumulated, usage, packages, billed }, { pack }) => {
    if (pack.metering === null) return { result: { status: 'not_metered' }, steps: [] }
    const read = meteredPriceSchema.safeParse({
      mode: price.mode,
      bands: price.bands.map(({ up_to, unit_price }) => ({ upTo: up_to ?? null, unitPrice: unit_price })),
    })
    if (!read.success) return { result: { status: 'bad_price' }, steps: [] }
    const use = {
      price: read.data,
      accumulated,
      records: usage.map(({ quantity, from, to, recorded_at }) => ({
        ...{ quantity, from: from ?? null, to: to ?? null, recordedAt: recorded_at ?? null },
      })),
      packages: packages.map(({ id, left }) => ({ packageId: id, left })),
    }
    const checked = checkBill(pack, pack.metering, use, billed ?? 0)
    if (checked === null) return { result: { status: 'amount_too_large' }, steps: [] }
    const { steps, ...check } = checked
    const result: z.infer<typeof resultSchema> = {
      status: 'ok',
      used: check.quantity,
      in_packages: check.inPackages,
      charged: check.charged,
      amount: decimalAmount(check.amount),
      repeats: check.repeats,
      late: check.late,
      ...(billed == null ? {} : { difference: decimalAmount(check.difference), causes: [...check.causes] }),
    }
    return { result, steps }
  },
}
