import { z } from 'zod'
import { decimalAmount } from '#shared/bank-statements/amount.ts'
import { plainMonthSchema } from '#shared/calendar/plain-date.ts'
import { type CommissionOutcome, monthCommission } from '#shared/rules/fees/month-commission.ts'
import { amountTextSchema, type Evaluator, explanationSchema, yuanInputSchema } from './evaluator.ts'

const inputSchema = z.strictObject({
  month: plainMonthSchema,
  /** As the rate table calls it. */
  category: z.string().min(1).max(100),
  orders: z
    .array(
      z.strictObject({
        /** Cash really received; negative for a refund. */
        amount: yuanInputSchema,
        /** False for customers of the provider's own distribution. */
        commissionable: z.boolean(),
      }),
    )
    .max(100_000),
})

const resultSchema = z.strictObject({
  status: z.enum(['ok', 'nothing_to_settle', 'no_rate_for_category', 'outside_policy_period']),
  tier_total: amountTextSchema.optional(),
  commission_base: amountTextSchema.optional(),
  tier: z.int().positive().optional(),
  rate_percent: z.number().optional(),
  /** Charged with the orders, due for the month, and the difference that is paid back. */
  precollected: amountTextSchema.optional(),
  commission_due: amountTextSchema.optional(),
  refund: amountTextSchema.optional(),
  explanation: explanationSchema,
})

export const commissionEvaluator: Evaluator<z.infer<typeof inputSchema>> = {
  inputSchema: () => inputSchema,
  anyInputSchema: inputSchema,
  resultSchema,
  evaluate: ({ month, category, orders }, { packs }) => {
    const found = monthCommission(
      packs,
      month,
      (rows) => rows.find(({ name }) => name === category) ?? null,
      orders.map(({ amount, commissionable }) => ({ amount, distributed: !commissionable })),
    )
    return { result: resultOf(found), steps: found.steps }
  },
}

function resultOf(found: CommissionOutcome): z.infer<typeof resultSchema> {
  switch (found.outcome) {
    case 'ok':
      return {
        status: 'ok',
        tier_total: decimalAmount(found.total),
        commission_base: decimalAmount(found.base),
        tier: found.tier,
        rate_percent: found.basisPoints / 100,
        precollected: decimalAmount(found.charged),
        commission_due: decimalAmount(found.due),
        refund: decimalAmount(found.rebate),
      }
    case 'nothing-to-settle':
      return { status: 'nothing_to_settle', tier_total: decimalAmount(found.total) }
    case 'no-rate-for-category':
      return { status: 'no_rate_for_category' }
    case 'outside-policy-period':
      return { status: 'outside_policy_period' }
  }
}
