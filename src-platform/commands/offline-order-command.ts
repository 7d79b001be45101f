import {
  isOfflineOrderCoherent,
  type OfflineOrder,
  type OfflineOrderSaid,
} from '#shared/contracts/console-platform/records/offline-order.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  barredFromOffline,
  decideOfflineOrder,
  type OfflineOrderDecision,
  offlineProvider,
  orderOfOffline,
} from '#shared/contracts/console-platform/transitions/offline-order-transitions.ts'
import type { Fen } from '#shared/money/fen.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to an order that a person wrote down; where it is confirmed the order comes to be. */
export async function decideOnOfflineOrder(
  setting: CommandSetting,
  before: OfflineOrder | null,
  decision: OfflineOrderDecision,
  id: string,
): Promise<OfflineOrder | Refusal> {
  const { transaction, actor, at } = setting
  const provider = await answeredFrom(offlineProvider(decision), transaction)
  const after = decideOfflineOrder(before, id, provider, decision, actor, at)
  if (typeof after === 'string') return refuse(after, before?.recorded.byName ?? id)
  const barred = before === null ? [] : barredFromOffline(before, decision.type)
  const same = await refuseSamePerson(setting, barred, after.recorded.byName)
  if (same !== null) return same
  const refusal = decision.type === 'order.refuse-offline' ? null : await whyNoOrder(setting, after)
  if (refusal !== null) return refusal
  if (decision.type === 'order.confirm-offline') {
    // The record comes last: a console that has its new version has the order too.
    await writeRecord(setting, decision.type, 'order', null, orderOfOffline(after, at))
  }
  await writeRecord(setting, decision.type, 'offlineOrder', before, after)
  return after
}

/** What keeps a record from being an order: asked when it is written down, and again when it is confirmed. */
async function whyNoOrder(
  { platform, transaction }: CommandSetting,
  said: OfflineOrderSaid,
): Promise<Refusal | null> {
  if (!isOfflineOrderCoherent(said)) return refuse('bad-arguments', 'kind, cash and refundOf')
  const packs = platform.policies.packs.filter(({ marketplace }) => marketplace === said.marketplace)
  const knows = packs.some(({ admission }) => admission.categories.some(({ id }) => id === said.category))
  if (!knows) return refuse('bad-arguments', `category: ${said.category} is none of the marketplace`)
  if ((await transaction.named('order', said.marketplace, said.number)) !== null) {
    return refuse('orders-known', said.number)
  }
  if (said.refundOf === null) return null
  const original = await transaction.get('order', said.refundOf)
  const isItsOwn =
    original !== null && original.marketplace === said.marketplace && original.providerId === said.providerId
  if (!isItsOwn || original.kind === 'refund') return refuse('unknown-original', said.refundOf)
  const back = await refundedByHand(transaction, original)
  return back - said.cash <= original.cash ? null : refuse('unknown-original', said.refundOf)
}

/** What refunds that were written down by hand, and confirmed, have given back of an order. Fen. */
async function refundedByHand(
  transaction: CommandSetting['transaction'],
  { id, marketplace, providerId }: Order,
): Promise<Fen> {
  const all = await transaction.ofProvider('offlineOrder', marketplace, providerId)
  return all
    .filter(({ refundOf, verdict }) => refundOf === id && verdict?.outcome === 'confirmed')
    .reduce((sum, { cash }) => sum - cash, 0)
}
