import type { ReactNode } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { type Fact, FactList } from '#renderer/review/fact-list.tsx'
import { NotVisible } from '#renderer/shell/states/not-visible.tsx'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Unseen } from '#shared/contracts/console-platform/visibility.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import type { Applicant } from '#shared/rules/admission/applicant.ts'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'

interface VendorSectionProps {
  readonly applicant: Applicant
  readonly categories: readonly string[]
  /** Name what the vendor was asked: an answer is labelled by the condition it was judged by. */
  readonly conditions: readonly ConditionVerdict[]
  /** What is cut out of this person's copy: its absence says nothing about the vendor. */
  readonly unseen: Unseen | null
}

/** What the vendor says of itself. */
export function VendorSection({ applicant, categories, conditions, unseen }: VendorSectionProps) {
  const all = useTexts()
  const say = useBilingual()
  const texts = all.applications.vendor
  const personal = (value: string | null): ReactNode | null =>
    value === null && unseen !== null ? <NotVisible what={unseen} /> : value
  const contact = applicant.contact
  const reach = [contact?.name, contact?.phone, contact?.email].filter((part) => part).join(' · ')
  const hours = applicant.serviceHours
  const enterprise = applicant.kind === 'enterprise'
  const facts: Fact[] = [
    { label: texts.name, value: applicant.name },
    { label: texts.kind, value: all.applications.kind[applicant.kind] },
    enterprise
      ? { label: texts.uscc, value: personal(applicant.uscc) }
      : { label: texts.residentId, value: personal(applicant.residentId) },
    { label: all.applications.columns.categories, value: all.review.listed(categories) },
    { label: texts.source, value: all.applications.source[applicant.source] },
    { label: texts.freeOrOpenSourceOnly, value: applicant.freeOrOpenSourceOnly ? texts.yes : texts.no },
    { label: texts.openSourceOnly, value: applicant.openSourceOnly ? texts.yes : texts.no },
    { label: texts.staff, value: applicant.staff === null ? null : texts.people(applicant.staff) },
    {
      label: texts.registeredCapital,
      value: applicant.registeredCapital === null ? null : formatYuan(applicant.registeredCapital),
    },
    { label: texts.foundedOn, value: applicant.foundedOn },
    { label: texts.licenceIssuedOn, value: applicant.licenceIssuedOn },
    {
      label: texts.serviceHours,
      value: hours === null ? null : texts.hours(hours.daysPerWeek, hours.hoursPerDay, hours.online),
    },
    { label: texts.website, value: applicant.website },
    { label: texts.contact, value: personal(reach === '' ? null : reach) },
    ...Object.entries(applicant.answers).map(([key, answer]) => ({
      id: `answers.${key}`,
      label: labelOf(key, conditions, say),
      value: answerWords(answer, all),
    })),
  ]
  return (
    <CaseSection title={all.applications.sections.vendor}>
      <FactList facts={facts} />
    </CaseSection>
  )
}

function labelOf(
  answer: string,
  conditions: readonly ConditionVerdict[],
  say: (text: Bilingual) => string,
): string {
  const judged = conditions.find((condition) => condition.evidence.fact === `answers.${answer}`)
  return judged === undefined ? answer : say(judged.title)
}

function answerWords(answer: Applicant['answers'][string], texts: Texts): string {
  const { yes, no } = texts.applications.vendor
  if (typeof answer === 'boolean') return answer ? yes : no
  return Array.isArray(answer) ? texts.review.listed(answer) : String(answer)
}
