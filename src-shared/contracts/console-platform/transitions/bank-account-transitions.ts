import type { Instant } from '../../../base/ids.ts'
import type { CommandArguments } from '../commands.ts'
import type { BankAccount } from '../records/bank-account.ts'
import type { BankStatement } from '../records/bank-statement.ts'
import { type Actor, type DecisionAbout, historyOf } from './decision.ts'

/** Decisions about an account of our own. */
export type AccountDecision = DecisionAbout<'bankAccount'>

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
  switch (decision.type) {
    case 'bank.open-account':
      return before === null
        ? {
            ...{ id, version: 1, ...decision.arguments },
            imported: null,
            history: [historyOf(decision, actor, at)],
            updatedAt: at,
          }
        : null
    case 'bank.import-statement':
      return before === null
        ? null
        : {
            ...before,
            version: before.version + 1,
            imported: importedAfter(before.imported, decision.arguments),
            history: [...before.history, historyOf(decision, actor, at)],
            updatedAt: at,
          }
    case 'bank.withdraw-statement':
      return before === null
        ? null
        : {
            ...before,
            version: before.version + 1,
            history: [...before.history, historyOf(decision, actor, at)],
            updatedAt: at,
          }
  }
}

/** What an account has that is left with these statements, and so many lines of theirs. */
export function importedBy(
  statements: readonly Pick<BankStatement, 'period' | 'withdrawn'>[],
  lines: number,
): BankAccount['imported'] {
  const periods = statements.flatMap(({ period, withdrawn }) =>
    period === null || withdrawn !== null ? [] : [period],
  )
  const [first] = periods
  if (first === undefined) return null
  const from = periods.reduce((least, period) => (period.from < least ? period.from : least), first.from)
  const to = periods.reduce((most, period) => (period.to > most ? period.to : most), first.to)
  return { from, to, statements: periods.length, lines }
}

function importedAfter(
  known: BankAccount['imported'],
  { statement: { period }, added }: CommandArguments<'bank.import-statement'>,
): BankAccount['imported'] {
  if (period === null) return known
  return {
    from: known !== null && known.from < period.from ? known.from : period.from,
    to: known !== null && known.to > period.to ? known.to : period.to,
    statements: (known?.statements ?? 0) + 1,
    lines: (known?.lines ?? 0) + added,
  }
}
