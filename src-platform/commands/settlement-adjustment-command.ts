import type { SettlementAdjustment } from '#shared/contracts/console-platform/records/settlement-adjustment.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { writtenAdjustment } from '#shared/contracts/console-platform/transitions/settlement-transitions.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Writes an adjustment for a month that its provider has not committed, nor a later one. */
export async function decideOnAdjustment(
  setting: CommandSetting,
  before: SettlementAdjustment | null,
  decision: DecisionAbout<'settlementAdjustment'>,
  id: string,
): Promise<SettlementAdjustment | Refusal> {
  const { transaction, actor, at } = setting
  const { marketplace, providerId, month } = decision.arguments
  if (before !== null) return refuse('wrong-state', id)
  const provider = await transaction.get('provider', providerId)
  if (provider === null) return refuse('unknown-record', providerId)
  const statements = await transaction.ofProvider('settlementStatement', marketplace, providerId)
  const closed = statements.find((each) => each.status === 'committed' && each.month >= month)
  if (closed !== undefined) return refuse('month-closed', closed.id)
  const after = writtenAdjustment(id, decision, provider, actor, at)
  if (after === null) return refuse('other-marketplace', providerId)
  await writeRecord(setting, decision.type, 'settlementAdjustment', null, after)
  return after
}
