import { assertNever } from '#shared/base/assert.ts'
import { addDays, addYears, type PlainDate } from '#shared/calendar/plain-date.ts'
import type { ConditionCase, ProviderKind } from '#shared/policy/admission-section.ts'
import type { AdmissionTest } from '#shared/policy/admission-test.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import { companyName, inventedResidentId, inventedUscc, personName } from './company-names.ts'
import { DEMO_MISTAKES } from './demo-mistakes.ts'
import type { SeededRandom } from './seeded-random.ts'

type Draft = { -readonly [K in keyof Applicant]: Applicant[K] }

export interface DemoApplicantWish {
  readonly pack: PolicyPack
  readonly kind: ProviderKind
  readonly categories: readonly string[]
  /** The day it is judged on. */
  readonly on: PlainDate
  /** How many real-life mistakes to work in. */
  readonly mistakes: number
  /** Stores a document and says by which hash; the same text may be stored once. */
  readonly file: (title: string, fields: readonly (readonly [string, string])[]) => DemoFile
}

export interface DemoFile {
  readonly hash: string
  readonly bytes: number
}

/** A vendor that meets its pack, a little or well above each limit, and then errs as vendors do. */
export function demoApplicant(random: SeededRandom, wish: DemoApplicantWish): Applicant {
  const { pack, kind, on } = wish
  const company = companyName(random)
  const contactName = personName(random)
  const draft: Draft = {
    marketplace: pack.marketplace,
    kind,
    name: kind === 'enterprise' ? company.name : contactName,
    uscc: kind === 'enterprise' ? inventedUscc(random, company.division) : null,
    residentId: kind === 'individual' ? inventedResidentId(random, company.division) : null,
    categories: [...wish.categories],
    source: kind === 'individual' ? 'community' : 'isv',
    freeOrOpenSourceOnly: kind === 'individual' || random.chance(0.15),
    openSourceOnly: kind === 'individual',
    staff: kind === 'enterprise' ? random.int(10, 60) : random.int(1, 3),
    registeredCapital: kind === 'enterprise' ? random.int(1, 40) * 50_000_000 : null,
    foundedOn: kind === 'enterprise' ? addDays(on, -random.int(900, 6000)) : null,
    licenceIssuedOn: null,
    serviceHours: { daysPerWeek: random.pick([6, 7]), hoursPerDay: random.pick([10, 12, 24]), online: true },
    website:
      kind === 'enterprise'
        ? `https://www.${random.pick(['yunlan', 'datahub', 'starlink', 'opsbay'])}${random.int(10, 99)}.example.cn`
        : null,
    contact: {
      name: contactName,
      phone: `1${random.pick(['38', '39', '86', '50'])}${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
      email: `partner${random.int(100, 999)}@example.cn`,
    },
    answers: {},
    documents: [],
  }
  draft.licenceIssuedOn = draft.foundedOn
  const judged = (each: ConditionCase) =>
    (each.kinds === undefined || each.kinds.includes(kind)) &&
    (each.categories === undefined || each.categories.some((category) => wish.categories.includes(category)))
  for (const condition of pack.admission.conditions) {
    for (const each of condition.cases) {
      if (!judged(each)) continue
      if (each.when && draft.answers[each.when.answer] === undefined)
        answer(draft, each.when.answer, each.when.is)
      if (each.when && draft.answers[each.when.answer] !== each.when.is) continue
      meet(draft, each.check, on, random, (kinds) => addDocument(draft, wish, kinds))
    }
  }
  for (const document of pack.admission.documents) {
    const wanted =
      document.need === 'required' &&
      (document.kinds === undefined || document.kinds.includes(kind)) &&
      (document.categories === undefined ||
        document.categories.some((category) => wish.categories.includes(category)))
    if (wanted) addDocument(draft, wish, [document.kind])
  }
  for (let made = 0; made < wish.mistakes; made += 1) random.pick(DEMO_MISTAKES)(draft, random, on)
  return draft
}

function answer(draft: Draft, key: string, value: Applicant['answers'][string]): void {
  draft.answers = { ...draft.answers, [key]: value }
}

function addDocument(draft: Draft, wish: DemoApplicantWish, kinds: readonly string[]): void {
  const kind = kinds[0]
  if (kind === undefined || draft.documents.some((document) => document.kind === kind)) return
  const title = wish.pack.admission.documents.find((document) => document.kind === kind)?.name.zh ?? kind
  const file = wish.file(title, [
    ['名称', draft.name],
    ['统一社会信用代码', draft.uscc ?? '—'],
    ['成立日期', draft.foundedOn ?? '—'],
    ['发证日期', draft.licenceIssuedOn ?? '—'],
  ])
  draft.documents = [
    ...draft.documents,
    {
      kind,
      fileHash: file.hash,
      fileName: `${title}-${draft.name.slice(0, 20)}.pdf`,
      mediaType: 'application/pdf',
      bytes: file.bytes,
      expiresOn: null,
    },
  ]
}

/** Raises the draft until it passes one test, never lowering what an earlier test asked for. */
function meet(
  draft: Draft,
  check: AdmissionTest,
  on: PlainDate,
  random: SeededRandom,
  addOneOf: (kinds: readonly string[]) => void,
): void {
  switch (check.test) {
    case 'staff':
      draft.staff = Math.max(draft.staff ?? 0, check.atLeast + random.pick([0, 0, 3, 12]))
      return
    case 'registered-capital': {
      const fen = Number(check.yuan.replace('.', ''))
      draft.registeredCapital = Math.max(
        draft.registeredCapital ?? 0,
        fen + random.pick([100, 0, 50_000_000]) + (check.boundary === 'excluded' ? 100 : 0),
      )
      return
    }
    case 'age': {
      const latest = addDays(addYears(on, -check.years), -random.int(1, 400))
      const fact = draft[check.since]
      if (fact === null || fact > latest) draft[check.since] = latest
      return
    }
    case 'service-hours': {
      const hours = draft.serviceHours
      draft.serviceHours = {
        daysPerWeek: Math.max(hours?.daysPerWeek ?? 1, check.daysPerWeek),
        hoursPerDay: Math.max(hours?.hoursPerDay ?? 0, check.hoursPerDay),
        online: true,
      }
      return
    }
    case 'declared':
      answer(draft, check.answer, true)
      return
    case 'declared-number': {
      const stated = draft.answers[check.answer]
      const least = check.atLeast + random.pick([0, 1, 4])
      answer(draft, check.answer, Math.max(typeof stated === 'number' ? stated : 0, least))
      return
    }
    case 'declared-among':
      answer(draft, check.answer, [random.pick(check.allowed)])
      return
    case 'https-address':
      answer(draft, check.answer, `https://api.vendor${random.int(10, 99)}.example.cn:443`)
      return
    case 'document':
      addOneOf(check.anyOf)
      return
    case 'website':
      draft.website ??= 'https://www.vendor.example.cn'
      return
    case 'contact':
    case 'uscc':
    case 'resident-id':
      return
    default:
      assertNever(check)
  }
}
