import { addDays } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { DUE_KEY } from '../../storage/cache/indexes.ts'
import type { Bindings } from '../window/statement-cache.ts'
import type { ReviewClocks, SlaOf } from './review-clocks.ts'

/** A condition over the row `r` with its values. */
export interface Condition {
  readonly sql: string
  readonly bindings: Bindings
}

/** The clock filter as dates computed once, so that SQL compares `dueOn`; the states are the caller's to bound. */
export function clockCondition(
  wanted: 'warn' | 'overdue',
  clocks: ReviewClocks,
  packs: readonly PolicyPack[],
  slaOf: SlaOf,
): Condition {
  if (wanted === 'overdue') return { sql: `${DUE_KEY} < @today`, bindings: { today: clocks.today } }
  const terms: string[] = []
  const bindings: Record<string, string> = { today: clocks.today }
  let latest = clocks.today
  for (const [index, pack] of packs.entries()) {
    const sla = slaOf(pack)
    if (sla === null) continue
    const until = clocks.warnUntil(sla)
    if (until > latest) latest = until
    bindings[`market${index}`] = pack.marketplace
    bindings[`until${index}`] = until
    bindings[`since${index}`] = startOfShanghaiDay(pack.effectiveFrom)
    bindings[`before${index}`] =
      pack.effectiveTo === null ? '9999' : startOfShanghaiDay(addDays(pack.effectiveTo, 1))
    terms.push(
      `(r.marketplace = @market${index} AND r.dueOn <= @until${index} AND r.submittedAt >= @since${index} AND r.submittedAt < @before${index})`,
    )
  }
  if (terms.length === 0) return { sql: '0', bindings: {} }
  // The outer pair is what an index can use; the terms decide.
  bindings.latest = latest
  return { sql: `${DUE_KEY} BETWEEN @today AND @latest AND (${terms.join(' OR ')})`, bindings }
}
