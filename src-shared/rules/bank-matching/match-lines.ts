import { settles } from './decide.ts'
import { createMatcher } from './match-line.ts'
import type { LineToMatch, MatchDecision, MatchSettings } from './match-types.ts'
import { itemKey, type OpenItem } from './open-item.ts'

/**
 * Matches the lines of an import. Where several would settle one item by themselves none does: which of them was
 * meant is for a person, and the others are likely paid twice; one whose direction is not proven counts among them.
 * The order of the lines changes nothing.
 */
export function matchLines(
  lines: readonly LineToMatch[],
  items: readonly OpenItem[],
  settings: MatchSettings,
): readonly MatchDecision[] {
  return withoutRivals(lines.map(createMatcher(items, settings)))
}

/** The decisions of one import, with those left to a person that would settle the same item. */
export function withoutRivals(decisions: readonly MatchDecision[]): readonly MatchDecision[] {
  const settling = new Map<string, number>()
  for (const decision of decisions) {
    const settled = settles(decision)
    if (settled !== null) settling.set(settled, (settling.get(settled) ?? 0) + 1)
  }
  return decisions.map((found) => {
    const [only] = found.candidates
    if (found.decision !== 'auto' || !only || settling.get(itemKey(only)) === 1) return found
    return { decision: 'suggest', candidates: [{ ...only, reasons: [...only.reasons, 'several-lines'] }] }
  })
}
