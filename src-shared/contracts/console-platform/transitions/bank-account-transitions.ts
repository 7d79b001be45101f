import type { Instant } from '../../../base/ids.ts'
import type { BankAccount } from '../records/bank-account.ts'
import { type Actor, type Decision, historyOf } from './decision.ts'

/** Decisions about an account of our own. */
export type AccountDecision = Extract<Decision, { type: 'bank.open-account' | 'bank.import-statement' }>

/**
 * The account after a decision, one version further; null where its state does not allow it: a new one cannot be there
 * before, a statement needs one. Pure. The lines of a statement are written beside it.
 */
export function decideBankAccount(
  before: BankAccount | null,
  id: string,
  decision: AccountDecision,
  actor: Actor,
  at: Instant,
): BankAccount | null {
  const entry = historyOf(decision, actor, at)
  if (decision.type === 'bank.open-account') {
    const { marketplace, number, holder, bank, currency } = decision.arguments
    return before === null
      ? {
          ...{ id, version: 1, marketplace, number, holder, bank, currency },
          imported: null,
          history: [entry],
          updatedAt: at,
        }
      : null
  }
  if (before === null) return null
  const { statement, added } = decision.arguments
  const { period } = statement
  const known = before.imported
  const imported =
    period === null
      ? known
      : {
          from: known !== null && known.from < period.from ? known.from : period.from,
          to: known !== null && known.to > period.to ? known.to : period.to,
          statements: (known?.statements ?? 0) + 1,
          lines: (known?.lines ?? 0) + added,
        }
  return {
    ...before,
    version: before.version + 1,
    imported,
    history: [...before.history, entry],
    updatedAt: at,
  }
}
