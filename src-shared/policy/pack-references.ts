import type { PlainDate } from '../calendar/plain-date.ts'
import type { AdmissionSection } from './admission-section.ts'
import type { PackSource } from './citing.ts'
import type { DepositSection } from './deposit-section.ts'
import type { FeeSection } from './fee-section.ts'
import type { InterfaceSection } from './interface-section.ts'
import type { InvoiceSection } from './invoice-section.ts'
import type { ListingReviewSection } from './listing-review-section.ts'
import type { ListingRules } from './listing-rules.ts'
import type { MeteringSection } from './metering-section.ts'
import type { PayoutSection } from './payout-section.ts'
import type { GuaranteeSection, SupervisionSection } from './supervision-section.ts'
import type { ViolationSection } from './violation-section.ts'

/** The parts of a pack that name each other. */
interface PackBody {
  readonly effectiveFrom: PlainDate
  readonly effectiveTo: PlainDate | null
  readonly sources: readonly PackSource[]
  readonly admission: AdmissionSection
  readonly listing: ListingRules | null
  readonly listingReview: ListingReviewSection
  readonly deposit: DepositSection | null
  readonly fees: FeeSection | null
  readonly violations: ViolationSection | null
  readonly commissionInvoice: InvoiceSection | null
  readonly supervision: SupervisionSection | null
  readonly guarantees: GuaranteeSection
  readonly interfaces: InterfaceSection | null
  readonly metering: MeteringSection | null
  readonly payout: PayoutSection | null
}

type Problem = { readonly path: readonly (string | number)[]; readonly message: string }

/** Finds what a schema cannot see: ids used twice, and names that point to nothing in the same pack. */
export function packReferenceProblems(pack: PackBody): readonly Problem[] {
  return [
    ...periodProblems(pack),
    ...duplicates(pack.sources, ['sources'], (source) => source.id),
    ...duplicates(pack.admission.categories, ['admission', 'categories'], (category) => category.id),
    ...duplicates(pack.admission.conditions, ['admission', 'conditions'], (condition) => condition.id),
    ...duplicates(pack.admission.documents, ['admission', 'documents'], (document) => document.kind),
    ...duplicates(pack.deposit?.waivers ?? [], ['deposit', 'waivers'], (waiver) => waiver.id),
    ...duplicates(pack.violations?.rules ?? [], ['violations', 'rules'], (rule) => rule.id),
    ...duplicates(pack.supervision?.orders ?? [], ['supervision', 'orders'], (order) => order.id),
    ...duplicates(pack.supervision?.review?.steps ?? [], ['supervision', 'review', 'steps'], ({ id }) => id),
    ...duplicates(pack.guarantees, ['guarantees'], ({ id }) => id),
    ...duplicates(pack.interfaces?.scenes ?? [], ['interfaces', 'scenes'], ({ id }) => id),
    ...duplicates(pack.interfaces?.results.codes ?? [], ['interfaces', 'results'], ({ code }) => code),
    ...caseIdProblems(pack),
    ...danglingNames(pack),
    ...unquoted(pack),
  ]
}

function periodProblems(pack: PackBody): Problem[] {
  if (pack.effectiveTo === null || pack.effectiveFrom <= pack.effectiveTo) return []
  return [{ path: ['effectiveTo'], message: `ends before it starts on ${pack.effectiveFrom}` }]
}

function duplicates<T>(items: readonly T[], path: readonly string[], idOf: (item: T) => string): Problem[] {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const id = idOf(item)
    if (seen.has(id)) return [{ path: [...path, index], message: `the id ${id} is used twice` }]
    seen.add(id)
    return []
  })
}

function caseIdProblems(pack: PackBody): Problem[] {
  return pack.admission.conditions.flatMap((condition, index) => {
    const path = ['admission', 'conditions', index, 'cases']
    if (condition.cases.length === 1) return []
    const ids = condition.cases.map((each) => each.id)
    if (ids.includes(undefined)) return [{ path, message: 'several cases: each needs an id' }]
    return new Set(ids).size === ids.length ? [] : [{ path, message: 'two cases have the same id' }]
  })
}

/** The parts of a pack that cite, and what of them is no citation. */
function sections(pack: PackBody): [string, unknown][] {
  const { admission, listing, listingReview, deposit, fees } = pack
  const { violations, commissionInvoice, supervision, guarantees, interfaces, metering, payout } = pack
  return Object.entries({
    admission,
    listing,
    listingReview,
    deposit,
    fees,
    violations,
    commissionInvoice,
    supervision,
    guarantees,
    interfaces,
    metering,
    payout,
  })
}

function unquoted(pack: PackBody): Problem[] {
  const problems: Problem[] = []
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return
    if ('quote' in value && 'summary' in value && value.quote === null && value.summary === null) {
      problems.push({ path, message: 'says neither quote nor summary' })
    }
    for (const [key, child] of Object.entries(value)) {
      visit(child, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  for (const [name, section] of sections(pack)) visit(section, [name])
  return problems
}

/** Walks the whole pack once: every `source`, every list of categories, every document kind a test names. */
function danglingNames(pack: PackBody): Problem[] {
  const known: Readonly<Record<string, ReadonlySet<string>>> = {
    source: new Set(pack.sources.map((source) => source.id)),
    categories: new Set(pack.admission.categories.map((category) => category.id)),
    anyOf: new Set(pack.admission.documents.map((document) => document.kind)),
  }
  const problems: Problem[] = []
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const place = [...path, Array.isArray(value) ? Number(key) : key]
      const names = typeof child === 'string' ? [child] : Array.isArray(child) ? child : []
      for (const name of names) {
        if (typeof name === 'string' && known[key]?.has(name) === false) {
          problems.push({ path: place, message: `${name} is not defined in this pack` })
        }
      }
      visit(child, place)
    }
  }
  for (const [name, section] of sections(pack)) visit(section, [name])
  return problems
}
