import { ulid } from 'ulid'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Listing } from '#shared/contracts/console-platform/records/listing.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Platform } from '../platform.ts'
import { now } from '../platform.ts'
import { companyName } from './company-names.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const MONTHS_BACK = 24
/** Most orders of a provider in a month. */
const PER_MONTH = 4
const AT_ONCE = 1000
/** The market whose rules end long ago: later months show that nothing is guessed. */
const PAST_MARKET = { marketplace: 'aliyun', from: Date.UTC(2019, 0, 1), to: Date.UTC(2021, 5, 1) }

const PRODUCTS = [
  '云备份',
  '日志审计',
  '数据同步',
  '智能客服',
  '接口网关',
  '堡垒机',
  '报表中心',
  '消息队列',
] as const
/** Yearly prices in yuan, from the small to the large customer. */
const PRICES = [199, 680, 1_299, 3_980, 9_800, 26_800, 68_000] as const
const MODES = ['joint', 'joint', 'general', 'self-service'] as const
const SUPERVISED_TYPES: ReadonlySet<string> = new Set(['manual-service', 'license'])
const TAXES = [600, 600, 1300, 300] as const

/**
 * Two years of orders up to the platform's day of every provider at home, with renewals, refunds, vouchers, customers of
 * the provider's own and supervised orders; of the market whose rules have ended its last years and a little more. The
 * same seed and day give the same orders, which it answers.
 */
export async function seedDemoOrders(
  platform: Platform,
  providers: readonly Provider[],
  listings: readonly Listing[],
  seed: number,
): Promise<readonly Order[]> {
  const random = seededRandom(seed)
  const orders = providers
    .filter(({ status }) => status !== 'prospect')
    .flatMap((provider) => ordersOf(platform, random, provider, listings))
    .sort((one, other) => (one.id < other.id ? -1 : 1))
  for (let at = 0; at < orders.length; at += AT_ONCE) {
    await platform.store.write(async (transaction) => {
      for (const order of orders.slice(at, at + AT_ONCE)) await transaction.put('order', order)
    })
  }
  return orders
}

function ordersOf(
  platform: Platform,
  random: SeededRandom,
  provider: Provider,
  listings: readonly Listing[],
): Order[] {
  const pack = packInForce(platform.policies.packs, provider.marketplace, shanghaiDate(now(platform)))
  if (pack === null) return []
  const [from, to] = spanOf(platform, provider)
  const own = listings.filter(({ providerId }) => providerId === provider.id)
  const customers = Array.from({ length: 6 }, () => companyName(random).name)
  const orders: Order[] = []
  // A few sell much: the others have a quiet month now and then.
  const most = random.chance(0.2) ? PER_MONTH * 2 : PER_MONTH
  for (let at = from; at < to; at += 30 * DAY_MS) {
    for (let each = random.int(0, most); each > 0; each -= 1) {
      const paid = at + random.int(0, 29) * DAY_MS + random.int(1, 14) * HOUR_MS + random.int(0, 3599) * 1000
      if (paid >= to) continue
      const order = orderOf(random, { provider, pack, own, customers, paid, until: to })
      orders.push(order)
      const back = paid + random.int(1, 40) * DAY_MS
      if (random.chance(0.05) && back < to) orders.push(refundOf(random, order, back))
    }
  }
  return orders
}

/** The instants in ms between which a provider sells. */
function spanOf(platform: Platform, { marketplace, joinedOn }: Provider): readonly [number, number] {
  if (marketplace === PAST_MARKET.marketplace) return [PAST_MARKET.from, PAST_MARKET.to]
  const to = platform.clock()
  const joined = joinedOn === null ? to : Date.parse(`${joinedOn}T00:00:00Z`) + DAY_MS
  return [Math.max(joined, to - MONTHS_BACK * 30 * DAY_MS), to]
}

interface Sale {
  readonly provider: Provider
  readonly pack: PolicyPack
  readonly own: readonly Listing[]
  readonly customers: readonly string[]
  /** Instants in ms: when it was paid, and the end of the story. */
  readonly paid: number
  readonly until: number
}

function orderOf(random: SeededRandom, { provider, pack, own, customers, paid, until }: Sale): Order {
  const shares = pack.fees?.rules.model === 'provider-share'
  const listing = own.length === 0 ? null : random.pick(own)
  const category = random.pick(provider.categories.length === 0 ? ['other'] : provider.categories)
  const listPrice = random.pick(PRICES) * 100 * random.int(1, 3)
  const voucher = random.chance(0.12) ? Math.floor(listPrice / 5) : 0
  const supervised = shares && SUPERVISED_TYPES.has(category)
  const done = paid + random.int(3, 45) * DAY_MS
  const isDone = done < until
  const buyer = random.pick(customers)
  const instant = (at: number) => new Date(at).toISOString()
  return {
    id: ulid(paid, random.next),
    version: 1,
    marketplace: provider.marketplace,
    number: `${instant(paid).slice(0, 10).replaceAll('-', '')}${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
    providerId: provider.id,
    providerName: provider.name,
    listingId: listing?.id ?? null,
    productName: listing?.title.zh ?? random.pick(PRODUCTS),
    category,
    mode: shares ? random.pick(MODES) : null,
    kind: random.chance(0.3) ? 'renewal' : 'new',
    refundOf: null,
    channel: provider.marketplace === 'kubesphere' && random.chance(0.1) ? 'private' : 'online',
    buyerId: `u-${provider.id}-${customers.indexOf(buyer) + 1}`,
    buyerName: buyer,
    distributed: random.chance(0.15),
    listPrice,
    cash: listPrice - voucher,
    voucher,
    taxBasisPoints: random.pick(TAXES),
    agreedBasisPoints: shares ? random.pick([7_000, 8_000, 8_500]) : null,
    paidAt: instant(paid),
    activatedAt: instant(paid + HOUR_MS),
    startsAt: instant(paid + HOUR_MS),
    completedAt: !supervised || isDone ? instant(supervised ? done : paid + HOUR_MS) : null,
    repaidAt: paid + 35 * DAY_MS < until ? instant(paid + random.int(0, 34) * DAY_MS) : null,
    supervision: !supervised ? 'none' : isDone ? 'completed' : random.pick(['pending', 'delivered'] as const),
    settledIn: null,
    updatedAt: instant(supervised && isDone ? done : paid),
  }
}

/** All or half of what was paid goes back. */
function refundOf(random: SeededRandom, order: Order, at: number): Order {
  const paidAt = new Date(at).toISOString()
  const amount = random.chance(0.5) ? order.cash : Math.floor(order.cash / 2)
  return {
    ...order,
    id: ulid(at, random.next),
    number: `${order.number}-R`,
    kind: 'refund',
    refundOf: order.id,
    listPrice: 0,
    voucher: 0,
    cash: -amount,
    paidAt,
    updatedAt: paidAt,
  }
}
