import type { HistoryEntry } from '#shared/contracts/console-platform/records/history.ts'

/** A record as it stood when a form of it was opened. */
export interface SeenAtOpening {
  readonly version: number
  /** Names of the steps of its history. */
  readonly steps: ReadonlySet<string>
}

interface Record {
  readonly version: number
  readonly history: readonly HistoryEntry[]
}

export function seenOf({ version, history }: Record): SeenAtOpening {
  return { version, steps: new Set(history.map(nameOf)) }
}

/**
 * What happened to a record since: the steps that were not made here, and whether it changed otherwise than by what
 * was. A step made here is no news, nor is its being taken back.
 */
export function newsSince(
  seen: SeenAtOpening,
  record: Record,
  isMadeHere: (step: HistoryEntry) => boolean,
): { readonly steps: readonly HistoryEntry[]; readonly changed: boolean } {
  const fresh = record.history.filter((step) => !seen.steps.has(nameOf(step)))
  const steps = fresh.filter((step) => !isMadeHere(step))
  return { steps, changed: steps.length > 0 || (fresh.length === 0 && record.version > seen.version) }
}

function nameOf({ at, actor, action }: HistoryEntry): string {
  return `${at} ${actor} ${action}`
}
