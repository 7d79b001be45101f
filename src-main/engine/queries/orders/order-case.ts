import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { orderCaseSchema } from '#shared/contracts/console-engine/orders.ts'
import { type Order, orderSchema } from '#shared/contracts/console-platform/records/order.ts'
import { guaranteesOf } from '#shared/rules/supervision/guarantees.ts'
import { packAt } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { IS_PRESENT } from '../settlement/statement-filter.ts'
import { orderFee } from './order-fee.ts'
import { orderSupervision } from './order-supervision.ts'
import { SETTLED_IN, withSettledIn } from './settled-in.ts'

/** Most refunds shown of one order: the newest. */
const MAX_REFUNDS = 100

/** One order with its fee, and what took back from it. @throws RecordMissing */
export function readOrderCase(context: QueryContext, id: string): z.infer<typeof orderCaseSchema> {
  const order = readPresent(context, 'order', id)
  if (order === null) throw new RecordMissing('order', id)
  const sql = `SELECT body FROM market_order WHERE refundOf = @id ORDER BY paidAt DESC LIMIT ${MAX_REFUNDS}`
  const refunds = context.statements.prepare<{ body: string }>(sql).all({ id })
  const settled = settledBy(context, id)
  const settledIn = context.statements
    .prepare<{ settledIn: string | null }>(
      `SELECT ${SETTLED_IN} AS settledIn FROM market_order r WHERE r.id = @id`,
    )
    .get({ id })
  const isSettled = withSettledIn(order, settledIn?.settledIn ?? null)
  return {
    order: isSettled,
    fee: orderFee(context, order),
    modeName: modeName(context, order),
    original: order.refundOf === null ? null : readPresent(context, 'order', order.refundOf),
    refunds: refunds.map(({ body }): Order => orderSchema.parse(JSON.parse(body))),
    settled,
    guarantees:
      order.kind === 'refund'
        ? []
        : guaranteesOf(packAt(context, order.marketplace, order.paidAt), order.category),
    supervision:
      order.kind === 'refund'
        ? null
        : orderSupervision(context, order, settled !== null || isSettled.settledIn !== null),
  }
}

/** The statement whose line an order is. */
function settledBy(context: QueryContext, id: string): z.infer<typeof orderCaseSchema>['settled'] {
  const sql = `SELECT r.id AS statementId, r.month AS month, r.status AS status
    FROM settlement_line l JOIN settlement_statement r ON r.id = l.statementId
    WHERE l.orderId = @id AND r.status <> 'voided' AND ${IS_PRESENT} LIMIT 1`
  type Settled = NonNullable<z.infer<typeof orderCaseSchema>['settled']>
  return context.statements.prepare<Settled>(sql).get({ id }) ?? null
}

function modeName(context: QueryContext, { marketplace, mode, paidAt }: Order): Bilingual | null {
  const rules = packAt(context, marketplace, paidAt)?.fees?.rules
  if (rules?.model !== 'provider-share') return null
  return rules.shares.find((share) => share.mode === mode)?.name ?? null
}
