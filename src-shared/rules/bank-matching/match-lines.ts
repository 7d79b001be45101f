import { closes } from './decide.ts'
import { createMatcher } from './match-line.ts'
import type { LineToMatch, MatchDecision, MatchSettings, OpenDeposit } from './match-types.ts'

/**
 * Matches the lines of an import. Where several would close one deposit by themselves none does: which of them was
 * meant is for a person, and the others are likely paid twice; one whose direction is not proven counts among them.
 * The order of the lines changes nothing.
 */
export function matchLines(
  lines: readonly LineToMatch[],
  deposits: readonly OpenDeposit[],
  settings: MatchSettings,
): readonly MatchDecision[] {
  return withoutRivals(lines.map(createMatcher(deposits, settings)))
}

/** The decisions of one import, with those left to a person that would close the same deposit. */
export function withoutRivals(decisions: readonly MatchDecision[]): readonly MatchDecision[] {
  const closing = new Map<string, number>()
  for (const decision of decisions) {
    const closed = closes(decision)
    if (closed !== null) closing.set(closed, (closing.get(closed) ?? 0) + 1)
  }
  return decisions.map((found) => {
    const [only] = found.candidates
    if (found.decision !== 'auto' || !only || closing.get(only.provider) === 1) return found
    return { decision: 'suggest', candidates: [{ ...only, reasons: [...only.reasons, 'several-lines'] }] }
  })
}
