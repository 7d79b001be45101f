import type { z } from 'zod'
import type { Unbilled, unbilledInput } from '#shared/contracts/console-engine/supervisions.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { QueryContext } from '../query-context.ts'
import { among } from '../window/filter-sql.ts'
import { refreshSupervised } from './supervised-orders.ts'

/** Most providers or products of a sum. */
const MAX_ROWS = 200

interface SumRow {
  readonly orders: number
  readonly amount: Fen
}
interface GroupRow {
  readonly providerId: string
  readonly productName: string
  readonly providerName: string
  readonly unfinished: number
  readonly unfinishedAmount: Fen
  readonly completed: number
  readonly completedAmount: Fen
}

/** A product is told from another by its provider and name: orders of a file have no listing. */
const KEYS = { provider: 'r.providerId', product: 'r.providerId, r.productName' } as const

/** What supervised orders come to that no bill has, by provider or product; cash less refunds. */
export function unbilledOrders(
  context: QueryContext,
  { by, marketplaces }: z.infer<typeof unbilledInput>,
): Unbilled {
  refreshSupervised(context)
  const bindings: Record<string, string | number | null> = {}
  const where = marketplaces.length === 0 ? '' : `WHERE ${among('marketplace', marketplaces, bindings)}`
  const groups = context.counts.rows<GroupRow>(
    `SELECT r.providerId AS providerId, max(r.productName) AS productName, max(r.name) AS providerName,
      sum(r.status <> 'completed') AS unfinished, sum(iif(r.status <> 'completed', r.amount, 0)) AS unfinishedAmount,
      sum(r.status = 'completed') AS completed, sum(iif(r.status = 'completed', r.amount, 0)) AS completedAmount
    FROM supervised_order r ${where} GROUP BY ${KEYS[by]} ORDER BY sum(r.amount) DESC, ${KEYS[by]}`,
    bindings,
  )
  const bills = context.counts.rows<Unbilled['bills'][number]>(
    `SELECT r.billedIn AS billedIn, min(r.billsOn) AS billsOn, count(*) AS orders, sum(r.amount) AS amount
    FROM supervised_order r ${where === '' ? 'WHERE' : `${where} AND`} r.status = 'completed'
    GROUP BY r.billedIn ORDER BY r.billedIn IS NULL, r.billedIn DESC`,
    bindings,
  )
  const sum = (of: (row: GroupRow) => SumRow): SumRow =>
    groups
      .map(of)
      .reduce((all, each) => ({ orders: all.orders + each.orders, amount: all.amount + each.amount }), {
        ...{ orders: 0, amount: 0 },
      })
  const unfinished = sum((row) => ({ orders: row.unfinished, amount: row.unfinishedAmount }))
  const completed = sum((row) => ({ orders: row.completed, amount: row.completedAmount }))
  return {
    total: {
      orders: unfinished.orders + completed.orders,
      amount: unfinished.amount + completed.amount,
    },
    unfinished,
    bills: [...bills],
    rows: groups.slice(0, MAX_ROWS).map((row) => ({
      providerId: row.providerId,
      ...(by === 'product'
        ? { productName: row.productName, name: row.productName, providerName: row.providerName }
        : { productName: null, name: row.providerName, providerName: null }),
      ...{ orders: row.unfinished + row.completed, amount: row.unfinishedAmount + row.completedAmount },
      unfinished: { orders: row.unfinished, amount: row.unfinishedAmount },
      completed: { orders: row.completed, amount: row.completedAmount },
    })),
    more: groups.length > MAX_ROWS,
  }
}
