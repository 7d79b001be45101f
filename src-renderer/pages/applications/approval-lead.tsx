import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import type { ConditionVerdict } from '#shared/rules/verdict.ts'

/** What approval means, with every condition that is still unknown by name. */
export function ApprovalLead({ conditions }: { readonly conditions: readonly ConditionVerdict[] }) {
  const all = useTexts()
  const texts = all.applications.approve
  const say = useBilingual()
  const unknown = conditions.filter((condition) => condition.verdict === 'unknown')
  return (
    <>
      {texts.lead}
      {unknown.length === 0 ? null : (
        <>
          {' '}
          {texts.unknown(unknown.length)}
          <strong>{all.review.listed(unknown.map((condition) => say(condition.title)))}</strong>
        </>
      )}
    </>
  )
}
