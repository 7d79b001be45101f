import { assert } from '#shared/base/assert.ts'
import type { CallSaid } from '#shared/contracts/console-platform/records/interface-call.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { takeCalls } from '../interface-calls/take-calls.ts'
import type { Platform } from '../platform.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SEED = 20_261_203
const MARKET = 'huawei'

/** One that does well, one whose orders fail, one whose probe fails, and one that answers the same twice differently. */
const PRODUCTS = ['企业网盘', '客服工单云', '数据同步平台', '合同审阅助手'] as const
const [WELL, FAILING, SILENT, UNLIKE] = PRODUCTS

/**
 * What the systems of Huawei's market report of its providers' production interfaces: calls that go well, orders that fail,
 * a probe that fails for a week, customers whose instances were not updated, and repeated calls with other answers.
 */
export async function seedDemoInterfaceCalls(
  platform: Platform,
  providers: readonly Provider[],
): Promise<void> {
  const sellers = providers.filter((each) => each.marketplace === MARKET && each.status === 'active')
  const calls = tell(seededRandom(SEED), sellers, platform.clock())
  for (let at = 0; at < calls.length; at += 500) {
    const { refused } = await takeCalls(platform, MARKET, calls.slice(at, at + 500))
    assert(refused.length === 0, 'what the demo reports is taken')
  }
}

function tell(random: SeededRandom, sellers: readonly Provider[], now: number): CallSaid[] {
  const calls: CallSaid[] = []
  const report = (ago: number, product: (typeof PRODUCTS)[number], said: Partial<CallSaid>) => {
    const seller = sellers[PRODUCTS.indexOf(product) % sellers.length]
    assert(seller !== undefined, 'the demo has a provider on the market')
    calls.push({
      callId: `call-${String(calls.length + 1).padStart(6, '0')}`,
      at: new Date(now - ago).toISOString(),
      ...{ providerId: seller.id, listingId: null, productName: product, scene: 'new-instance' },
      ...{ orderId: null, orderLineId: null, productId: null, onDemand: false, resultCode: '000000' },
      ...{ resultMessage: 'success', instanceId: null, licence: null, userId: null, userName: null },
      ...{ expiresAt: null, ...said },
    })
  }
  const order = (number: number) => ({
    ...{ orderId: `CS${261_000_000 + number}`, orderLineId: `CS${261_000_000 + number}-000001` },
  })
  const failed = { resultCode: '000005', resultMessage: 'internal error' }
  for (let day = 27; day >= 0; day -= 1) {
    for (const product of PRODUCTS) {
      const isSilent = product === SILENT && day < 7
      const probe = isSilent ? { resultCode: null, resultMessage: null } : {}
      for (const hour of [5, 11]) report(day * DAY_MS + hour * HOUR_MS, product, { scene: 'probe', ...probe })
    }
    const number = day * 10
    const instanceId = `inst-${number}`
    report(day * DAY_MS + 3 * HOUR_MS, random.pick([WELL, UNLIKE]), { ...order(number), instanceId })
    report(day * DAY_MS + 2 * HOUR_MS, WELL, { scene: 'query-instance', instanceId })
    report(day * DAY_MS + HOUR_MS, WELL, { scene: 'order-notice', ...order(number + 1) })
  }
  // Whatever the day of the month, seven of them lie in one.
  for (let at = 0; at < 14; at += 1) {
    for (const minute of [0, 2, 4]) {
      report(at * 2 * DAY_MS + 6 * HOUR_MS - minute * MINUTE_MS, FAILING, { ...order(1_000 + at), ...failed })
    }
  }
  report(9 * DAY_MS, UNLIKE, { ...order(2_000), instanceId: 'inst-a71' })
  report(9 * DAY_MS - 4 * MINUTE_MS, UNLIKE, { ...order(2_000), instanceId: 'inst-b08' })
  const onDemand = { ...order(2_001), onDemand: true, productId: 'prod-77' }
  report(6 * DAY_MS, UNLIKE, { ...onDemand, instanceId: 'inst-c11' })
  report(6 * DAY_MS - HOUR_MS, UNLIKE, { ...onDemand, instanceId: 'inst-c12' })
  report(5 * DAY_MS, UNLIKE, { scene: 'licence', ...order(2_002), licence: 'LIC-4471-A' })
  report(5 * DAY_MS - HOUR_MS, UNLIKE, { scene: 'licence', ...order(2_002), licence: 'LIC-9035-B' })
  for (const [index, left] of [-12, -3, 5].entries()) {
    report((index + 1) * DAY_MS + 4 * HOUR_MS, SILENT, {
      ...{ scene: 'update-instance', ...failed, instanceId: `inst-u${index}`, userId: `u-call-${index}` },
      userName: ['苏州华锐精密制造有限公司', '宁波远帆物流有限公司', '合肥量子测控有限公司'][index] ?? null,
      expiresAt: new Date(now + left * DAY_MS).toISOString(),
    })
  }
  return calls.sort((one, other) => (one.at < other.at ? -1 : 1))
}
