import { assert } from '../../base/assert.ts'
import type { Bilingual } from '../../base/bilingual.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { PackCategory, ProviderKind } from '../../policy/admission-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { ConditionVerdict } from '../verdict.ts'
import type { Applicant } from './applicant.ts'
import { toVerdict } from './to-verdict.ts'

const KIND_NAMES: Readonly<Record<ProviderKind, Bilingual>> = {
  enterprise: { zh: '企业', en: 'enterprise' },
  individual: { zh: '个人', en: 'individual' },
}

/** Whether the marketplace takes providers of this kind at all. */
export function judgeProviderKind(applicant: Applicant, pack: PolicyPack): ConditionVerdict {
  const kinds = pack.admission.providerKinds
  const taken = kinds.find((each) => each.kind === applicant.kind)
  const required = {
    zh: kinds.map((each) => each.name.zh).join('、'),
    en: kinds.map((each) => each.name.en).join(', '),
  }
  const judgement = {
    verdict: taken === undefined ? ('fail' as const) : ('pass' as const),
    fact: 'kind',
    found: KIND_NAMES[applicant.kind],
    required,
    documentHashes: [],
  }
  const title = { zh: '服务商类型', en: 'Kind of provider' }
  const remedy = { zh: `仅接受：${required.zh}`, en: `Only these are taken: ${required.en}` }
  const cited = taken ?? kinds[0]
  assert(cited !== undefined, 'a pack takes some kind of provider')
  return toVerdict(cite(pack, 'admission.provider-kind', cited), title, judgement, remedy, null)
}

/** One verdict for each category applied for: those of the pack in its order, then those it does not know. */
export function judgeCategories(
  applicant: Applicant,
  pack: PolicyPack,
  on: PlainDate,
): readonly ConditionVerdict[] {
  const known = pack.admission.categories
  const unknownIds = applicant.categories.filter((id) => known.every((category) => category.id !== id))
  return [
    ...known
      .filter((category) => applicant.categories.includes(category.id))
      .map((category) => judgeKnownCategory(category, pack, on)),
    ...[...new Set(unknownIds)].sort().map((id) => refuseUnknownCategory(id, pack)),
  ]
}

const CATEGORY_TITLE: Bilingual = { zh: '类目', en: 'Category' }

function isCategoryOpen(category: PackCategory, on: PlainDate): boolean {
  return category.open.some(({ from, to }) => from <= on && (to === null || on <= to))
}

function judgeKnownCategory(category: PackCategory, pack: PolicyPack, on: PlainDate): ConditionVerdict {
  const isOpen = isCategoryOpen(category, on)
  const { zh, en } = category.name
  const judgement = {
    verdict: isOpen ? ('pass' as const) : ('fail' as const),
    fact: 'categories',
    found: isOpen
      ? { zh: `${zh}：${on} 开放`, en: `${en}: open on ${on}` }
      : { zh: `${zh}：${on} 未开放`, en: `${en}: not open on ${on}` },
    required: { zh: '类目已开放入驻', en: 'a category that is open' },
    documentHashes: [],
  }
  const openNow = pack.admission.categories.filter((each) => isCategoryOpen(each, on))
  const remedy = {
    zh: `${zh}尚未开放，请待开放后再申请；目前开放：${openNow.map((each) => each.name.zh).join('、') || '无'}`,
    en: `${en} is not open yet: apply again once it is; open now: ${openNow.map((each) => each.name.en).join(', ') || 'none'}`,
  }
  return toVerdict(
    cite(pack, `admission.category.${category.id}`, category),
    CATEGORY_TITLE,
    judgement,
    remedy,
    null,
  )
}

function refuseUnknownCategory(id: string, pack: PolicyPack): ConditionVerdict {
  const categories = pack.admission.categories
  const list = {
    zh: categories.map((category) => category.name.zh).join('、'),
    en: categories.map((category) => category.name.en).join(', '),
  }
  const judgement = {
    verdict: 'fail' as const,
    fact: 'categories',
    found: { zh: id, en: id },
    required: list,
    documentHashes: [],
  }
  const remedy = {
    zh: `请选择本市场的类目：${list.zh}`,
    en: `Choose a category of this marketplace: ${list.en}`,
  }
  const [first] = categories
  assert(first !== undefined, 'a pack has categories')
  const cited = { quote: null, summary: list.zh, source: first.source, reading: true }
  const citation = cite(pack, `admission.category.${id}`, cited)
  return toVerdict(citation, CATEGORY_TITLE, judgement, remedy, null)
}
