import type { PlainDate } from '../calendar/plain-date.ts'
import { sourceInWords } from './citing.ts'
import type { ListingRules } from './listing-rules.ts'
import type { PolicyPack } from './policy-pack.ts'

/**
 * What packages are held to on a day, each rule with its source written out: categories that come later are not yet
 * among them. Null where the marketplace takes no packages.
 */
export function listingRulesOn(
  { listing, sources }: Pick<PolicyPack, 'listing' | 'sources'>,
  on: PlainDate,
): ListingRules | null {
  if (listing === null) return null
  const offered = listing.category.values.filter((value) => !('from' in value) || value.from <= on)
  const rules: ListingRules = { ...listing, category: { ...listing.category, values: offered } }
  const named = Object.entries(rules).map(([key, rule]) => [
    key,
    { ...rule, source: sourceInWords(sources, rule.source) },
  ])
  // The same keys and the same rules, but for the text of one field.
  return Object.fromEntries(named) as ListingRules
}
