import { DUE_KEY } from '../../storage/cache/sort-keys.ts'
import type { Bindings } from '../window/statement-cache.ts'
import type { ReviewClocks } from './review-clocks.ts'

/** A condition over the row `r` with its values. */
export interface Condition {
  readonly sql: string
  readonly bindings: Bindings
}

/** The clock filter as dates computed once, so that SQL compares the due day; the states are the caller's to bound. */
export function clockCondition(wanted: 'warn' | 'overdue', { today, terms }: ReviewClocks): Condition {
  if (wanted === 'overdue') return { sql: `${DUE_KEY} < @today`, bindings: { today } }
  if (terms.length === 0) return { sql: '0', bindings: {} }
  const bindings: Record<string, string> = { today }
  const either = terms.map(({ marketplace, since, before, warnUntil }, index) => {
    bindings[`market${index}`] = marketplace
    bindings[`since${index}`] = since
    bindings[`before${index}`] = before
    bindings[`until${index}`] = warnUntil
    return `(r.marketplace = @market${index} AND r.dueOn <= @until${index}
      AND r.submittedAt >= @since${index} AND r.submittedAt < @before${index})`
  })
  bindings.latest = terms.reduce((latest, { warnUntil }) => (warnUntil > latest ? warnUntil : latest), today)
  // The outer pair is what an index can use; the terms decide.
  return { sql: `${DUE_KEY} BETWEEN @today AND @latest AND (${either.join(' OR ')})`, bindings }
}
