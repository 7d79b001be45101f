import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { decideDeposit } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { type CommandSetting, type DecisionOf, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a deposit. A waiver that ends before it begins is refused. */
export async function decideOnDeposit(
  setting: CommandSetting,
  before: DepositObligation,
  decision: DecisionOf<'deposit'>,
): Promise<DepositObligation | Refusal> {
  const after = decideDeposit(before, decision, setting.actor, setting.at)
  if (after === null) return refuse('wrong-state', 'held')
  if (decision.arguments.until < shanghaiDate(setting.at)) {
    return refuse('bad-arguments', `until: ${decision.arguments.until} is past`)
  }
  await writeRecord(setting, decision.type, 'depositObligation', before, after)
  return after
}
