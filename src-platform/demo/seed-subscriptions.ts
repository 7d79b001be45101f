import { ulid } from 'ulid'
import { addMonths } from '#shared/calendar/plain-date.ts'
import type { Cluster, ClusterStatus } from '#shared/contracts/console-platform/records/cluster.ts'
import type { Listing, ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type {
  Subscription,
  SubscriptionStatus,
} from '#shared/contracts/console-platform/records/subscription.ts'
import type { Platform } from '../platform.ts'
import { companyName } from './company-names.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const AT_ONCE = 1000
const PLANS = ['基础版', '标准版', '企业版'] as const
const TRIAL = '试用'
const MONTHS = [12, 12, 12, 6, 3, 1] as const
const TRIAL_DAYS = 30
/** Days after the end in which it can still be renewed: of grace, then of retention. */
const GRACE_DAYS = 15
const RETENTION_DAYS = 45
const CLUSTERS = ['生产集群', '测试集群', '灾备集群'] as const

/** What is on the shelf of a marketplace. */
interface OnShelf {
  readonly listing: Listing
  readonly versions: readonly ListingVersion[]
}

/**
 * The subscriptions that the orders of products on the shelf began and renewed, as the refunds and the day leave them,
 * trials that began lately, and the clusters that the products run on. The same seed, orders and day give the same.
 * @returns the subscriptions
 */
export async function seedDemoSubscriptions(
  platform: Platform,
  orders: readonly Order[],
  shelf: readonly OnShelf[],
  seed: number,
): Promise<readonly Subscription[]> {
  const random = seededRandom(seed)
  const now = platform.clock()
  const bought = Map.groupBy(orders.filter(isOnline), ({ listingId, buyerId }) => `${listingId} ${buyerId}`)
  const products = new Map(shelf.map((product) => [product.listing.id, product]))
  const subscriptions = [
    ...[...bought.values()].flatMap((ofOne) => subscriptionsOf(random, ofOne, now)),
    ...shelf.flatMap((product) => trialsOf(random, product, orders, now)),
  ]
  const clusters = installations(random, subscriptions, products, now)
  await platform.store.write(async (transaction) => {
    for (const subscription of subscriptions) await transaction.put('subscription', subscription)
  })
  for (let at = 0; at < clusters.length; at += AT_ONCE) {
    await platform.store.write(async (transaction) => {
      for (const cluster of clusters.slice(at, at + AT_ONCE)) await transaction.put('cluster', cluster)
    })
  }
  return subscriptions
}

/** Private deployments and what is delivered under supervision are no subscriptions. */
function isOnline({ channel, listingId, supervision }: Order): boolean {
  return channel === 'online' && listingId !== null && supervision === 'none'
}

/** What one user subscribed to of one product, by the orders oldest first. */
function subscriptionsOf(random: SeededRandom, orders: readonly Order[], now: number): Subscription[] {
  const made: Subscription[] = []
  for (const order of orders.toSorted((one, other) => (one.paidAt < other.paidAt ? -1 : 1))) {
    const last = made.at(-1)
    if (order.kind === 'refund') {
      const at = made.findLastIndex((each) => [each.orderId, ...each.renewals].includes(order.refundOf))
      const of = made[at]
      if (of !== undefined && of.paid + order.cash <= 0) {
        made[at] = { ...of, status: 'refunded', updatedAt: order.paidAt }
      }
      continue
    }
    if (order.kind === 'renewal' && last !== undefined && isRenewable(last, order.paidAt)) {
      made[made.length - 1] = renewed(last, order, random.pick(MONTHS))
      continue
    }
    made.push(begun(random, order))
  }
  return made.map((each) => onDay(each, now))
}

function begun(random: SeededRandom, order: Order): Subscription {
  const { marketplace, providerId, providerName, listingId, productName, paidAt } = order
  const months = random.pick(MONTHS)
  // A renewal of what began before the orders on record.
  const isOlder = order.kind === 'renewal'
  const subscribedAt = isOlder ? monthsLater(paidAt, -months) : paidAt
  return {
    id: ulid(Date.parse(subscribedAt), random.next),
    version: 1,
    ...{ marketplace, providerId, providerName, listingId: listingId ?? '', productName },
    userId: order.buyerId,
    userName: order.buyerName ?? order.buyerId,
    ...contactOf(random, order.buyerId),
    plan: random.pick(PLANS),
    status: 'active',
    months: isOlder ? months * 2 : months,
    paid: order.cash,
    orderId: isOlder ? null : order.id,
    renewals: isOlder ? [order.id] : [],
    subscribedAt,
    expiresAt: monthsLater(subscribedAt, isOlder ? months * 2 : months),
    updatedAt: paidAt,
  }
}

/** A renewal in grace or retention goes on from the original end. */
function renewed(subscription: Subscription, order: Order, months: number): Subscription {
  const { expiresAt, paid, renewals } = subscription
  return {
    ...subscription,
    version: subscription.version + 1,
    months: (subscription.months ?? 0) + months,
    paid: paid + order.cash,
    renewals: [...renewals, order.id],
    expiresAt: expiresAt === null ? null : monthsLater(expiresAt, months),
    updatedAt: order.paidAt,
  }
}

function isRenewable({ status, expiresAt }: Subscription, at: string): boolean {
  if (status === 'refunded' || expiresAt === null) return false
  return Date.parse(at) < Date.parse(expiresAt) + RETENTION_DAYS * DAY_MS
}

function onDay(subscription: Subscription, now: number): Subscription {
  const { status, expiresAt, id } = subscription
  if (status === 'refunded' || expiresAt === null) return subscription
  const end = Date.parse(expiresAt)
  const since = Math.floor((now - end) / DAY_MS)
  if (now < end) return subscription
  const days: readonly [SubscriptionStatus, number] =
    since < GRACE_DAYS
      ? ['grace', 0]
      : since < RETENTION_DAYS
        ? ['retention', GRACE_DAYS]
        : // Some marketplaces keep nothing of what has ended, others only its name.
          [id.charCodeAt(25) % 2 === 0 ? 'expired' : 'released', RETENTION_DAYS]
  const [ended, after] = days
  return { ...subscription, status: ended, updatedAt: new Date(end + after * DAY_MS).toISOString() }
}

/** Users who try a product in these weeks, newcomers all. */
function trialsOf(
  random: SeededRandom,
  { listing }: OnShelf,
  orders: readonly Order[],
  now: number,
): Subscription[] {
  if (listing.status !== 'live' && random.chance(0.6)) return []
  const providerName = orders.find(({ providerId }) => providerId === listing.providerId)?.providerName
  if (providerName === undefined) return []
  return Array.from({ length: random.int(1, 3) }, (_, at): Subscription => {
    const began = now - random.int(0, TRIAL_DAYS - 2) * DAY_MS - random.int(1, DAY_MS - 1)
    const subscribedAt = new Date(began).toISOString()
    const userId = `u-${listing.providerId}-t${at + 1}`
    return {
      id: ulid(began, random.next),
      version: 1,
      ...{ marketplace: listing.marketplace, providerId: listing.providerId, providerName },
      ...{ listingId: listing.id, productName: listing.title.zh },
      ...{ userId, userName: companyName(random).name, ...contactOf(random, userId) },
      ...{ plan: TRIAL, status: 'trial', months: 0, paid: 0, orderId: null, renewals: [] },
      subscribedAt,
      expiresAt: new Date(began + TRIAL_DAYS * DAY_MS).toISOString(),
      updatedAt: subscribedAt,
    }
  })
}

/** Every user has up to three clusters, and a product on one or two of them for each subscription. */
function installations(
  random: SeededRandom,
  subscriptions: readonly Subscription[],
  products: ReadonlyMap<string, OnShelf>,
  now: number,
): Cluster[] {
  const owned = new Map<string, readonly string[]>()
  return subscriptions.flatMap((subscription) => {
    const { marketplace, providerId, providerName, listingId, productName, userId, userName } = subscription
    const ids =
      owned.get(userId) ?? Array.from({ length: random.int(1, 3) }, () => `c-${hex(random)}${hex(random)}`)
    owned.set(userId, ids)
    const packageVersion = products.get(listingId)?.versions[0]?.packageVersion ?? '1.0.0'
    return ids.slice(0, random.int(1, 2)).map((clusterId, at): Cluster => {
      const installed = Math.min(now, Date.parse(subscription.subscribedAt) + random.int(1, 72) * 1_200_000)
      const seen = Math.min(now, installed + random.int(0, 60) * DAY_MS)
      return {
        id: ulid(installed, random.next),
        version: 1,
        ...{ marketplace, providerId, providerName, listingId, productName, packageVersion },
        ...{ userId, userName, clusterId, clusterName: CLUSTERS[at] ?? CLUSTERS[0] },
        status: clusterStatus(random, subscription.status),
        installedAt: new Date(installed).toISOString(),
        updatedAt: new Date(seen).toISOString(),
      }
    })
  })
}

function clusterStatus(random: SeededRandom, status: SubscriptionStatus): ClusterStatus {
  const isOver = status === 'expired' || status === 'released' || status === 'refunded'
  if (isOver) return random.chance(0.7) ? 'uninstalled' : 'offline'
  if (random.chance(0.06)) return 'abnormal'
  return random.chance(0.05) ? 'offline' : 'running'
}

const hex = (random: SeededRandom) => random.int(0, 0xffff).toString(16).padStart(4, '0')

function contactOf(random: SeededRandom, userId: string): Pick<Subscription, 'phone' | 'email'> {
  return {
    phone: `13${random.pick(['0', '5', '8', '9'])}0000${String(random.int(0, 9999)).padStart(4, '0')}`,
    email: `${userId}@example.cn`,
  }
}

/** The same time of day, whole months later or earlier. */
function monthsLater(instant: string, months: number): string {
  return `${addMonths(instant.slice(0, 10), months)}${instant.slice(10)}`
}
