import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Finding } from '#shared/rules/verdict.ts'

/** A finding as a reviewer sees it. */
export interface ShownFinding {
  readonly finding: Finding
  /** Which check made it: the platform's at submission, the one made here, or both. */
  readonly madeBy: 'both' | 'platform' | 'here'
  readonly override: ListingVersion['overrides'][number] | null
}

const WEIGHT = { must: 0, should: 1, info: 2 } as const

/**
 * The platform's findings with those of the check made here, heaviest first, overridden ones last of their
 * weight. `here` is null while the package has not been read; nothing is said to differ then.
 */
export function mergeFindings(
  platform: readonly Finding[],
  here: readonly Finding[] | null,
  overrides: ListingVersion['overrides'],
): ShownFinding[] {
  const inPlatform = new Set(platform.map(identity))
  const inHere = new Set((here ?? []).map(identity))
  const shown = (finding: Finding, madeBy: ShownFinding['madeBy']): ShownFinding => ({
    finding,
    madeBy,
    override: overrides.find((override) => override.ruleId === finding.ruleId) ?? null,
  })
  const all = [
    ...platform.map((finding) =>
      shown(finding, here === null || inHere.has(identity(finding)) ? 'both' : 'platform'),
    ),
    ...(here ?? [])
      .filter((finding) => !inPlatform.has(identity(finding)))
      .map((finding) => shown(finding, 'here')),
  ]
  return all.toSorted((one, other) => rank(one) - rank(other))
}

function identity(finding: Finding): string {
  return `${finding.ruleId}\n${finding.place}`
}

function rank({ finding, override }: ShownFinding): number {
  return WEIGHT[finding.severity] * 2 + (override === null ? 0 : 1)
}
