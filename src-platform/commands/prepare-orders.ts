import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { unpackOrders } from '#node/packed-lines/packed-orders.ts'
import { canonicalJson } from '#shared/base/canonical-json.ts'
import { COMMANDS, type Command, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import {
  CHANGED_ORDERS_LIMIT,
  type ImportedOrder,
  importedOrderRecord,
  sumOrders,
} from '#shared/contracts/console-platform/imported-orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Account } from '#shared/contracts/console-platform/session.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import type { Platform } from '../platform.ts'
import { dropStaged, stageInParts } from '../store/staging.ts'
import type { PlatformStore } from '../store/store.ts'
import { KeyTakenError } from '../store/store-errors.ts'
import { type PreparedOrders, type Refusal, refuse } from './ruling.ts'

/** Numbers that are looked up at a time. */
const NUMBERS_AT_ONCE = 1000

interface Import {
  readonly commandId: string
  readonly said: CommandArguments<'order.import'>
  readonly at: string
}

/**
 * Prepares an import of orders before its transaction, in turns with others, and stages the new ones under the command's
 * id. It decides nothing: null where the command is none, was answered already or would be refused before its orders are
 * looked at.
 * @throws KeyTakenError where another commit came in between
 */
export async function prepareOrders(
  { store }: Pick<Platform, 'store'>,
  actor: Account,
  command: Command,
  at: string,
): Promise<PreparedOrders | Refusal | null> {
  const { id, type, recordId } = command
  if (type !== 'order.import' || !mayCommand(actor.roles, type)) return null
  const said = COMMANDS[type].arguments.safeParse(command.arguments)
  if (!said.success || (await store.outcome(id)) !== null) return null
  if ((await store.get('orderImport', recordId)) !== null) return null
  await dropStaged(store, id)
  return prepare(store, { commandId: id, said: said.data, at })
}

async function prepare(store: PlatformStore, given: Import): Promise<PreparedOrders | Refusal> {
  const { said, commandId, at } = given
  const { marketplace } = said.file
  const orders = await unpackOrders(said.packedOrders)
  if (orders === null) return refuse('orders-differ', 'packedOrders')
  const fresh = orders.filter(({ seenVersion }) => seenVersion === null)
  const refusal =
    (await misstatedOrders(said, orders, fresh)) ??
    notYet(orders, at) ??
    (await takenNumbers(
      store,
      marketplace,
      fresh.map(({ number }) => number),
    ))
  if (refusal !== null) return refusal
  const providers = await providersOf(store, marketplace, orders)
  if ('code' in providers) return providers
  const originals = await originalsOf(store, marketplace, orders)
  if ('code' in originals) return originals
  const foundOf = (order: ImportedOrder, before: Order | null) => ({
    marketplace,
    providerName: providers.get(order.providerId) ?? '',
    refundOf: order.refundOfNumber === null ? null : (originals.get(order.refundOfNumber) ?? null),
    before,
  })
  const changed: { before: Order; after: Order }[] = []
  for (const order of orders) {
    if (order.seenVersion === null) continue
    const before = await store.get('order', order.id)
    const trouble = whyUnchangeable(before, order, marketplace)
    if (trouble !== null || before === null) return trouble ?? refuse('unknown-record', order.id)
    changed.push({ before, after: importedOrderRecord(order, foundOf(order, before), at) })
  }
  const ordersHash = createHash('sha256')
  function* records(): Generator<Order> {
    for (const order of fresh) {
      ordersHash.update(`${order.id} ${order.number}\n`)
      yield importedOrderRecord(order, foundOf(order, null), at)
    }
  }
  try {
    await stageInParts(store, commandId, 'order', records())
  } catch (error) {
    if (!(error instanceof KeyTakenError)) throw error
    const ids = await store.idsAmong(
      'order',
      fresh.map(({ id }) => id),
    )
    const [taken] = ids
    // Where no id is taken, a number was between the look and the staging: it is prepared anew.
    if (taken === undefined) throw error
    return refuse('orders-known', taken)
  }
  return { staged: fresh.length, changed, ordersHash: ordersHash.digest('hex') }
}

/** What the command says of its orders must be so of those it brings. Each goes through all of them, in turns with others. */
async function misstatedOrders(
  said: CommandArguments<'order.import'>,
  orders: readonly ImportedOrder[],
  fresh: readonly ImportedOrder[],
): Promise<Refusal | null> {
  const changed = orders.length - fresh.length
  if (orders.length === 0) return refuse('orders-differ', 'nothing new')
  if (said.added !== fresh.length || said.changed !== changed) return refuse('orders-differ', 'count')
  if (changed > CHANGED_ORDERS_LIMIT)
    return refuse('orders-differ', `more than ${CHANGED_ORDERS_LIMIT} changed`)
  const { file } = said
  if (file.known + file.left + orders.length !== file.orders) return refuse('orders-differ', 'orders')
  if (canonicalJson(sumOrders(orders)) !== canonicalJson(said.sums)) return refuse('orders-differ', 'sums')
  await setImmediate()
  if (new Set(orders.map(({ number }) => number)).size < orders.length) {
    return refuse('orders-differ', 'a number twice')
  }
  await setImmediate()
  const odd = orders.find(({ kind, cash, refundOfNumber }) =>
    kind === 'refund' ? cash > 0 || refundOfNumber === null : cash < 0 || refundOfNumber !== null,
  )
  return odd === undefined ? null : refuse('orders-differ', odd.number)
}

/** Nothing that an order says has happened is to come. */
function notYet(orders: readonly ImportedOrder[], at: string): Refusal | null {
  const odd = orders.find(({ paidAt, activatedAt, completedAt, repaidAt }) =>
    [paidAt, activatedAt, completedAt, repaidAt].some((moment) => moment !== null && moment > at),
  )
  return odd === undefined ? null : refuse('day-impossible', odd.number)
}

async function takenNumbers(
  store: PlatformStore,
  marketplace: string,
  numbers: readonly string[],
): Promise<Refusal | null> {
  for (let at = 0; at < numbers.length; at += NUMBERS_AT_ONCE) {
    const [taken] = await store.namesAmong('order', marketplace, numbers.slice(at, at + NUMBERS_AT_ONCE))
    if (taken !== undefined) return refuse('orders-known', taken)
    await setImmediate()
  }
  return null
}

/** Names of the orders' providers, by id; each is one of the marketplace. */
async function providersOf(
  store: PlatformStore,
  marketplace: string,
  orders: readonly ImportedOrder[],
): Promise<ReadonlyMap<string, string> | Refusal> {
  const names = new Map<string, string>()
  for (const id of new Set(orders.map(({ providerId }) => providerId))) {
    const provider = await store.get('provider', id)
    if (provider === null || provider.marketplace !== marketplace) return refuse('unknown-provider', id)
    names.set(id, provider.name)
  }
  return names
}

/** Ids of the orders that refunds take back from, by number: of the same file, else on record. */
async function originalsOf(
  store: PlatformStore,
  marketplace: string,
  orders: readonly ImportedOrder[],
): Promise<ReadonlyMap<string, string> | Refusal> {
  const inFile = new Map(orders.map((order) => [order.number, order]))
  const ids = new Map<string, string>()
  for (const { refundOfNumber: number, providerId } of orders) {
    if (number === null || ids.has(number)) continue
    const original = inFile.get(number) ?? (await store.named('order', marketplace, number))
    if (original === null || original.kind === 'refund' || original.providerId !== providerId) {
      return refuse('unknown-original', number)
    }
    ids.set(number, original.id)
  }
  return ids
}

function whyUnchangeable(before: Order | null, order: ImportedOrder, marketplace: string): Refusal | null {
  if (before === null || before.marketplace !== marketplace || before.number !== order.number) {
    return refuse('unknown-record', order.id)
  }
  if (before.version !== order.seenVersion) return refuse('order-changed', order.number)
  return null
}
