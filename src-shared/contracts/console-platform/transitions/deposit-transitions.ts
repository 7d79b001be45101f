import type { Instant } from '../../../base/ids.ts'
import type { CommandType } from '../commands.ts'
import { type DepositObligation, isDepositHeld } from '../records/deposit-obligation.ts'
import { type Actor, type Decision, historyOf } from './decision.ts'

/** Whether the obligation is in a state for a decision: what is held need not be waived. */
export function depositAllows(
  obligation: Pick<DepositObligation, 'amount' | 'entries'>,
  type: CommandType,
): boolean {
  return type === 'deposit.waive' && !isDepositHeld(obligation)
}

/** The obligation after a decision, one version further; null where its state does not allow it. Pure. */
export function decideDeposit(
  before: DepositObligation,
  decision: Decision,
  actor: Actor,
  at: Instant,
): DepositObligation | null {
  if (decision.type !== 'deposit.waive' || !depositAllows(before, decision.type)) return null
  const { until, reason } = decision.arguments
  return {
    ...before,
    version: before.version + 1,
    entries: [
      ...before.entries,
      { kind: 'waive', amount: 0, until, reason, at, by: actor.id, byName: actor.name },
    ],
    history: [...before.history, historyOf(decision, actor, at)],
    updatedAt: at,
  }
}
