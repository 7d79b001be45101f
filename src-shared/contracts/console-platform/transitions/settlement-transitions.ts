import type { Instant } from '../../../base/ids.ts'
import type { Provider } from '../records/provider.ts'
import type { SettlementAdjustment } from '../records/settlement-adjustment.ts'
import { isSkipped, type MonthDraft, type SettlementMonth } from '../records/settlement-month.ts'
import type { SettlementStatement } from '../records/settlement-statement.ts'
import { type Actor, type DecisionAbout, type DecisionOf, historyOf } from './decision.ts'

/** Decisions about a month of a marketplace. */
export type MonthDecision = DecisionAbout<'settlementMonth'>
/** Decisions about a provider's statement. */
export type StatementDecision = DecisionAbout<'settlementStatement'>

/**
 * The month after a decision, one version further; null where its state does not allow it. Pure. The draft itself is the
 * platform's to make: a console, which has none, foresees the month as it was.
 */
export function decideMonth(
  before: SettlementMonth | null,
  id: string,
  decision: MonthDecision,
  actor: Actor,
  at: Instant,
  draft: MonthDraft | null = before?.draft ?? null,
): SettlementMonth | null {
  const step = historyOf(decision, actor, at)
  switch (decision.type) {
    case 'settlement.draft': {
      const { marketplace, month } = decision.arguments
      if (before === null) {
        return { id, version: 1, marketplace, month, draft, skipped: [], history: [step], updatedAt: at }
      }
      if (before.marketplace !== marketplace || before.month !== month) return null
      return {
        ...before,
        version: before.version + 1,
        draft,
        history: [...before.history, step],
        updatedAt: at,
      }
    }
    case 'settlement.skip-check': {
      const { check, reason } = decision.arguments
      if (before === null || before.draft === null || isSkipped(before, check)) return null
      const skipped = { check, draftId: before.draft.id, reason, at, by: actor.id, byName: actor.name }
      return {
        ...before,
        version: before.version + 1,
        skipped: [...before.skipped, skipped],
        history: [...before.history, step],
        updatedAt: at,
      }
    }
  }
}

/** Whether a statement is in a state for a decision. */
export function statementAllows(
  { status }: Pick<SettlementStatement, 'status'>,
  type: StatementDecision['type'],
): boolean {
  switch (type) {
    case 'settlement.commit':
      return status === 'draft'
    case 'settlement.void':
      return status === 'committed'
  }
}

/** The statement after a decision, one version further; null where its state does not allow it. Pure. */
export function decideStatement(
  before: SettlementStatement,
  decision: StatementDecision,
  actor: Actor,
  at: Instant,
): SettlementStatement | null {
  if (!statementAllows(before, decision.type)) return null
  const act = { at, by: actor.id, byName: actor.name }
  const after = {
    ...before,
    version: before.version + 1,
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'settlement.commit':
      return decision.arguments.net === before.totals.net
        ? { ...after, status: 'committed', committed: act }
        : null
    case 'settlement.void':
      return { ...after, status: 'voided', voided: { ...act, reason: decision.arguments.reason } }
  }
}

/** A new adjustment; null where the provider is not of its marketplace. Pure. */
export function writtenAdjustment(
  id: string,
  decision: DecisionOf<'settlement.adjust'>,
  provider: Provider,
  actor: Actor,
  at: Instant,
): SettlementAdjustment | null {
  if (provider.marketplace !== decision.arguments.marketplace) return null
  return {
    ...{ id, version: 1, ...decision.arguments, providerName: provider.name },
    history: [historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
