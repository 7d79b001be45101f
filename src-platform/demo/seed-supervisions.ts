import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { Platform } from '../platform.ts'
import { completeDue } from '../supervision/complete-due.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { type Give, giver } from './demo-decisions.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const SEED = 20_261_129
const MARKET = 'huawei'
const PRICE: Fen = 26_800_00
/** When the orders were paid: before those that nobody has looked at yet. */
const PAID_AGO = 44 * DAY_MS

type Step = 'deliver' | 'confirm' | 'reject' | 'appeal' | 'accept'

/**
 * What happened with each order, and how long ago. What was confirmed or decided within the last hours is completed by the
 * clock, later on.
 */
const STORIES: readonly (readonly (readonly [step: Step, ago: number])[])[] = [
  [],
  [['deliver', 6 * DAY_MS]],
  [
    ['deliver', 9 * DAY_MS],
    ['confirm', HOUR_MS / 2],
  ],
  [
    ['deliver', 20 * DAY_MS],
    ['confirm', 12 * DAY_MS],
  ],
  [
    ['deliver', 10 * DAY_MS],
    ['reject', 3 * DAY_MS],
  ],
  [
    ['deliver', 25 * DAY_MS],
    ['reject', 20 * DAY_MS],
    ['deliver', 15 * DAY_MS],
    ['reject', 8 * DAY_MS],
    ['appeal', 2 * DAY_MS],
  ],
  [
    ['deliver', 30 * DAY_MS],
    ['reject', 27 * DAY_MS],
    ['deliver', 18 * DAY_MS],
    ['reject', 9 * DAY_MS],
    ['appeal', 5 * DAY_MS],
    ['accept', HOUR_MS / 2],
  ],
]
const PRODUCTS = [
  '企业网盘永久授权',
  '视频会议授权 200 方',
  '数据库审计授权',
  '工业质检授权',
  '电子签章授权',
  '堡垒机授权',
  '报表中心授权',
] as const

/**
 * Licences sold by Huawei's market, whose delivery is supervised: one that waits for delivery, and one in each state after
 * it, told by real decisions of operations.
 */
export async function seedDemoSupervisions(
  platform: Platform,
  providers: readonly Provider[],
): Promise<void> {
  const random = seededRandom(SEED)
  const sellers = providers.filter((each) => each.marketplace === MARKET && each.status === 'active')
  const telling = { give: giver(platform, random), now: platform.clock() }
  for (const [at, story] of STORIES.entries()) {
    const seller = sellers[at % sellers.length]
    assert(seller !== undefined, 'the demo has a provider on the market')
    const order = orderOf(random, seller, telling.now - PAID_AGO + at * HOUR_MS, at)
    await platform.store.write((transaction) => transaction.put('order', order))
    for (const [step, ago] of story) await tell(telling, order.id, step, telling.now - ago)
  }
  await completeDue(platform)
}

interface Telling {
  readonly give: Give
  readonly now: number
}

async function tell({ give }: Telling, id: string, step: Step, at: number): Promise<void> {
  const [ops, manager] = DEMO_ACCOUNTS
  assert(ops !== undefined && manager !== undefined, 'the demo has operations and their manager')
  const happened = new Date(at).toISOString()
  const [year, month] = happened.split('-')
  const filed = `${year}-${month}-${id.slice(-4)}`
  switch (step) {
    case 'deliver':
      return give(at, ops, 'supervision.record-delivery', id, {
        ...{ deliveredAt: happened, deliverable: '安装与培训验收报告，含双方签章' },
        ...{ filedAt: `合同档案 ${filed}`, sha256: null, attachments: [], governmentVoucher: false },
      })
    case 'confirm':
      return give(at, ops, 'supervision.confirm', id, {
        ...{ confirmedAt: happened, evidence: `买家中心验收记录截图 ${filed}`, attachments: [] },
      })
    case 'reject':
      return give(at, ops, 'supervision.reject', id, {
        ...{ rejectedAt: happened, reason: '培训只完成一半，缺少签到表' },
        ...{ evidence: `买家中心驳回截图 ${filed}`, attachments: [] },
      })
    case 'appeal':
      return give(at, ops, 'supervision.appeal', id, {
        ...{ appealedAt: happened, statement: '两次驳回后仍未补齐培训，要求按合同补做' },
        ...{ evidence: `申诉单 ${filed}`, attachments: [] },
      })
    case 'accept':
      return give(at, manager, 'supervision.decide', id, {
        ...{ outcome: 'accepted', reason: '补做培训的签到表与录像齐全，交付成立' },
      })
  }
}

function orderOf(random: SeededRandom, seller: Provider, paid: number, at: number): Order {
  const paidAt = new Date(paid).toISOString()
  return {
    ...{ id: ulid(paid, random.next), version: 1, marketplace: MARKET },
    number: `${paidAt.slice(0, 10).replaceAll('-', '')}${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
    ...{ providerId: seller.id, providerName: seller.name, listingId: null },
    productName: PRODUCTS[at % PRODUCTS.length] ?? PRODUCTS[0],
    ...{ category: 'license', mode: 'joint', kind: 'new', refundOf: null, channel: 'online' },
    ...{ buyerId: `u-${seller.id}-${at}`, buyerName: '苏州华锐精密制造有限公司', distributed: false },
    ...{ listPrice: PRICE, cash: PRICE, voucher: 0, taxBasisPoints: 1300, agreedBasisPoints: 8_000 },
    ...{ paidAt, activatedAt: null, startsAt: null, completedAt: null },
    repaidAt: new Date(paid + 2 * DAY_MS).toISOString(),
    ...{ supervision: 'pending', settledIn: null, updatedAt: paidAt },
  }
}
