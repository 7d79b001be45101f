import { z } from 'zod'
import type { RefundState } from '#shared/rules/deposits/evaluate-refund.ts'
import { evaluateRefund } from '#shared/rules/deposits/evaluate-refund.ts'
import { dayInputSchema, type Evaluator, explanationSchema } from './evaluator.ts'

const inputSchema = z.strictObject({
  /** The days products were delisted. */
  delistings: z.array(dayInputSchema).max(10_000),
  still_listed: z.int().nonnegative(),
  violation: z.boolean(),
  /** Null while the cooperation goes on; left out, it ended with the last delisting. */
  cooperation_ended_on: dayInputSchema.nullish(),
  as_of: dayInputSchema,
})

const STATES = {
  'not-stated': 'no_refund_rule',
  violation: 'violation',
  'products-still-listed': 'products_still_listed',
  'cooperation-not-ended': 'cooperation_not_ended',
  waiting: 'waiting',
  refundable: 'refundable',
} as const satisfies Record<RefundState, string>

const resultSchema = z.strictObject({
  /** The first day on which it may be paid back. */
  refund_from: z.iso.date().nullable(),
  state: z.enum(Object.values(STATES)),
  explanation: explanationSchema,
})

export const depositRefundEvaluator: Evaluator<z.infer<typeof inputSchema>> = {
  inputSchema: () => inputSchema,
  anyInputSchema: inputSchema,
  resultSchema,
  evaluate: (input, { pack }) => {
    const { delistings, still_listed, violation, cooperation_ended_on, as_of } = input
    const endedOn = cooperation_ended_on === undefined ? delistings.toSorted().at(-1) : cooperation_ended_on
    const facts = {
      delistedOn: delistings,
      stillListed: still_listed,
      hasViolation: violation,
      cooperationEndedOn: endedOn ?? null,
    }
    const { refundFrom, state, explanation } = evaluateRefund(pack, facts, as_of)
    const result: z.infer<typeof resultSchema> = { refund_from: refundFrom, state: STATES[state] }
    return { result, steps: explanation }
  },
}
