import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import type { ViolationRow } from '#shared/contracts/console-engine/violations.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import {
  APPLICATION_COLUMNS,
  APPLICATION_JOINS,
  type StoredApplicationRow,
  toApplicationRows,
} from '../applications/application-rows.ts'
import { depositsOf } from '../deposits/list-deposits.ts'
import {
  LISTING_COLUMNS,
  LISTING_JOINS,
  type StoredListingRow,
  toListingRows,
} from '../listings/listing-rows.ts'
import type { QueryContext } from '../query-context.ts'
import { APPLICATION_QUEUE, LISTING_QUEUE, type Queue } from '../queue/queue.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { violationsOf } from '../violations/violation-rows.ts'

/** Most applications, and most listing versions, shown of one provider: the newest. */
const MAX_ROWS = 200

export interface ProviderPage {
  readonly provider: Provider
  readonly applications: ApplicationRow[]
  readonly listings: ListingRow[]
  readonly deposits: DepositRow[]
  readonly violations: ViolationRow[]
}

/** One vendor with what it handed in, newest first. @throws RecordMissing */
export function readProviderPage(context: QueryContext, id: string): ProviderPage {
  const provider = readPresent(context, 'provider', id)
  if (provider === null) throw new RecordMissing('provider', id)
  const applications = newestOf<StoredApplicationRow>(
    context,
    APPLICATION_QUEUE,
    id,
    APPLICATION_COLUMNS,
    APPLICATION_JOINS,
  )
  const listings = newestOf<StoredListingRow>(context, LISTING_QUEUE, id, LISTING_COLUMNS, LISTING_JOINS)
  return {
    provider,
    applications: toApplicationRows(context, applications),
    listings: toListingRows(context, listings),
    deposits: depositsOf(context, id),
    violations: violationsOf(context, id),
  }
}

function newestOf<Row>(
  context: QueryContext,
  queue: Queue,
  id: string,
  columns: string,
  joins: string,
): Row[] {
  const { confirmed, overlay } = queue.tables
  const part = (table: string, more: string) =>
    `SELECT r.id AS id, ${columns} FROM ${table} r ${joins} WHERE r.providerId = @id ${more}`
  const sql = `${part(confirmed, `AND NOT EXISTS (SELECT 1 FROM ${overlay} o WHERE o.id = r.id)`)}
    UNION ALL ${part(overlay, '')} ORDER BY id DESC LIMIT ${MAX_ROWS}`
  return context.statements.prepare<Row>(sql).all({ id })
}
