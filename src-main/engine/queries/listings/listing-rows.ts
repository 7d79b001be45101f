import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { LISTING_QUEUE } from '../queue/queue.ts'
import { clockOf, queueClocks } from '../queue/queue-clocks.ts'

/** Columns of a listing row over `r`; `id` comes with the window. */
export const LISTING_COLUMNS = `r.version AS version, r.marketplace AS marketplace, r.listingId AS listingId,
  r.listingName AS listingName, r.titleZh AS titleZh, r.titleEn AS titleEn, r.providerId AS providerId,
  v.name AS providerName, r.category AS category, r.packageVersion AS packageVersion, r.delivery AS delivery,
  r.body ->> '$.livePackageHash' IS NOT NULL AS isUpdate, r.status AS status, r.mustFindings AS mustFindings,
  r.assignee AS assignee, p.name AS assigneeName, r.submittedAt AS submittedAt, r.dueOn AS dueOn`
export const LISTING_JOINS =
  'LEFT JOIN operator p ON p.id = r.assignee LEFT JOIN provider v ON v.id = r.providerId'

/** A row as the cache holds it. */
export interface StoredListingRow {
  readonly id: string
  readonly version: number
  readonly marketplace: string
  readonly listingId: string
  readonly listingName: string
  readonly titleZh: string
  readonly titleEn: string
  readonly providerId: string
  readonly providerName: string | null
  readonly category: string
  readonly packageVersion: string
  readonly delivery: ListingRow['delivery']
  readonly isUpdate: 0 | 1
  readonly status: ListingRow['status']
  readonly mustFindings: number
  readonly assignee: string | null
  readonly assigneeName: string | null
  readonly submittedAt: string | null
  readonly dueOn: string | null
}

/** Stored rows as the queue shows them: names, clocks, pending decisions. */
export function toListingRows(context: QueryContext, stored: readonly StoredListingRow[]): ListingRow[] {
  const clocks = queueClocks(context)
  const pendingOf = newestPending(context, 'listingVersion')
  return stored.map((row) => ({
    id: row.id,
    version: row.version,
    marketplace: row.marketplace,
    listingId: row.listingId,
    listingName: row.listingName,
    title: { zh: row.titleZh, en: row.titleEn },
    providerName: row.providerName ?? row.providerId,
    category: row.category,
    packageVersion: row.packageVersion,
    delivery: row.delivery,
    isUpdate: row.isUpdate === 1,
    status: row.status,
    mustFindings: row.mustFindings,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assigneeName ?? row.assignee },
    submittedAt: row.submittedAt,
    clock: clockOf(LISTING_QUEUE, clocks, row),
    pending: pendingOf(row.id),
  }))
}
