import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import {
  droppedRebate,
  newRebate,
} from '#shared/contracts/console-platform/transitions/commission-rebate-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from '../commands/ruling.ts'
import { writeRecord } from '../commands/write-record.ts'

/** Makes the rebate of a committed statement, where its lines come to one. */
export async function rebateCommitted(
  setting: CommandSetting,
  statement: SettlementStatement,
): Promise<void> {
  const rebate = newRebate(setting.platform.newId(), statement, setting.at)
  if (rebate !== null) await writeRecord(setting, 'settlement.commit', 'commissionRebate', null, rebate)
}

/** Drops the rebate of a statement that is voided; refused where it was paid: the next draft would have it again. */
export async function rebateVoided(
  setting: CommandSetting,
  { id, marketplace }: SettlementStatement,
  reason: string,
): Promise<Refusal | null> {
  const { transaction, actor, at } = setting
  const rebate = await transaction.named('commissionRebate', marketplace, id)
  if (rebate === null) return null
  if (rebate.returned !== null) return refuse('rebate-returned', rebate.id)
  const after = droppedRebate(rebate, reason, actor, at)
  await writeRecord(setting, 'settlement.void', 'commissionRebate', rebate, after)
  return null
}
