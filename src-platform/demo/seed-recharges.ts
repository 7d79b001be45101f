import { ulid } from 'ulid'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Fen } from '#shared/money/fen.ts'
import { now, type Platform } from '../platform.ts'
import { giver, people } from './demo-decisions.ts'
import type { AskedDeposit } from './demo-deposits.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const SEED = 20_261_128
const AMOUNT: Fen = 100_000

/** Online recharges on deposits that are paid in part: one confirmed, one refused, one that waits for the second person. */
export async function seedDemoRecharges(
  platform: Platform,
  deposits: readonly AskedDeposit[],
): Promise<void> {
  const random = seededRandom(SEED)
  const give = giver(platform, random)
  const [finance, approver] = people()
  const lately = platform.clock()
  const today = shanghaiDate(now(platform))
  const inPart = deposits.filter(({ story }) => story === 'in-part').toReversed()
  for (const [index, days] of [6, 4, 1].entries()) {
    const obligation = inPart[index]?.obligation
    if (obligation === undefined) return
    const at = lately - days * DAY_MS
    const id = ulid(at, random.next)
    await give(at, finance, 'recharge.record', id, {
      obligationId: obligation.id,
      ...{ channel: index === 1 ? '微信支付' : '支付宝', number: `20261120220014${id.slice(-12)}` },
      ...{ paidOn: addDays(today, -days), amount: AMOUNT, payerName: obligation.providerName },
      ...{ payerAccount: '', evidence: '渠道后台截图，财务档案 2026-77', attachments: [] },
    })
    if (index === 0) await give(at + DAY_MS, approver, 'recharge.confirm', id, {})
    if (index === 1) await give(at + DAY_MS, approver, 'recharge.refuse', id, { reason: '渠道后台查无此笔' })
  }
}
