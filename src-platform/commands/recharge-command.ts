import { type Recharge, rechargeName } from '#shared/contracts/console-platform/records/recharge.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  decideRecharge,
  type RechargeDecision,
  rechargeSurroundings,
} from '#shared/contracts/console-platform/transitions/recharge-transitions.ts'
import { writePosted } from './bank-line-command.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a recharge, with what it posts on its deposit, and opens what waited for that. */
export async function decideOnRecharge(
  setting: CommandSetting,
  before: Recharge | null,
  decision: RechargeDecision,
  id: string,
): Promise<Recharge | Refusal> {
  const { transaction, actor, at } = setting
  const around = await answeredFrom(rechargeSurroundings(before, decision), transaction)
  const decided = decideRecharge(before, id, around, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, before?.recorded.byName ?? id)
  const { recharge, deposit } = decided
  if (decision.type === 'recharge.confirm') {
    const same = await refuseSamePerson(setting, [recharge.recorded.by], recharge.recorded.byName)
    if (same !== null) return same
  }
  if (decision.type === 'recharge.record') {
    const known = await transaction.named('recharge', recharge.marketplace, rechargeName(recharge.number))
    if (known !== null) return refuse('recharge-known', known.number)
  }
  if (decision.type === 'recharge.record' || decision.type === 'recharge.confirm') {
    const { marketplace, number } = recharge
    const [line] = await transaction.linesOnDeposits(marketplace, rechargeName(number))
    if (line !== undefined) return refuse('recharge-known', line.id)
  }
  if (deposit !== null && around.deposit !== null) {
    await writePosted(setting, decision.type, [{ before: around.deposit, after: deposit }])
  }
  await writeRecord(setting, decision.type, 'recharge', before, recharge)
  return recharge
}
