import { explainsAmount } from '../../rules/deposits/explains-amount.ts'
import type { Step } from '../../rules/step.ts'
import type { DepositObligation } from './records/deposit-obligation.ts'

/** How the amount of a deposit came to be. */
export type AmountExplanation =
  | { readonly kind: 'kept'; readonly steps: readonly Step[] }
  /** The record is from before steps were kept: its rule is all there is. */
  | { readonly kind: 'not-kept' }
  /** What is on record does not come to the amount: it explains nothing. */
  | { readonly kind: 'contradicts' }

/** The steps the amount on record came from, never those of today's pack. */
export function amountExplanation({
  amount,
  steps,
}: Pick<DepositObligation, 'amount' | 'steps'>): AmountExplanation {
  if (steps === null) return { kind: 'not-kept' }
  return explainsAmount(steps, amount) ? { kind: 'kept', steps } : { kind: 'contradicts' }
}
