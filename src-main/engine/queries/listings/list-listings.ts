import type { z } from 'zod'
import type { QueueCounts } from '#shared/contracts/console-engine/desk.ts'
import type { listingListInput, listingPageSchema } from '#shared/contracts/console-engine/listings.ts'
import type { QueryContext } from '../query-context.ts'
import { LISTING_QUEUE } from '../queue/queue.ts'
import { queueClocks } from '../queue/queue-clocks.ts'
import { countQueueStates } from '../queue/queue-counts.ts'
import { queueFilter } from '../queue/queue-filter.ts'
import { readWindow } from '../window/read-window.ts'
import { LISTING_COLUMNS, LISTING_JOINS, type StoredListingRow, toListingRows } from './listing-rows.ts'

/** One window of the listing queue. @throws BadInput on a cursor that is none. */
export function listListings(
  context: QueryContext,
  question: z.infer<typeof listingListInput>,
): z.infer<typeof listingPageSchema> {
  const filter = queueFilter(context, LISTING_QUEUE, queueClocks(context), question.filter)
  const window = readWindow<StoredListingRow, keyof typeof LISTING_QUEUE.keys>(
    context,
    LISTING_QUEUE,
    filter,
    question,
    LISTING_COLUMNS,
    LISTING_JOINS,
  )
  return { ...window, rows: toListingRows(context, window.rows) }
}

export function countListings(context: QueryContext): QueueCounts {
  return countQueueStates(context, LISTING_QUEUE, queueClocks(context))
}
