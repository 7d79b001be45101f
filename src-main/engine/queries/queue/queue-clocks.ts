import type { Instant } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import { ReviewClocks } from '../clock/review-clocks.ts'
import type { QueryContext } from '../query-context.ts'
import type { Queue } from './queue.ts'

/** What of a record a review clock depends on. */
export interface Clocked {
  readonly status: string
  readonly submittedAt: Instant | null
  readonly dueOn: PlainDate | null
}

const COUNTED = new WeakMap<Policies, ReviewClocks>()

/** The clocks of all queues, counted once for a day and what is in force on it. */
export function queueClocks({ policies, today }: QueryContext): ReviewClocks {
  const known = COUNTED.get(policies)
  if (known?.today === today) return known
  const { calendar, controls } = policies
  const counted = new ReviewClocks(calendar, controls('review-notice-days', today), today)
  COUNTED.set(policies, counted)
  return counted
}

/** Null where no clock runs: not submitted, decided, waiting for the vendor, or no term is stated. */
export function clockOf(queue: Queue, clocks: ReviewClocks, record: Clocked): ReviewClock | null {
  const { status, submittedAt, dueOn } = record
  if (submittedAt === null || dueOn === null || !queue.onClock.includes(status)) return null
  return clocks.clock(dueOn)
}
