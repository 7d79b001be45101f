import type { Database, Statement } from 'better-sqlite3'
import { UNFINISHED } from '#shared/contracts/console-platform/kinds/order.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { OrderPlace, OrdersOf, RecountedRow, RecountQuery, StoreReader } from '../store.ts'
import { IS_SEEN } from './is-seen.ts'
import { recordOfRow } from './seen-rows.ts'
import type { Bindings } from './store-jobs.ts'

type OrderReads = Pick<
  StoreReader,
  'ordersSince' | 'ordersChanged' | 'orderOfLinesChanged' | 'ordersUnderSupervision' | 'recount'
>

/** Where the second of two ids begins in a name, from 1. */
const ID_IN_NAME = 28

/** Reads the orders of a provider through one connection. */
export class OrderReader implements OrderReads {
  protected readonly database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.database = database
  }

  /** The prepared statement of a SQL text, prepared once. */
  protected sql(text: string): Statement<unknown[], unknown> {
    const known = this.#statements.get(text)
    if (known !== undefined) return known
    const prepared = this.database.prepare(text)
    this.#statements.set(text, prepared)
    return prepared
  }

  async ordersSince({ marketplace, providerId }: OrdersOf, { sort, id }: OrderPlace, limit: number) {
    const text = `SELECT sort, id, row FROM records
      WHERE marketplace = ? AND provider = ? AND kind = 'order' AND sort IS NOT NULL AND (sort, id) > (?, ?)
        AND ${IS_SEEN} ORDER BY sort, id LIMIT ?`
    const rows = this.sql(text).all(marketplace, providerId, sort, id, limit)
    return (rows as { sort: string; id: string; row: string }[]).flatMap(({ row, ...place }) => {
      return [{ ...place, order: orderOfRow(row) }]
    })
  }

  async ordersChanged({ marketplace, providerId }: OrdersOf, position: number) {
    const text = `SELECT row FROM records WHERE marketplace = ? AND provider = ? AND kind = 'order' AND row IS NOT NULL
      AND (position > ? OR -position IN (SELECT id FROM batch_parts WHERE position > ?)) ORDER BY id`
    const rows = this.sql(text).all(marketplace, providerId, position, position)
    return rows.flatMap((row) => recordOfRow('order', row) ?? [])
  }

  async orderOfLinesChanged(
    marketplace: string,
    { after, before }: { readonly after: string; readonly before: string },
    position: number,
  ) {
    // The name of an order's line ends with its id, see `settlementLineName`.
    const text = `SELECT o.row FROM records l JOIN records o ON o.kind = 'order' AND o.id = substr(l.name, ${ID_IN_NAME})
      WHERE l.marketplace = ? AND l.kind = 'settlementLine' AND l.name > ? AND l.name < ? AND o.row IS NOT NULL
        AND (o.position > ? OR -o.position IN (SELECT id FROM batch_parts WHERE position > ?)) LIMIT 1`
    return recordOfRow('order', this.sql(text).get(marketplace, after, before, position, position))
  }

  async ordersUnderSupervision({ marketplace, providerId }: OrdersOf, paidBefore: string): Promise<number> {
    const text = `SELECT count(*) FROM records WHERE marketplace = ? AND provider = ? AND kind = 'order'
      AND sort IS NOT NULL AND sort >= ? AND sort < ? AND ${IS_SEEN}`
    const [from, before] = [UNFINISHED, `${UNFINISHED}${paidBefore}`]
    return Number(this.sql(text).pluck().get(marketplace, providerId, from, before))
  }

  async recount(of: OrdersOf, since: string, query: RecountQuery) {
    const { sql, bindings } = recountOf(of, since, query)
    return this.sql(sql).all(bindings) as RecountedRow[]
  }
}

/** A recount as SQL over the table of records. */
export function recountOf(
  { marketplace, providerId }: OrdersOf,
  since: string,
  { sql, bindings }: RecountQuery,
): { readonly sql: string; readonly bindings: Bindings } {
  const text = `WITH RECURSIVE b AS MATERIALIZED (
        SELECT id, json_extract(row, '$[#-1]') AS body FROM records
        WHERE marketplace = @marketplace AND provider = @provider AND kind = 'order' AND sort IS NOT NULL
          AND sort >= @since AND ${IS_SEEN}
      ), o AS MATERIALIZED (
        SELECT id, body ->> 'kind' AS kind, body ->> 'refundOf' AS refund_of, body ->> 'category' AS category,
          body ->> 'mode' AS mode, body ->> 'channel' AS channel, body ->> 'distributed' AS distributed,
          body ->> 'cash' AS cash, body ->> 'agreedBasisPoints' AS agreed,
          CASE WHEN body ->> 'supervision' = 'none' THEN 0 ELSE 1 END AS supervised,
          body ->> 'paidAt' AS paid_at, body ->> 'activatedAt' AS activated_at, body ->> 'startsAt' AS starts_at,
          body ->> 'completedAt' AS completed_at, body ->> 'repaidAt' AS repaid_at
        FROM b
      ) ${sql}`
  return { sql: text, bindings: { ...integers(bindings), marketplace, provider: providerId, since } }
}

/** Numbers as whole ones: the driver binds a number as a floating one, and a division would not be whole. */
function integers(bindings: RecountQuery['bindings']): Bindings {
  return Object.fromEntries(
    Object.entries(bindings).map(([name, value]) => [
      name,
      typeof value === 'number' ? BigInt(value) : value,
    ]),
  )
}

/** The order inside a wire row. It was checked when it was written; a month has too many to check each once more. */
function orderOfRow(row: string): Order {
  const body = (JSON.parse(row) as unknown[]).at(-1)
  return JSON.parse(String(body)) as Order
}
