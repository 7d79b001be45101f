import { assert } from '../../base/assert.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { AdmissionCondition, AdmissionStage, ConditionCase } from '../../policy/admission-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { cite } from '../cite.ts'
import type { ConditionVerdict } from '../verdict.ts'
import type { Applicant } from './applicant.ts'
import { judgeDocument } from './document-tests.ts'
import { judgeCategories, judgeProviderKind } from './judge-eligibility.ts'
import { judgeTest } from './judge-test.ts'
import { documentName, toVerdict } from './to-verdict.ts'
import { hasUsccShape } from './uscc.ts'

/** `first` judges everything; a further category of an open provider is judged by its qualification only. */
export interface AdmissionOccasion {
  readonly on: PlainDate
  readonly joinedKind: 'first' | 'category-extension'
}

/**
 * Judges every condition of a pack that applies to an applicant. The order is that of the pack, whatever the
 * order of the applicant's own lists: equal input gives equal output, so a digest of it is stable.
 */
export function judgeAdmission(
  applicant: Applicant,
  pack: PolicyPack,
  occasion: AdmissionOccasion,
): readonly ConditionVerdict[] {
  assert(applicant.marketplace === pack.marketplace, 'an applicant is judged by a pack of its marketplace')
  const isJudged = ({ stage }: { readonly stage: AdmissionStage }) =>
    occasion.joinedKind === 'first' || stage === 'qualification'
  return [
    ...(occasion.joinedKind === 'first' ? [judgeProviderKind(applicant, pack)] : []),
    ...judgeCategories(applicant, pack, occasion.on),
    ...pack.admission.conditions
      .filter(isJudged)
      .flatMap((condition) =>
        condition.cases
          .filter((each) => appliesTo(each, applicant))
          .map((each) => judgeCase(condition, each, applicant, pack, occasion.on)),
      ),
    ...judgeDocuments(applicant, pack, occasion.on, isJudged),
  ]
}

/** An absent list of kinds or categories means everyone. */
function appliesTo(
  scope: Pick<ConditionCase, 'kinds' | 'categories' | 'when'>,
  applicant: Applicant,
): boolean {
  const { kinds, categories, when } = scope
  return (
    (kinds === undefined || kinds.includes(applicant.kind)) &&
    (categories === undefined || categories.some((category) => applicant.categories.includes(category))) &&
    (when === undefined || applicant.answers[when.answer] === when.is)
  )
}

function judgeCase(
  condition: AdmissionCondition,
  each: ConditionCase,
  applicant: Applicant,
  pack: PolicyPack,
  on: PlainDate,
): ConditionVerdict {
  const judgement = judgeTest(each.check, applicant, on, (kind) => documentName(pack, kind))
  const ruleId = ['admission', condition.id, ...(each.id === undefined ? [] : [each.id])].join('.')
  const remedy = {
    zh: condition.remedy.zh.replaceAll('{required}', judgement.required.zh),
    en: condition.remedy.en.replaceAll('{required}', judgement.required.en),
  }
  return toVerdict(cite(pack, ruleId, each), condition.title, judgement, remedy, each.contradiction ?? null)
}

function judgeDocuments(
  applicant: Applicant,
  pack: PolicyPack,
  on: PlainDate,
  isJudged: (document: { readonly stage: AdmissionStage }) => boolean,
): readonly ConditionVerdict[] {
  return pack.admission.documents
    .filter(
      (document) => document.need !== 'by-condition' && isJudged(document) && appliesTo(document, applicant),
    )
    .map((document) => {
      const handedIn = judgeDocument([document.kind], () => document.name, applicant, on)
      const { metBy } = document
      const inPlace =
        metBy === undefined || handedIn.verdict === 'pass' || !hasUsccShape(applicant.uscc ?? '')
          ? handedIn
          : judgeDocument(metBy.anyOf, (kind) => documentName(pack, kind), applicant, on)
      const isMet = metBy !== undefined && inPlace !== handedIn && inPlace.verdict === 'pass'
      const judged = isMet ? inPlace : handedIn
      const optional = document.need === 'if-any' && judged.verdict === 'unknown'
      const remedy = {
        zh: `请上传${document.name.zh}，并确保在有效期内`,
        en: `Upload ${document.name.en}, not expired`,
      }
      const citation = cite(pack, `admission.document.${document.kind}`, isMet ? metBy : document)
      return toVerdict(
        citation,
        document.name,
        optional ? { ...judged, verdict: 'pass' } : judged,
        remedy,
        null,
      )
    })
}
