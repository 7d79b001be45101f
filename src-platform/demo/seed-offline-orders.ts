import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { Platform } from '../platform.ts'
import { giver, people } from './demo-decisions.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const SEED = 20_261_130
const MARKET = 'kubesphere'

interface Story {
  readonly paidAgo: number
  readonly product: string
  readonly buyer: string
  readonly price: Fen
  /** Of the platform's share, in hundredths of a per cent. */
  readonly agreed: number | null
  readonly verdict: 'confirmed' | 'refused' | null
  /** Half of it went back so many days ago. */
  readonly refundedAgo: number | null
}

const STORIES: readonly Story[] = [
  {
    ...{ paidAgo: 12, product: '容器平台私有化部署', buyer: '无锡恒通轨道装备有限公司', price: 180_000_00 },
    ...{ agreed: 250, verdict: 'confirmed', refundedAgo: 2 },
  },
  {
    ...{ paidAgo: 8, product: '日志审计私有化授权', buyer: '合肥明远检测技术有限公司', price: 46_000_00 },
    ...{ agreed: null, verdict: 'refused', refundedAgo: null },
  },
  {
    ...{ paidAgo: 3, product: '备份容灾驻场实施', buyer: '佛山南方陶瓷集团有限公司', price: 68_000_00 },
    ...{ agreed: 300, verdict: null, refundedAgo: null },
  },
]

/**
 * Private orders that finance wrote down: one that another person confirmed, half of which goes back by a refund that waits
 * still, one refused, one that waits.
 */
export async function seedDemoOfflineOrders(
  platform: Platform,
  providers: readonly Provider[],
): Promise<void> {
  const random = seededRandom(SEED)
  const give = giver(platform, random)
  const now = platform.clock()
  const [finance, approver] = people()
  const sellers = providers.filter((each) => each.marketplace === MARKET && each.status === 'active')
  for (const [index, story] of STORIES.entries()) {
    const seller = sellers[index]
    assert(seller !== undefined, 'the demo has providers at home on the market')
    const paid = now - story.paidAgo * DAY_MS
    const number = `HT${new Date(paid).toISOString().slice(0, 10).replaceAll('-', '')}-${String(index + 1).padStart(2, '0')}`
    const of = {
      ...{ marketplace: MARKET, providerId: seller.id, productName: story.product, category: 'extension' },
      ...{
        mode: null,
        channel: 'private' as const,
        buyerId: `p-${seller.id}-${index + 1}`,
        buyerName: story.buyer,
      },
      ...{ voucher: 0, taxBasisPoints: 600, agreedBasisPoints: story.agreed },
      ...{ completedAt: null, repaidAt: null, attachments: [] },
      contract: `私有化合同 ${number}`,
    }
    const paidAt = new Date(paid).toISOString()
    const id = ulid(paid + DAY_MS, random.next)
    await give(paid + DAY_MS, finance, 'order.record-offline', id, {
      ...{ ...of, number, kind: 'new', refundOf: null, listPrice: story.price, cash: story.price },
      ...{ paidAt, startsAt: paidAt, evidence: '银行回单与双方签章的合同，存于合同档案' },
    })
    const decided = paid + 2 * DAY_MS
    if (story.verdict === 'confirmed') await give(decided, approver, 'order.confirm-offline', id, {})
    if (story.verdict === 'refused') {
      await give(decided, approver, 'order.refuse-offline', id, {
        reason: '合同未约定平台分成，请补签后再登记',
      })
    }
    if (story.refundedAgo === null) continue
    const back = now - story.refundedAgo * DAY_MS
    await give(back, finance, 'order.record-offline', ulid(back, random.next), {
      ...{ ...of, number: `${number}-R`, kind: 'refund', refundOf: id, listPrice: 0, cash: -story.price / 2 },
      ...{
        paidAt: new Date(back).toISOString(),
        startsAt: null,
        evidence: '退款回单与补充协议，存于合同档案',
      },
    })
  }
}
