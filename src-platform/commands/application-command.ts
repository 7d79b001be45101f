import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { admissionSteps } from '#shared/contracts/console-platform/transitions/admission-steps.ts'
import { decideApplication } from '#shared/contracts/console-platform/transitions/application-transitions.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { judgeAdmission } from '#shared/rules/admission/judge-admission.ts'
import { obligationsAfter, writeObligations } from '../deposits/keep-obligations.ts'
import type { PlannedObligation } from '../deposits/plan-obligations.ts'
import { checkAssignee } from './check-assignee.ts'
import { missingContract, openProvider } from './open-provider.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to an application, by the pack in force on the day it was submitted. */
export async function decideOnApplication(
  setting: CommandSetting,
  before: Application,
  decision: DecisionAbout<'application'>,
): Promise<Application | Refusal> {
  const submittedOn = shanghaiDate(before.submittedAt)
  const pack = packInForce(setting.platform.policies.packs, before.marketplace, submittedOn)
  if (pack === null) return refuse('conditions-failed', 'no-policy-pack')
  const steps = admissionSteps(pack, before)
  const after = decideApplication(before, decision, setting.actor, setting.at, steps)
  if (after === null) return refuse('wrong-state', before.status)
  const refusal = await guard(setting, before, decision, pack)
  if (refusal !== null) return refusal

  if (decision.type === 'application.approve') {
    await writeObligations(setting, decision.type, await askDeposit(setting, before))
  }
  if (decision.type === 'application.open') {
    const barred = await openProvider(setting, before)
    if (barred !== null) return barred
  }
  await writeRecord(setting, decision.type, 'application', before, after)
  return after
}

/** What the applicant will have to deposit, from the day it is approved. */
async function askDeposit(setting: CommandSetting, application: Application): Promise<PlannedObligation[]> {
  const { applicant, providerId, purpose } = application
  const provider = await setting.transaction.get('provider', providerId)
  const said = purpose === 'category-extension' && provider !== null ? provider : applicant
  const { name, staff, freeOrOpenSourceOnly, openSourceOnly } = said
  return obligationsAfter(setting, 'application.approve', {
    id: providerId,
    marketplace: application.marketplace,
    name,
    staff,
    freeOrOpenSourceOnly,
    openSourceOnly,
    joinedOn: provider?.joinedOn ?? null,
    categories: [...new Set([...(provider?.categories ?? []), ...applicant.categories])],
  })
}

async function guard(
  setting: CommandSetting,
  before: Application,
  decision: DecisionAbout<'application'>,
  pack: PolicyPack,
): Promise<Refusal | null> {
  switch (decision.type) {
    case 'application.assign':
      return checkAssignee(setting, decision.arguments.assignee, 'application.approve')
    case 'application.approve':
      return failedCondition(before, pack)
    case 'application.record-contract': {
      const { agreement } = decision.arguments.contract
      const known = pack.admission.agreements.some(({ id }) => id === agreement)
      return known ? null : refuse('bad-arguments', `agreement ${agreement}`)
    }
    case 'application.open':
      return missingContract(before, pack)
    case 'application.start-review':
    case 'application.request-changes':
    case 'application.reject':
      return null
  }
}

/** A failing condition bars approval; an unknown one does not, for a person has judged it from the documents. */
function failedCondition(application: Application, pack: PolicyPack): Refusal | null {
  const verdicts = judgeAdmission(application.applicant, pack, {
    on: shanghaiDate(application.submittedAt),
    joinedKind: application.purpose,
  })
  const failed = verdicts.filter((verdict) => verdict.verdict === 'fail').map((verdict) => verdict.ruleId)
  return failed.length === 0 ? null : refuse('conditions-failed', failed.join(' '))
}
