import type { ProviderCase } from '#shared/contracts/console-engine/providers.ts'
import { allowedForProvider } from '../allowed-commands.ts'
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
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { APPLICATION_QUEUE, LISTING_QUEUE, type Queue } from '../queue/queue.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { violationsOf } from '../violations/violation-rows.ts'
import { mattersOf } from './provider-matters.ts'
import { moneyOf, ordersOf, statementsOf } from './provider-money.ts'
import { contractsOf, papersOf, termsOf } from './provider-papers.ts'
import { timelineOf } from './provider-timeline.ts'

/** Most applications, and most listing versions, shown of one provider: the newest. */
const MAX_ROWS = 200

/** One vendor with all that belongs to it, pending decisions laid over. @throws RecordMissing */
export function readProviderPage(context: QueryContext, id: string): ProviderCase {
  const provider = readPresent(context, 'provider', id)
  if (provider === null) throw new RecordMissing('provider', id)
  const statements = statementsOf(context, id)
  return {
    provider,
    marketplaceName: marketplaceName(context, provider.marketplace),
    on: context.today,
    ...papersOf(context, provider),
    contracts: contractsOf(context, provider),
    ...termsOf(context, provider),
    matters: mattersOf(context, id, statements),
    ...handedIn(context, id),
    deposits: depositsOf(context, id),
    violations: violationsOf(context, id),
    orders: ordersOf(context, id),
    ...moneyOf(context, id, statements),
    timeline: timelineOf(context, provider),
    allowed: allowedForProvider(context.workspace.account, provider),
    ...decisionsAbout(context, 'provider', id),
    seenDigest: seenDigestOf(context, 'provider', id),
  }
}

/** What it handed in, newest first. */
function handedIn(context: QueryContext, id: string): Pick<ProviderCase, 'applications' | 'listings'> {
  const applications = newestOf<StoredApplicationRow>(
    context,
    APPLICATION_QUEUE,
    id,
    APPLICATION_COLUMNS,
    APPLICATION_JOINS,
  )
  const listings = newestOf<StoredListingRow>(context, LISTING_QUEUE, id, LISTING_COLUMNS, LISTING_JOINS)
  return {
    applications: toApplicationRows(context, applications),
    listings: toListingRows(context, listings),
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
