import { assert } from '#shared/base/assert.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { OrderImport } from '#shared/contracts/console-platform/records/order-import.ts'
import {
  decideOrderImport,
  type OrderImportDecision,
} from '#shared/contracts/console-platform/transitions/order-import-transition.ts'
import { reportedSupervision } from '#shared/contracts/console-platform/transitions/supervision-transitions.ts'
import { audit } from '../audit/audit-log.ts'
import { settledAmong } from '../settlement/settled-order.ts'
import type { StoreReader } from '../store/store.ts'
import { type CommandSetting, type Refusal, refuse, StalePreparationError } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/**
 * Closes an import of orders: the new ones were found out anew and staged before its transaction, the changed ones are
 * written here, the record of the import last.
 * @throws StalePreparationError, BatchBrokenError where it has to be prepared anew
 */
export async function decideOnOrderImport(
  setting: CommandSetting,
  before: OrderImport | null,
  decision: OrderImportDecision,
  id: string,
): Promise<OrderImport | Refusal> {
  const { transaction, actor, at, preparedOrders: orders, commandId } = setting
  const after = decideOrderImport(before, id, decision, actor, at)
  if (after === null) return refuse('wrong-state', id)
  if (orders === null) throw new StalePreparationError()
  if ('code' in orders) return orders
  const { marketplace } = after
  const settled = await settledAmong(
    transaction,
    marketplace,
    orders.changed.map((each) => each.before),
  )
  if (settled !== null) return refuse('order-settled', settled.number)
  const confirmed = await confirmedAmong(transaction, orders.changed)
  if (confirmed !== null) return refuse('order-confirmed', confirmed.number)
  const staged = await transaction.publish(commandId)
  assert(staged === orders.staged, 'what was staged is published whole')
  await audit(transaction, {
    at,
    actor: actor.id,
    action: decision.type,
    recordKind: 'order',
    recordId: id,
    after: { ordersHash: orders.ordersHash },
    commandId,
  })
  for (const { before: order, after: changed } of orders.changed) {
    const now = await transaction.get('order', order.id)
    if (now?.version !== order.version) throw new StalePreparationError()
    await writeRecord(setting, decision.type, 'order', order, changed)
    if (order.supervision === changed.supervision) continue
    // What the marketplace says of the supervision is a step of the record, where there is one.
    const record = await transaction.get('supervision', order.id)
    const reported = record === null ? null : reportedSupervision(record, changed, actor, at)
    if (reported !== null) await writeRecord(setting, decision.type, 'supervision', record, reported)
  }
  await writeRecord(setting, decision.type, 'orderImport', null, after)
  return after
}

/** The first that was written down by one person and confirmed by another; its order has the same id. */
async function confirmedAmong(
  store: StoreReader,
  changed: readonly { readonly before: Order }[],
): Promise<Order | null> {
  for (const { before } of changed) {
    if ((await store.get('offlineOrder', before.id)) !== null) return before
  }
  return null
}
