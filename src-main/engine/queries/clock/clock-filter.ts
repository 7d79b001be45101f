import { DUE_KEY } from '../../storage/cache/sort-keys.ts'
import type { Bindings } from '../window/statement-cache.ts'
import type { ReviewClocks } from './review-clocks.ts'

/** A condition over the row `r` with its values. */
export interface Condition {
  readonly sql: string
  readonly bindings: Bindings
}

/** The clock filter as dates computed once, so that SQL compares the due day; the states are the caller's to bound. */
export function clockCondition(wanted: 'warn' | 'overdue', { today, warnUntil }: ReviewClocks): Condition {
  if (wanted === 'overdue') return { sql: `${DUE_KEY} < @today`, bindings: { today } }
  return { sql: `${DUE_KEY} BETWEEN @today AND @warnUntil`, bindings: { today, warnUntil } }
}
