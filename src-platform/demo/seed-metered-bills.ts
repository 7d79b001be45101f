import { assert } from '#shared/base/assert.ts'
import type { BillSaid } from '#shared/contracts/console-platform/records/metered-bill.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import {
  type Decimal,
  decimal,
  decimalText,
  fenHalfAwayFromZero,
  minus,
  plus,
  ZERO,
} from '#shared/money/decimal.ts'
import type { MeteredUse } from '#shared/rules/metering/metered-use.ts'
import { type Reckoned, reckonUse } from '#shared/rules/metering/reckon-use.ts'
import { takeBills } from '../metered-bills/take-bills.ts'
import type { Platform } from '../platform.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SEED = 20_261_207
const MARKET = 'huawei'
const DAYS = 12
const PACKAGE = '40000'
const AT_ONCE = 100

type Meter = Pick<BillSaid, 'factor' | 'unit' | 'price'> & {
  /** Units of one record, at least and at most, in hundredths. */
  readonly use: readonly [number, number]
  readonly packages: readonly string[]
  /** What some of its bills was made with instead of the rules. */
  readonly wrong: (use: MeteredUse) => MeteredUse
}

const METERS: readonly Meter[] = [
  {
    ...{ factor: '通话时长', unit: '分钟', use: [400, 30_000], packages: [] },
    price: {
      mode: 'step',
      bands: [
        { upTo: '1000', unitPrice: '0.3' },
        { upTo: '5000', unitPrice: '0.24' },
        { upTo: null, unitPrice: '0.18' },
      ],
    },
    wrong: (use) => ({ ...use, accumulated: '0' }),
  },
  {
    ...{ factor: '短信条数', unit: '条', use: [10_000, 300_000], packages: ['pkg-sms-40000'] },
    price: { mode: 'fixed', bands: [{ upTo: null, unitPrice: '0.045' }] },
    wrong: (use) => ({ ...use, packages: [] }),
  },
  {
    ...{ factor: '识别次数', unit: '次', use: [2_000, 90_000], packages: [] },
    price: {
      mode: 'tier',
      bands: [
        { upTo: '100', unitPrice: '0.12' },
        { upTo: '500', unitPrice: '0.1' },
        { upTo: null, unitPrice: '0.0865' },
      ],
    },
    wrong: (use) => ({ ...use, price: { ...use.price, mode: 'step' } }),
  },
]

/**
 * What the systems of Huawei's market bill for metered use, a bill a day for each of three of its orders: most as the rules
 * have it, some made with the cycle, the package or the bands left out, one with nothing that explains it.
 *
 * @param orders of the whole demo.
 */
export async function seedDemoMeteredBills(platform: Platform, orders: readonly Order[]): Promise<void> {
  const random = seededRandom(SEED)
  const today = platform.clock() - (platform.clock() % DAY_MS)
  const before = new Date(today - DAYS * DAY_MS).toISOString()
  const own = orders.filter(
    (order) => order.marketplace === MARKET && order.kind === 'new' && order.paidAt < before,
  )
  const bills = METERS.flatMap((meter, at) => {
    const order = own.at(-1 - at)
    assert(order !== undefined, 'the demo has orders on the market')
    return billsOf(random, meter, order, today)
  })
  for (let at = 0; at < bills.length; at += AT_ONCE) {
    const { refused } = await takeBills(platform, MARKET, bills.slice(at, at + AT_ONCE))
    assert(refused.length === 0, 'what the demo bills is taken')
  }
}

function billsOf(random: SeededRandom, meter: Meter, order: Order, today: number): BillSaid[] {
  const { factor, unit, price } = meter
  let accumulated = ZERO
  let left = decimal(PACKAGE)
  return Array.from({ length: DAYS }, (_, day): BillSaid => {
    const start = today - (DAYS - day) * DAY_MS
    const instant = (hours: number) => new Date(start + hours * HOUR_MS).toISOString()
    const records = [0, 6, 12, 18].map((hour) => ({
      ...{ from: instant(hour), to: instant(hour + 1), recordedAt: instant(hour + 1.2) },
      quantity: String(random.int(...meter.use) / 100),
    }))
    const use: MeteredUse = {
      ...{ price, accumulated: decimalText(accumulated), records },
      packages: meter.packages.map((packageId) => ({ packageId, left: decimalText(left) })),
    }
    const right = reckonUse(use)
    accumulated = plus(accumulated, right.charged)
    left = minus(left, takenOf(right))
    const isWrong = day === 4 || day === 9
    const billed = fenHalfAwayFromZero((isWrong ? reckonUse(meter.wrong(use)) : right).amount)
    const unexplained = day === 7 && price.mode === 'step' ? 1_200 : 0
    return {
      ...{ billId: `MB${order.number}-${String(day + 1).padStart(2, '0')}`, billedAt: instant(24) },
      ...{ providerId: order.providerId, listingId: null, productName: order.productName },
      ...{
        orderId: order.number,
        orderLineId: null,
        productId: 'prod-on-demand',
        instanceId: `inst-${order.number}`,
      },
      ...{
        userId: order.buyerId,
        userName: order.buyerName,
        factor,
        unit,
        from: instant(0),
        to: instant(24),
      },
      ...{ ...use, records, packages: [...use.packages], amount: Number(billed) + unexplained },
    }
  })
}

function takenOf({ quantity, charged }: Reckoned): Decimal {
  return minus(quantity, charged)
}
