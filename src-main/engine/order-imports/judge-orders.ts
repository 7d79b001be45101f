import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import {
  differingFields,
  type KnownOrder,
  missingFields,
  type SaidField,
} from '#shared/rules/order-files/compare-order.ts'
import type { OrderRow } from '#shared/rules/order-files/order-row.ts'
import { SETTLED_IN } from '../queries/orders/settled-in.ts'
import type { QueryContext } from '../queries/query-context.ts'
import type { OrderVerdict } from './order-questions.ts'

type Recorded = NonNullable<OrderVerdict['known']>

/** An order on record, and whether a committed statement has it. */
interface Kept {
  readonly order: Recorded
  readonly settled: boolean
}

/** What taking some rows of a file in would do, held against the orders this copy has. */
export function judgeOrders(
  context: QueryContext,
  marketplace: string,
  rows: readonly OrderRow[],
): OrderVerdict[] {
  const numbers = rows.flatMap(({ number, said }) =>
    said.refundOf === undefined ? [number] : [number, said.refundOf],
  )
  const recorded = recordedOrders(context, marketplace, numbers)
  return rows.map((row) => {
    const known = recorded.get(row.number) ?? null
    const { refundOf } = row.said
    return verdictOf(row, known, refundOf !== undefined && recorded.has(refundOf))
  })
}

function verdictOf(row: OrderRow, kept: Kept | null, hasOriginal: boolean): OrderVerdict {
  const nothing = { differs: [], missing: [], known: null, hasOriginal }
  if (kept === null) {
    const missing = missingFields(row)
    return { ...nothing, novelty: missing.length === 0 ? 'new' : 'incomplete', orderId: null, missing }
  }
  const { order: known, settled } = kept
  const recorded = asFilesSayIt(known)
  const fields = differingFields(row, recorded)
  if (fields.length === 0) return { ...nothing, novelty: 'known', orderId: known.id }
  const inFile = (field: SaidField) => row.said[field] ?? null
  const differs = fields.map((field) => ({ field, recorded: recorded[field], inFile: inFile(field) }))
  return settled
    ? { ...nothing, novelty: 'settled', orderId: known.id, differs }
    : { ...nothing, novelty: 'differs', orderId: known.id, differs, known }
}

function asFilesSayIt({ refundOfNumber, ...order }: Recorded): KnownOrder {
  return { ...order, refundOf: refundOfNumber }
}

/** Orders of a marketplace by their numbers, with the numbers of those they take back from. */
function recordedOrders(
  { statements }: QueryContext,
  marketplace: string,
  numbers: readonly string[],
): ReadonlyMap<string, Kept> {
  const found = statements
    .prepare<{ body: string; refundOfNumber: string | null; settled: 0 | 1 }>(
      `SELECT r.body AS body, o.number AS refundOfNumber,
         coalesce(r.settledIn, ${SETTLED_IN}) IS NOT NULL AS settled
       FROM json_each(@numbers) wanted
       CROSS JOIN market_order r ON r.number = wanted.value AND r.marketplace = @marketplace
       LEFT JOIN market_order o ON o.id = r.refundOf`,
    )
    .all({ numbers: JSON.stringify([...new Set(numbers)]), marketplace })
  return new Map(
    found.map(({ body, refundOfNumber, settled }) => {
      const order: Order = orderSchema.parse(JSON.parse(body))
      return [order.number, { order: { ...order, refundOfNumber }, settled: settled === 1 }]
    }),
  )
}
