import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { HolidayTableRecord } from '#shared/contracts/console-platform/records/holiday-table.ts'
import type { PolicyPackRecord } from '#shared/contracts/console-platform/records/policy-pack.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideHolidayTable,
  decidePolicyPack,
} from '#shared/contracts/console-platform/transitions/policy-transitions.ts'
import { adoptionTrouble } from '#shared/policy/adoption-trouble.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a pack of rules. What is proposed or adopted is held against the packs there are. */
export async function decideOnPack(
  setting: CommandSetting,
  before: PolicyPackRecord | null,
  decision: DecisionAbout<'policyPack'>,
  id: string,
): Promise<PolicyPackRecord | Refusal> {
  const { actor, at, platform } = setting
  const after = decidePolicyPack(before, id, decision, actor, at)
  if (typeof after === 'string') return refuse(after, before?.proposed.byName ?? id)
  if (decision.type !== 'policy.decline') {
    const { marketplace, packVersion: version, from: effectiveFrom } = after
    const told = { marketplace, version, effectiveFrom }
    const [trouble] = adoptionTrouble(told, platform.policies.packs, shanghaiDate(at))
    switch (trouble?.code) {
      case 'unknown-marketplace':
        return refuse('unknown-marketplace', after.marketplace)
      case 'too-early':
        return refuse('too-early', trouble.earliest)
      case 'version-not-raised':
        return refuse('version-not-raised', trouble.inForce)
      case undefined:
        break
    }
  }
  if (decision.type === 'policy.adopt') {
    const same = await refuseSamePerson(setting, [after.proposed.by], after.proposed.byName)
    if (same !== null) return same
  }
  await writeRecord(setting, decision.type, 'policyPack', before, after)
  return after
}

/** Applies a decision to a table of holidays. */
export async function decideOnHolidays(
  setting: CommandSetting,
  before: HolidayTableRecord | null,
  decision: DecisionAbout<'holidayTable'>,
  id: string,
): Promise<HolidayTableRecord | Refusal> {
  const after = decideHolidayTable(before, id, decision, setting.actor, setting.at)
  if (typeof after === 'string') return refuse(after, before?.proposed.byName ?? id)
  if (decision.type === 'calendar.adopt') {
    const same = await refuseSamePerson(setting, [after.proposed.by], after.proposed.byName)
    if (same !== null) return same
  }
  await writeRecord(setting, decision.type, 'holidayTable', before, after)
  return after
}
