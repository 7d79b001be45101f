import { DepositIndex } from './deposit-index.ts'
import { matcherOver } from './match-line.ts'
import { withoutRivals } from './match-lines.ts'
import type { LineToMatch, MatchDecision, MatchSettings, OpenDeposit } from './match-types.ts'

/** A line as it came with an import, and what became of it. */
export interface PastLine {
  readonly id: string
  readonly line: LineToMatch
  /** The deposits it was settled on, none where it was something else; null while nobody has settled it. */
  readonly settledOn: readonly string[] | null
}

export interface PastImport {
  /** When it was imported, an instant as text. */
  readonly at: string
  readonly lines: readonly PastLine[]
}

/** How a deposit stood from a moment on. */
export interface DepositChange {
  readonly at: string
  readonly deposit: OpenDeposit
}

/** What was there to be matched: deposits as they were before anything was posted, changes and imports by time. */
export interface MatchingHistory {
  readonly deposits: readonly OpenDeposit[]
  readonly changes: readonly DepositChange[]
  readonly imports: readonly PastImport[]
}

export interface ReplayedLine {
  readonly id: string
  readonly now: MatchDecision
  readonly changed: MatchDecision
  readonly settledOn: PastLine['settledOn']
}

/** Lines matched before others may have their turn. */
const BIT = 20

/**
 * Matches every import again, under the settings of now and under changed ones, against the deposits as they stood
 * just before it. Pure; it pauses every few lines, so that whoever runs it can do something else in between.
 */
export function* replayMatching(
  { deposits, changes, imports }: MatchingHistory,
  settings: { readonly now: MatchSettings; readonly changed: MatchSettings },
): Generator<void, ReplayedLine[]> {
  const index = new DepositIndex(deposits)
  const matchNow = matcherOver(index, settings.now)
  const matchChanged = matcherOver(index, settings.changed)
  const replayed: ReplayedLine[] = []
  let passed = 0
  for (const { at, lines } of imports) {
    for (let change = changes[passed]; change !== undefined && change.at < at; change = changes[passed]) {
      index.restate(change.deposit)
      passed += 1
    }
    const now: MatchDecision[] = []
    const changed: MatchDecision[] = []
    for (const { line } of lines) {
      now.push(matchNow(line))
      changed.push(matchChanged(line))
      if (now.length % BIT === 0) yield
    }
    const ofNow = withoutRivals(now)
    const ofChanged = withoutRivals(changed)
    for (const [place, { id, settledOn }] of lines.entries()) {
      replayed.push({ id, settledOn, now: ofNow[place] ?? NONE, changed: ofChanged[place] ?? NONE })
    }
    yield
  }
  return replayed
}

const NONE: MatchDecision = { decision: 'none', candidates: [] }

/** Whether a line would have gone by itself to anything but the one deposit it was settled on. */
export function isWrong({ decision, candidates }: MatchDecision, settledOn: PastLine['settledOn']): boolean {
  if (decision !== 'auto' || settledOn === null) return false
  return settledOn.length !== 1 || candidates[0]?.provider !== settledOn[0]
}
