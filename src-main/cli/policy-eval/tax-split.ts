import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { splitTaxes, type TaxSplit } from '#shared/rules/fees/tax-split.ts'
import { amountTextSchema, type Evaluator, percentInputSchema, yuanInputSchema } from './evaluator.ts'

const inputSchema = z.strictObject({
  lines: z.array(z.strictObject({ amount: yuanInputSchema, rate: percentInputSchema })).max(100_000),
})
const splitSchema = z.strictObject({ net: amountTextSchema, tax: amountTextSchema })
const totalSchema = splitSchema.extend({ gross: amountTextSchema })

export const taxSplitEvaluator: Evaluator<z.infer<typeof inputSchema>, unknown> = {
  inputSchema: () => inputSchema,
  anyInputSchema: inputSchema,
  resultSchema: totalSchema.extend({
    lines: z.array(splitSchema),
    /** By the rate in per cent. */
    by_rate: z.record(z.string(), totalSchema),
  }),
  evaluate: ({ lines }) => {
    const {
      lines: split,
      byRate,
      total,
    } = splitTaxes(lines.map(({ amount, rate }) => ({ gross: amount, basisPoints: rate })))
    const result = {
      lines: split.map(({ net, tax }) => ({ net: decimalAmount(net), tax: decimalAmount(tax) })),
      by_rate: Object.fromEntries(byRate.map((group) => [String(group.basisPoints / 100), totalOf(group)])),
      ...totalOf(total),
    }
    return { result, steps: [] }
  },
}

function totalOf({ gross, net, tax }: TaxSplit) {
  return { gross: decimalAmount(gross), net: decimalAmount(net), tax: decimalAmount(tax) }
}
