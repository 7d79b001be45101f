import { loadPacks } from '#node/resources/load-packs.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import type { AdmissionOccasion } from '#shared/rules/admission/judge-admission.ts'
import { judgeAdmission } from '#shared/rules/admission/judge-admission.ts'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'

const packs = await loadPacks(new URL('../../../../resources/policy-packs/', import.meta.url))

/** The day on which the worked cases are judged. */
export const ON: PlainDate = '2024-06-14'

export function packOf(marketplace: string, on: PlainDate = ON) {
  const pack = packInForce(packs, marketplace, on)
  if (pack === null) throw new Error(`no pack of ${marketplace} on ${on}`)
  return pack
}

export function judge(applicant: Applicant, occasion: Partial<AdmissionOccasion> = {}) {
  const on = occasion.on ?? ON
  return judgeAdmission(applicant, packOf(applicant.marketplace, on), {
    joinedKind: 'first',
    ...occasion,
    on,
  })
}

/** The verdicts on the condition `ruleId`, which may have further parts: `staff` finds `admission.staff.general`. */
export function verdictsOn(verdicts: readonly ConditionVerdict[], ruleId: string) {
  const id = `admission.${ruleId}`
  return verdicts
    .filter((each) => each.ruleId === id || each.ruleId.startsWith(`${id}.`))
    .map((each) => each.verdict)
}

export function notPassed(verdicts: readonly ConditionVerdict[]) {
  return verdicts.filter((each) => each.verdict !== 'pass').map((each) => `${each.ruleId} ${each.verdict}`)
}

export function yesTo(...answers: readonly string[]): Applicant['answers'] {
  return Object.fromEntries(answers.map((answer) => [answer, true]))
}

export function documents(...kinds: readonly string[]): Applicant['documents'] {
  return kinds.map((kind, index) => ({
    kind,
    fileHash: String(index).padStart(64, 'a'),
    fileName: `${kind}-${index}.pdf`,
    mediaType: 'application/pdf',
    bytes: 1000,
    expiresOn: null,
  }))
}

/** An applicant that states nothing but who it is. */
export const silent: Omit<Applicant, 'marketplace' | 'categories'> = {
  kind: 'enterprise',
  name: '云帆科技有限公司',
  uscc: null,
  residentId: null,
  source: 'isv',
  freeOrOpenSourceOnly: false,
  openSourceOnly: false,
  staff: null,
  registeredCapital: null,
  foundedOn: null,
  licenceIssuedOn: null,
  serviceHours: null,
  website: null,
  contact: null,
  answers: {},
  documents: [],
}

export const VALID_USCC = '91340600MA2PBM9HXD'
export const VALID_RESIDENT_ID = '11010519491231002X'
