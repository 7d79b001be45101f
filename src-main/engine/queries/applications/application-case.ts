import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ApplicationCase } from '#shared/contracts/console-engine/applications.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { admissionSteps } from '#shared/contracts/console-platform/transitions/admission-steps.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { judgeAdmission } from '#shared/rules/admission/judge-admission.ts'
import { allowedForApplication } from '../allowed-commands.ts'
import { categoryName, marketplaceName, packAt } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import { personOf } from '../people.ts'
import type { QueryContext } from '../query-context.ts'
import { APPLICATION_QUEUE } from '../queue/queue.ts'
import { clockOf, queueClocks } from '../queue/queue-clocks.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { owedDeposits } from './owed-deposits.ts'

/**
 * One application with all a reviewer needs, judged by the pack and on the day of its submission, so that it
 * reads the same whenever it is opened.
 * @throws RecordMissing where the record, or a pack that could judge it, is not here.
 */
export function readApplicationCase(context: QueryContext, id: string): ApplicationCase {
  const application = readPresent(context, 'application', id)
  if (application === null) throw new RecordMissing('application', id)
  const { marketplace, submittedAt, applicant } = application
  const pack = packAt(context, marketplace, submittedAt)
  if (pack === null) throw new RecordMissing('policy pack', `${marketplace} ${shanghaiDate(submittedAt)}`)
  const provider = readPresent(context, 'provider', application.providerId)
  const conditions = judgeAdmission(applicant, pack, {
    on: shanghaiDate(submittedAt),
    joinedKind: application.purpose,
  })
  const approvable = conditions.every(({ verdict }) => verdict !== 'fail')
  const { roles } = context.workspace.account
  return {
    application,
    provider,
    marketplaceName: marketplaceName(context, marketplace),
    categoryNames: applicant.categories.map((category) =>
      categoryName(context, marketplace, submittedAt, category),
    ),
    pack: { version: pack.version, effectiveFrom: pack.effectiveFrom },
    conditions: [...conditions],
    clock: clockOf(APPLICATION_QUEUE, queueClocks(context), application),
    documentNames: Object.fromEntries(pack.admission.documents.map(({ kind, name }) => [kind, name])),
    agreements: agreementsOf(application, pack),
    owed: application.status === 'deposit_pending' ? owedDeposits(context, application) : [],
    assignee: personOf(context, application.assignee),
    allowed: allowedForApplication(roles, application.status, approvable),
    requestTemplates: pack.admission.reasons.requestChanges,
    rejectTemplates: pack.admission.reasons.reject,
    ...decisionsAbout(context, 'application', id),
    seenDigest: seenDigestOf(context, 'application', id),
  }
}

/** The agreements this vendor has to sign, and any other it signed. */
function agreementsOf(application: Application, pack: PolicyPack): ApplicationCase['agreements'] {
  const required = new Set(admissionSteps(pack, application).agreements)
  const signed = new Map(application.contracts.map((contract) => [contract.agreement, contract.version]))
  return pack.admission.agreements
    .filter(({ id }) => required.has(id) || signed.has(id))
    .map(({ id, name }) => ({
      key: id,
      name,
      version: signed.get(id) ?? pack.version,
      signed: signed.has(id),
    }))
}
