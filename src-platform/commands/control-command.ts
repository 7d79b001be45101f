import type { CompanyControl } from '#shared/contracts/console-platform/records/company-control.ts'
import { decideCompanyControl } from '#shared/contracts/console-platform/transitions/control-transitions.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a value of a control. */
export async function decideOnControl(
  setting: CommandSetting,
  before: CompanyControl | null,
  decision: DecisionAbout<'companyControl'>,
  id: string,
): Promise<CompanyControl | Refusal> {
  const after = decideCompanyControl(before, id, decision, setting.actor, setting.at)
  if (typeof after === 'string') return refuse(after, before?.proposed.byName ?? id)
  if (decision.type === 'control.adopt') {
    const same = await refuseSamePerson(setting, [after.proposed.by], after.proposed.byName)
    if (same !== null) return same
  }
  await writeRecord(setting, decision.type, 'companyControl', before, after)
  return after
}
