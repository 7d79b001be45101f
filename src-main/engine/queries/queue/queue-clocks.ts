import type { Instant, Marketplace } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import { ReviewClocks } from '../clock/review-clocks.ts'
import type { QueryContext } from '../query-context.ts'
import type { Queue } from './queue.ts'

/** What of a record a review clock depends on. */
export interface Clocked {
  readonly marketplace: Marketplace
  readonly status: string
  readonly submittedAt: Instant | null
  readonly dueOn: PlainDate | null
}

/** The clocks of a queue, counted once a day. */
export function queueClocks(context: QueryContext, queue: Queue): ReviewClocks {
  const known = context.clocks.get(queue.kind)
  if (known?.today === context.today) return known
  const clocks = new ReviewClocks(context.calendar, context.packs, queue.slaOf, context.today)
  context.clocks.set(queue.kind, clocks)
  return clocks
}

/** Null where no clock runs: not submitted, decided, waiting for the vendor, or no term is stated. */
export function clockOf(queue: Queue, clocks: ReviewClocks, record: Clocked): ReviewClock | null {
  const { marketplace, status, submittedAt, dueOn } = record
  if (submittedAt === null || dueOn === null || !queue.onClock.includes(status)) return null
  return clocks.clock(marketplace, submittedAt, dueOn)
}
