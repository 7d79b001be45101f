import {
  type MatchSettingsRecord,
  settingsName,
} from '#shared/contracts/console-platform/records/match-settings.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideMatchSettings } from '#shared/contracts/console-platform/transitions/match-settings-transition.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Sets what matching goes by in a marketplace, where nobody else did since those that were on screen. */
export async function decideOnMatchSettings(
  setting: CommandSetting,
  before: MatchSettingsRecord | null,
  decision: DecisionAbout<'matchSettings'>,
  id: string,
): Promise<MatchSettingsRecord | Refusal> {
  const { transaction, actor, at, platform } = setting
  const { marketplace, number } = decision.arguments
  if (!platform.policies.packs.some((pack) => pack.marketplace === marketplace)) {
    return refuse('unknown-marketplace', marketplace)
  }
  const after = decideMatchSettings(before, id, decision, actor, at)
  if (after === null) return refuse('wrong-state', id)
  const there = async (which: number) =>
    (await transaction.named('matchSettings', marketplace, settingsName(which))) !== null
  if ((await there(number)) || (number > 1 && !(await there(number - 1)))) {
    return refuse('settings-moved', String(number))
  }
  await writeRecord(setting, decision.type, 'matchSettings', null, after)
  return after
}
