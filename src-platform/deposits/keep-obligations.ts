import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DepositRecordFacts } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { violationBarsRefund } from '#shared/contracts/console-platform/records/violation.ts'
import { stepOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import type { CommandSetting } from '../commands/ruling.ts'
import { writeRecord } from '../commands/write-record.ts'
import {
  type DepositProvider,
  type FactsChange,
  type PlannedObligation,
  planObligations,
} from './plan-obligations.ts'

/** What a provider owes after a command, not written yet. */
export async function obligationsAfter(
  setting: CommandSetting,
  action: string,
  provider: DepositProvider,
  change: FactsChange = () => ({}),
): Promise<PlannedObligation[]> {
  const { platform, transaction, actor, at } = setting
  const existing = await transaction.ofProvider('depositObligation', provider.marketplace, provider.id)
  const violations = await transaction.ofProvider('violation', provider.marketplace, provider.id)
  const hasViolation = violations.some(violationBarsRefund)
  const event = {
    on: shanghaiDate(at),
    entry: stepOf(action, actor, at),
    // A deposit that comes to be now knows what was upheld before.
    change: (before: DepositRecordFacts) => ({ ...change(before), hasViolation }),
  }
  return planObligations(platform.policies, provider, existing, event, platform.newId)
}

/** Writes what changed of them, with the links of the audit chain. */
export async function writeObligations(
  setting: CommandSetting,
  action: string,
  planned: readonly PlannedObligation[],
): Promise<void> {
  for (const { before, after } of planned) {
    if (before !== after) await writeRecord(setting, action, 'depositObligation', before, after)
  }
}
