import type { Fen } from '../../money/fen.ts'
import type { MatchReason } from './match-types.ts'

const AMOUNT_REASONS = [
  'amount-equal',
  'amount-short',
  'amount-over',
  'amount-of-several',
  'already-settled',
] as const satisfies readonly MatchReason[]

/** Whether a reason speaks of how much it is. */
export function isAmountReason(reason: string): boolean {
  return (AMOUNT_REASONS as readonly string[]).includes(reason)
}

/** What an amount says of an item of which `due` is still to be paid; fen. */
export function amountReason(due: Fen, amount: Fen): MatchReason {
  if (due <= 0) return 'already-settled'
  if (amount === due) return 'amount-equal'
  return amount < due ? 'amount-short' : 'amount-over'
}
