import { ulid } from 'ulid'
import { addMonths } from '#shared/calendar/plain-date.ts'
import type { Cluster } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Listing } from '#shared/contracts/console-platform/records/listing.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'
import type {
  Subscription,
  SubscriptionStatus,
} from '#shared/contracts/console-platform/records/subscription.ts'
import type { Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { companyName } from './company-names.ts'
import { refuseRealData } from './real-data.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const SEED = 20_231_021
const DAY_MS = 86_400_000
/** Two years of them, up to the newest order of the demo. */
const DAYS = 730
const AT_ONCE = 2000
const PAGE = 5000
const MOST_PRODUCTS = 2000
const PER_PRODUCT = 500
/** Of a subscription: users, clusters, orders; of the further orders three of four renew, one takes back. */
const USERS = 0.3
const CLUSTERS = 0.2
const ORDERS = 1.2
/** Begins the names of the products that are added. */
const GROWN = 'grown-'
const PRICES = [199, 680, 1_299, 3_980, 9_800, 26_800] as const
const PLANS = ['基础版', '标准版', '企业版'] as const
const THINGS = ['备份', '审计', '同步', '网关', '报表', '队列', '监控', '加速'] as const
const KINDS = ['智能', '统一', '极速', '安全', '轻量', '协同', '实时', '弹性'] as const

/** How many records a folder has now. */
export interface Grown {
  readonly subscriptions: number
  readonly clusters: number
  readonly orders: number
}

/**
 * Adds invented users, products, orders, subscriptions and clusters to a demo platform until it has as many
 * subscriptions as asked for, a fifth of that in clusters and 1.2 times in orders; where it has more already, none go. The
 * same folder and number give the same records.
 * @throws NoDemoError where the platform has none of the demo's users
 */
export async function growDemo(platform: Platform, subscriptions: number): Promise<Grown> {
  await refuseRealData(platform)
  const before = {
    subscription: (await read(platform, 'subscription', () => 1)).length,
    cluster: (await read(platform, 'cluster', () => 1)).length,
    paidAt: await read(platform, 'order', ({ paidAt }) => paidAt),
  }
  const random = seededRandom(SEED + before.subscription)
  const newest = before.paidAt.reduce((last, at) => (at > last ? at : last), '2024-01-01T00:00:00.000Z')
  const providers = (await read(platform, 'provider', (provider) => provider)).filter(
    ({ status }) => status === 'active',
  )
  const more = Math.max(0, subscriptions - before.subscription)
  const moreClusters = Math.max(0, Math.round(subscriptions * CLUSTERS) - before.cluster)
  const orders = Math.max(0, Math.round(subscriptions * ORDERS) - before.paidAt.length)
  if (more === 0)
    return { subscriptions: before.subscription, clusters: before.cluster, orders: before.paidAt.length }
  const write = writer(platform)
  const byId = new Map(providers.map((provider) => [provider.id, provider]))
  const grown = (await read(platform, 'listing', (listing) => listing)).filter(({ name }) =>
    name.startsWith(GROWN),
  )
  const known = grown.flatMap((listing): Product[] => {
    const provider = byId.get(listing.providerId)
    return provider === undefined ? [] : [{ provider, listing }]
  })
  const wanted = Math.min(MOST_PRODUCTS, Math.max(1, Math.ceil(subscriptions / PER_PRODUCT)))
  const added = productsOf(random, providers, grown.length, wanted, newest)
  for (const product of added) await write((transaction) => transaction.put('listing', product.listing))
  const products = [...known, ...added]
  const users = usersOf(Math.max(1, Math.round(subscriptions * USERS)))

  const until = Date.parse(newest)
  for (let at = 0; at < more; at += 1) {
    const product = random.pick(products)
    const user = random.pick(users)
    const began = until - random.int(0, DAYS * DAY_MS)
    const first = orderOf(random, product, user, began)
    const further = furtherOf(random, first, at < orders - more, until)
    const subscription = subscriptionOf(random, product, user, first, further, until)
    if (at < orders) await write((transaction) => transaction.put('order', first))
    if (further !== null) await write((transaction) => transaction.put('order', further))
    await write((transaction) => transaction.put('subscription', subscription))
    if (at < moreClusters) {
      const cluster = clusterOf(random, product, user, began, until)
      await write((transaction) => transaction.put('cluster', cluster))
    }
  }
  await write(null)
  return {
    subscriptions: before.subscription + more,
    clusters: before.cluster + Math.min(more, moreClusters),
    orders: before.paidAt.length + Math.min(more, orders) + Math.max(0, Math.min(more, orders - more)),
  }
}

/** Writes so many records in a transaction; null writes those that are left. */
function writer(platform: Platform) {
  let waiting: ((transaction: StoreTransaction) => Promise<void>)[] = []
  return async (put: ((transaction: StoreTransaction) => Promise<void>) | null): Promise<void> => {
    if (put !== null) waiting.push(put)
    if (waiting.length < (put === null ? 1 : AT_ONCE)) return
    const now = waiting
    waiting = []
    await platform.store.write(async (transaction) => {
      for (const each of now) await each(transaction)
    })
  }
}

async function read<K extends RecordKind, V>(
  platform: Platform,
  kind: K,
  take: (record: RecordOf[K]) => V,
): Promise<V[]> {
  const taken: V[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { json: Uint8Array; next: string | null } = await platform.store.snapshotRows(
      kind,
      after,
      PAGE,
    )
    const rows: unknown[][] = JSON.parse(`[${Buffer.from(page.json).toString('utf8')}]`)
    for (const row of rows) taken.push(take(RECORD_KINDS[kind].schema.parse(JSON.parse(String(row.at(-1))))))
    after = page.next
  }
  return taken
}

interface Product {
  readonly provider: Provider
  readonly listing: Listing
}

function productsOf(
  random: SeededRandom,
  providers: readonly Provider[],
  already: number,
  wanted: number,
  updatedAt: string,
): Product[] {
  return Array.from({ length: Math.max(0, wanted - already) }, (_, more) => {
    const at = already + more
    const provider = random.pick(providers)
    const thing = `${random.pick(KINDS)}${random.pick(THINGS)} ${at + 1}`
    const listing: Listing = {
      id: ulid(Date.parse(updatedAt) - DAYS * DAY_MS, random.next),
      version: 1,
      marketplace: provider.marketplace,
      providerId: provider.id,
      name: `${GROWN}${at + 1}`,
      title: { zh: thing, en: `Grown ${at + 1}` },
      category: provider.categories[0] ?? 'other',
      liveVersionId: null,
      status: 'live',
      updatedAt,
    }
    return { provider, listing }
  })
}

interface User {
  readonly id: string
  readonly name: string
  readonly clusterId: string
}

/** The same user of a number always, so that a demo may grow again. */
function usersOf(count: number): User[] {
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(SEED + at)
    const number = String(at + 1).padStart(7, '0')
    return { id: `u-g${number}`, name: companyName(random).name, clusterId: `c-g${number}` }
  })
}

