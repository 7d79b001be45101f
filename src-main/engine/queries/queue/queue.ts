import type { APPLICATION_SORT_COLUMNS } from '#shared/contracts/console-engine/applications.ts'
import type { LISTING_SORT_COLUMNS } from '#shared/contracts/console-engine/listings.ts'
import { APPLICATION_TURNS, LISTING_TURNS, statesOf } from '#shared/contracts/console-engine/queue-turns.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import { APPLICATION_STATUSES } from '#shared/contracts/console-platform/records/application.ts'
import { LISTING_VERSION_STATUSES } from '#shared/contracts/console-platform/records/listing.ts'
import { QUEUE_TOTALS } from '../../storage/cache/queue-totals.ts'
import { DUE_KEY, NAME_KEY, SUBMITTED_KEY } from '../../storage/cache/sort-keys.ts'
import type { WindowSource } from '../window/window-question.ts'

/** One review queue: where it is read and what its states mean. */
export interface Queue<Column extends string = string> extends WindowSource<Column> {
  readonly kind: DecidedKind
  readonly tables: { readonly confirmed: string; readonly overlay: string; readonly totals: string }
  readonly statuses: readonly string[]
  /** States in which the next step is ours: what "mine" counts. */
  readonly atDesk: readonly string[]
  /** States in which the review clock runs. */
  readonly onClock: readonly string[]
  /** Columns a text is looked for in. */
  readonly named: readonly string[]
}

export const APPLICATION_QUEUE: Queue<(typeof APPLICATION_SORT_COLUMNS)[number]> = {
  kind: 'application',
  sortedRows: 2000,
  tables: { confirmed: 'application', overlay: 'overlay_application', totals: QUEUE_TOTALS.application },
  keys: {
    submittedAt: 'submittedAt',
    dueOn: DUE_KEY,
    name: NAME_KEY,
    marketplace: 'marketplace',
    status: 'status',
    updatedAt: 'updatedAt',
  },
  statuses: APPLICATION_STATUSES,
  atDesk: statesOf(APPLICATION_TURNS, 'ours'),
  onClock: ['submitted', 'in_review'],
  named: ['name'],
}

export const LISTING_QUEUE: Queue<(typeof LISTING_SORT_COLUMNS)[number]> = {
  kind: 'listingVersion',
  sortedRows: 2000,
  tables: {
    confirmed: 'listing_version',
    overlay: 'overlay_listing_version',
    totals: QUEUE_TOTALS.listing_version,
  },
  keys: {
    submittedAt: SUBMITTED_KEY,
    dueOn: DUE_KEY,
    listingName: 'listingName',
    marketplace: 'marketplace',
    status: 'status',
    mustFindings: 'mustFindings',
    updatedAt: 'updatedAt',
  },
  statuses: LISTING_VERSION_STATUSES,
  atDesk: statesOf(LISTING_TURNS, 'ours'),
  onClock: ['submitted', 'in_review'],
  named: ['listingName', 'titleZh', 'titleEn'],
}
