import type { Instant } from '../../../base/ids.ts'
import { lastOfMonth } from '../../../calendar/plain-date.ts'
import type { CommandAbout } from '../commands.ts'
import { type CommissionRebate, commissionRebateStatus } from '../records/commission-rebate.ts'
import type { SettlementStatement } from '../records/settlement-statement.ts'
import { type Actor, type DecisionAbout, historyOf, stepOf } from './decision.ts'

export type RebateDecision = DecisionAbout<'commissionRebate'>
type RebateCommand = CommandAbout<'commissionRebate'>
export type RebateTrouble = 'wrong-state' | 'same-person' | 'amount-differs' | 'day-impossible'

/** Whether a rebate is in a state for a decision. */
export function rebateAllows(
  rebate: Pick<CommissionRebate, 'way' | 'returned' | 'dropped'>,
  type: RebateCommand,
): boolean {
  const status = commissionRebateStatus(rebate)
  switch (type) {
    case 'rebate.record-return':
      return status === 'due'
    case 'rebate.take-back-return':
      return status === 'returned'
  }
}

/** Who may not give a decision because of what she did before: who recorded a return does not take it back. */
export function barredFromRebate(
  { returned }: Pick<CommissionRebate, 'returned'>,
  type: RebateCommand,
): string[] {
  return type === 'rebate.take-back-return' && returned !== null ? [returned.by] : []
}

/** The rebate after a decision, one version further, or why it cannot be. Pure. */
export function decideRebate(
  before: CommissionRebate,
  decision: RebateDecision,
  actor: Actor,
  at: Instant,
): CommissionRebate | RebateTrouble {
  if (!rebateAllows(before, decision.type)) return 'wrong-state'
  if (barredFromRebate(before, decision.type).includes(actor.id)) return 'same-person'
  const after = {
    ...before,
    version: before.version + 1,
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
  switch (decision.type) {
    case 'rebate.record-return': {
      const { amount, returnedOn: on, evidence } = decision.arguments
      if (amount !== before.amount) return 'amount-differs'
      // A month is settled after it.
      if (on <= lastOfMonth(before.month)) return 'day-impossible'
      return { ...after, returned: { at, by: actor.id, byName: actor.name, on, evidence } }
    }
    case 'rebate.take-back-return':
      return { ...after, returned: null }
  }
}

/** The rebate of a statement that was committed; null where its lines come to none. */
export function newRebate(
  id: string,
  { id: statementId, marketplace, month, providerId, providerName, totals, rebates }: SettlementStatement,
  at: Instant,
): CommissionRebate | null {
  if (totals.rebate === 0) return null
  return {
    ...{ id, version: 1, marketplace, month, providerId, providerName, statementId },
    ...{ amount: totals.rebate, way: rebates, returned: null, dropped: null, history: [], updatedAt: at },
  }
}

/** The rebate of a statement that is voided. */
export function droppedRebate(
  rebate: CommissionRebate,
  reason: string,
  actor: Actor,
  at: Instant,
): CommissionRebate {
  return {
    ...rebate,
    version: rebate.version + 1,
    dropped: { at, by: actor.id, byName: actor.name, reason },
    history: [...rebate.history, stepOf('settlement.void', actor, at)],
    updatedAt: at,
  }
}
