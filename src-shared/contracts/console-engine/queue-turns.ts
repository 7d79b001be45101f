import type { ApplicationStatus } from '../console-platform/records/application.ts'
import type { ListingVersionStatus } from '../console-platform/records/listing.ts'
import type { QueueCounts } from './desk.ts'

/** Whose step is next: ours (待处理), the vendor's (待对方), or nobody's. */
export type Turn = 'ours' | 'theirs' | 'nobody'
export type Turns<Status extends string> = Readonly<Record<Status, Turn>>

/** Whose step is next in each state of an application. */
export const APPLICATION_TURNS: Turns<ApplicationStatus> = {
  submitted: 'ours',
  in_review: 'ours',
  changes_requested: 'theirs',
  approved: 'ours',
  contract_pending: 'theirs',
  deposit_pending: 'theirs',
  open: 'nobody',
  rejected: 'nobody',
  withdrawn: 'nobody',
}

/** Whose step is next in each state of a listing version. */
export const LISTING_TURNS: Turns<ListingVersionStatus> = {
  draft: 'nobody',
  submitted: 'ours',
  in_review: 'ours',
  changes_requested: 'theirs',
  approved: 'ours',
  live: 'nobody',
  rejected: 'nobody',
  withdrawn: 'nobody',
  delisted: 'nobody',
}

/** The states of a turn. */
export function statesOf<Status extends string>(turns: Turns<Status>, turn: Turn): Status[] {
  // The keys of a sheet are the states it is made for.
  return (Object.keys(turns) as Status[]).filter((status) => turns[status] === turn)
}

/** How many of a queue are at a turn: the one number of rail, page and Today. */
export function countOf<Status extends string>(
  { byStatus }: QueueCounts,
  turns: Turns<Status>,
  turn: Turn,
): number {
  return statesOf(turns, turn).reduce((sum, status) => sum + (byStatus[status] ?? 0), 0)
}