function orderOf(random: SeededRandom, { provider, listing }: Product, user: User, at: number): Order {
  const paidAt = new Date(at).toISOString()
  const listPrice = random.pick(PRICES) * 100
  return {
    id: ulid(at, random.next),
    version: 1,
    marketplace: listing.marketplace,
    number: `G${paidAt.slice(0, 10).replaceAll('-', '')}${ulid(at, random.next).slice(-12)}`,
    ...{ providerId: provider.id, providerName: provider.name, listingId: listing.id },
    ...{ productName: listing.title.zh, category: listing.category, mode: null },
    ...{ kind: 'new', refundOf: null, channel: 'online' },
    ...{ buyerId: user.id, buyerName: user.name, distributed: false },
    ...{ listPrice, cash: listPrice, voucher: 0, taxBasisPoints: 600, agreedBasisPoints: null },
    ...{ paidAt, activatedAt: paidAt, startsAt: paidAt, completedAt: paidAt, repaidAt: paidAt },
    ...{ supervision: 'none', settledIn: null, updatedAt: paidAt },
  }
}

/** A renewal a year later or a refund within weeks, where one is wanted and the time has come. */
function furtherOf(random: SeededRandom, first: Order, wanted: boolean, until: number): Order | null {
  if (!wanted) return null
  const isRefund = random.chance(0.25)
  const after = isRefund ? random.int(1, 30) : random.int(300, 365)
  const began = Date.parse(first.paidAt)
  const due = began + after * DAY_MS
  // What would lie ahead was paid early: as many come as are asked for.
  const at = due <= until ? due : random.int(began, until)
  const paidAt = new Date(at).toISOString()
  const same = { ...first, id: ulid(at, random.next), paidAt, updatedAt: paidAt }
  return isRefund
    ? {
        ...same,
        number: `${first.number}-R`,
        kind: 'refund',
        refundOf: first.id,
        listPrice: 0,
        cash: -first.cash,
      }
    : { ...same, number: `${first.number}-2`, kind: 'renewal' }
}

function subscriptionOf(
  random: SeededRandom,
  { provider, listing }: Product,
  user: User,
  first: Order,
  further: Order | null,
  until: number,
): Subscription {
  const renewal = further?.kind === 'renewal' ? further : null
  const months = renewal === null ? 12 : 24
  const expiresAt = `${addMonths(first.paidAt.slice(0, 10), months)}${first.paidAt.slice(10)}`
  return {
    id: ulid(Date.parse(first.paidAt), random.next),
    version: 1,
    marketplace: listing.marketplace,
    ...{ providerId: provider.id, providerName: provider.name },
    ...{ listingId: listing.id, productName: listing.title.zh },
    ...{ userId: user.id, userName: user.name, phone: null, email: `${user.id}@example.cn` },
    plan: random.pick(PLANS),
    status: further?.kind === 'refund' ? 'refunded' : statusOn(Date.parse(expiresAt), until),
    months,
    paid: first.cash + (renewal?.cash ?? 0),
    orderId: first.id,
    renewals: renewal === null ? [] : [renewal.id],
    subscribedAt: first.paidAt,
    expiresAt,
    updatedAt: further?.paidAt ?? first.paidAt,
  }
}

function statusOn(end: number, now: number): SubscriptionStatus {
  if (now < end) return 'active'
  const days = (now - end) / DAY_MS
  if (days < 15) return 'grace'
  if (days < 45) return 'retention'
  return 'expired'
}

function clusterOf(
  random: SeededRandom,
  { provider, listing }: Product,
  user: User,
  began: number,
  until: number,
): Cluster {
  const installed = Math.min(until, began + random.int(1, 48) * 1_800_000)
  return {
    id: ulid(installed, random.next),
    version: 1,
    marketplace: listing.marketplace,
    ...{ providerId: provider.id, providerName: provider.name },
    ...{ listingId: listing.id, productName: listing.title.zh, packageVersion: `1.${random.int(0, 4)}.0` },
    ...{ userId: user.id, userName: user.name, clusterId: user.clusterId, clusterName: '生产集群' },
    status: random.chance(0.9) ? 'running' : 'offline',
    installedAt: new Date(installed).toISOString(),
    updatedAt: new Date(Math.min(until, installed + random.int(0, 60) * DAY_MS)).toISOString(),
  }
}
