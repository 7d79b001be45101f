import { indexItems, matcherOver } from './match-line.ts'
import { withoutRivals } from './match-lines.ts'
import type { LineToMatch, MatchDecision, MatchSettings } from './match-types.ts'
import { directionOf, itemKey, type OpenItem, type OpenItemRef } from './open-item.ts'

/** A line as it came with an import, and what became of it. */
export interface PastLine {
  readonly id: string
  readonly line: LineToMatch
  /** The items it settled, none where it was something else; null while nobody has said. */
  readonly settledOn: readonly OpenItemRef[] | null
}

export interface PastImport {
  /** When it was imported, an instant as text. */
  readonly at: string
  readonly lines: readonly PastLine[]
}

/** How an item stood from a moment on. */
export interface ItemChange {
  readonly at: string
  readonly item: OpenItem
}

/** What was there to be matched: items as they were before anything was posted, changes and imports by time. */
export interface MatchingHistory {
  readonly items: readonly OpenItem[]
  readonly changes: readonly ItemChange[]
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
 * Matches every import again, under the settings of now and under changed ones, against the items as they stood
 * just before it. Pure; it pauses every few lines, so that whoever runs it can do something else in between.
 */
export function* replayMatching(
  { items, changes, imports }: MatchingHistory,
  settings: { readonly now: MatchSettings; readonly changed: MatchSettings },
): Generator<void, ReplayedLine[]> {
  const index = indexItems(items)
  const matchNow = matcherOver(index, settings.now)
  const matchChanged = matcherOver(index, settings.changed)
  const replayed: ReplayedLine[] = []
  let passed = 0
  for (const { at, lines } of imports) {
    for (let change = changes[passed]; change !== undefined && change.at < at; change = changes[passed]) {
      index[directionOf(change.item)].restate(change.item)
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

/** Whether a line would have gone by itself to anything but the one item it settled. */
export function isWrong({ decision, candidates }: MatchDecision, settledOn: PastLine['settledOn']): boolean {
  if (decision !== 'auto' || settledOn === null) return false
  const [settled, ...others] = settledOn
  const [best] = candidates
  return (
    settled === undefined || others.length > 0 || best === undefined || itemKey(best) !== itemKey(settled)
  )
}
