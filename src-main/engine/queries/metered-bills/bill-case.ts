import type { BillCase, BillRow } from '#shared/contracts/console-engine/metered-bills.ts'
import type { MeteredBill } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { cite } from '#shared/rules/cite.ts'
import { marketplaceName, packAt } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { toBillRow } from './list-bills.ts'

/** Most other bills of an order: the newest. */
const MAX_OTHERS = 50

/** One bill of metered use, with the others of its order. @throws RecordMissing */
export function readBillCase(context: QueryContext, id: string): BillCase {
  const bill = readPresent(context, 'meteredBill', id)
  if (bill === null) throw new RecordMissing('meteredBill', id)
  return {
    bill,
    marketplaceName: marketplaceName(context, bill.marketplace),
    reporting: reportingOf(context, bill),
    others: othersOf(context, bill),
    order: orderOf(context, bill),
  }
}

function reportingOf(
  context: QueryContext,
  { marketplace, from, check }: MeteredBill,
): BillCase['reporting'] {
  const pack = packAt(context, marketplace, from)
  if (pack?.metering == null || check.late === 0) return null
  const { records } = pack.metering
  return { days: records.withinDays, citation: cite(pack, 'metering.records', records) }
}

function othersOf(context: QueryContext, { id, marketplace, orderId }: MeteredBill): BillRow[] {
  const sql = `SELECT body FROM metered_bill WHERE orderId = @orderId AND marketplace = @marketplace AND id <> @id
    ORDER BY billedAt DESC LIMIT ${MAX_OTHERS}`
  return context.statements
    .prepare<{ body: string }>(sql)
    .all({ id, marketplace, orderId })
    .map(({ body }) => toBillRow(body))
}

function orderOf(context: QueryContext, { marketplace, orderId }: MeteredBill): BillCase['order'] {
  const sql =
    'SELECT id, number FROM market_order WHERE number = @orderId AND marketplace = @marketplace LIMIT 1'
  return context.statements.prepare<{ id: string; number: string }>(sql).get({ marketplace, orderId }) ?? null
}
