import { useBilingual } from '#renderer/i18n/language-context.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'

/** The words of a reason in a history: what a finding says, or a sentence of the pack; else the reason itself. */
export function useReasonWords(opened: ListingCase): (id: string) => string {
  const say = useBilingual()
  return (id) => {
    const finding = opened.listingVersion.findings.find((each) => each.ruleId === id)
    if (finding !== undefined) return say(finding.message)
    const templates = [...opened.requestTemplates, ...opened.rejectTemplates]
    const template = templates.find((each) => each.id === id)
    return template === undefined ? id : say(template.text)
  }
}
