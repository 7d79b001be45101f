import type { CommissionRebate } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import {
  barredFromRebate,
  decideRebate,
  type RebateDecision,
} from '#shared/contracts/console-platform/transitions/commission-rebate-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to the rebate of a statement. */
export async function decideOnRebate(
  setting: CommandSetting,
  before: CommissionRebate,
  decision: RebateDecision,
): Promise<CommissionRebate | Refusal> {
  const after = decideRebate(before, decision, setting.actor, setting.at)
  if (typeof after === 'string') return refuse(after, before.returned?.byName ?? before.id)
  const barred = barredFromRebate(before, decision.type)
  const same = await refuseSamePerson(setting, barred, before.returned?.byName ?? before.id)
  if (same !== null) return same
  await writeRecord(setting, decision.type, 'commissionRebate', before, after)
  return after
}
