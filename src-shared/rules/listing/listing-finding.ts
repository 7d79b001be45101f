import type { Bilingual } from '../../base/bilingual.ts'
import type { ListingRuleKey, ListingRules } from '../../policy/listing-rules.ts'
import { inOneText } from '../cite.ts'
import type { Finding } from '../verdict.ts'

type FindingDetail = {
  readonly rule: ListingRuleKey
  /** What of the rule is broken, kebab case: part of the stable rule id. */
  readonly detail: string
  readonly place: string
  readonly message: Bilingual
  readonly remedy: Bilingual
  /** Only where a detail weighs less than its rule. */
  readonly severity?: Finding['severity']
}

/** A finding with the severity and the quote of its rule in the pack. */
export function listingFinding(rules: ListingRules, finding: FindingDetail): Finding {
  const { severity, quote, summary, source, reading } = rules[finding.rule]
  const ruleId = `listing.${kebabCase(finding.rule)}.${finding.detail}`
  return {
    ruleId,
    severity: finding.severity ?? severity,
    message: inPlainText(finding.message),
    place: plainText(finding.place),
    remedy: inPlainText(finding.remedy),
    citation: { ruleId, quote: inOneText(quote, summary), source, reading },
  }
}

function kebabCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function inPlainText({ zh, en }: Bilingual): Bilingual {
  return { zh: plainText(zh), en: plainText(en) }
}

/** A finding quotes hostile text: control and direction characters must not reach a terminal or a page. */
function plainText(text: string): string {
  return excerpt(text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD'), 1000)
}

/** Text of a vendor, cut to a length that a message can carry. */
export function excerpt(text: string, length = 80): string {
  return text.length <= length ? text : `${text.slice(0, length)}…`
}
