import { assert } from '#shared/base/assert.ts'
import { lastOfMonth } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { SettlementMonth } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { DecisionOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideMonth,
  type MonthDecision,
} from '#shared/contracts/console-platform/transitions/settlement-transitions.ts'
import { committedIn } from './prepare-draft.ts'
import { type CommandSetting, type Refusal, refuse, StalePreparationError } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a month of a marketplace. */
export async function decideOnMonth(
  setting: CommandSetting,
  before: SettlementMonth | null,
  decision: MonthDecision,
  id: string,
): Promise<SettlementMonth | Refusal> {
  switch (decision.type) {
    case 'settlement.draft':
      return publishDraft(setting, before, decision, id)
    case 'settlement.skip-check': {
      const after = decideMonth(before, id, decision, setting.actor, setting.at)
      if (after === null) return refuse('wrong-state', decision.arguments.check)
      await writeRecord(setting, decision.type, 'settlementMonth', before, after)
      return after
    }
  }
}

/**
 * Makes a draft seen that was staged before the transaction. With the month's record, which names it, the draft before
 * is no more; its statements and lines are swept afterwards.
 * @throws StalePreparationError where somebody committed, or voided, a statement of the month in between
 */
async function publishDraft(
  setting: CommandSetting,
  before: SettlementMonth | null,
  decision: DecisionOf<'settlement.draft'>,
  id: string,
): Promise<SettlementMonth | Refusal> {
  const { transaction, actor, at, commandId, preparedDraft } = setting
  const { marketplace, month } = decision.arguments
  if (shanghaiDate(at) <= lastOfMonth(month)) return refuse('month-not-over', month)
  if (before === null) {
    const known = await transaction.named('settlementMonth', marketplace, month)
    if (known !== null) return refuse('month-exists', known.id)
  } else if (before.marketplace !== marketplace || before.month !== month) {
    return refuse('wrong-state', id)
  }
  const version = before?.version ?? 0
  if (preparedDraft === null || preparedDraft.monthVersion !== version) throw new StalePreparationError()
  const committed = await committedIn(transaction, marketplace, month)
  const { closed, draft } = preparedDraft
  if (committed.size !== closed.size || [...closed].some((provider) => !committed.has(provider))) {
    throw new StalePreparationError()
  }
  const after = decideMonth(before, id, decision, actor, at, draft)
  if (after === null) return refuse('wrong-state', id)
  // The month comes last: a console that has its new draft has the statements and lines too.
  const staged = await transaction.publish(commandId)
  assert(staged === draft.lines + draft.statements, 'what was staged is published whole')
  await writeRecord(setting, decision.type, 'settlementMonth', before, after)
  return after
}
