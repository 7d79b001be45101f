import type { HistoryEntry } from './records/history.ts'

/** A step of a history as it is shown to who decides: without the instant, which a console foresees otherwise. */
export function stepShown({ at: _at, ...step }: HistoryEntry) {
  return step
}

/** What somebody did, without the instant. */
export function withoutTime<R extends { readonly at: string }>({ at: _at, ...shown }: R): Omit<R, 'at'> {
  return shown
}
