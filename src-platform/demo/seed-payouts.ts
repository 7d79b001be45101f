import { ulid } from 'ulid'
import { addMonths, firstOfMonth, monthOfDate, yearOf } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { now, type Platform } from '../platform.ts'
import { type Give, giver, people } from './demo-decisions.ts'
import { payableStatements } from './payable-statements.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const SEED = 20_261_127
const MARKET = 'ksyun'
const WHY = '来源未规定，按合作协议第 8 条按月付款'

/** How far a request has come, of one provider each. */
const STORIES = ['approved', 'verified', 'verified', 'requested', 'cancelled', 'rejected', 'held'] as const

interface Paying {
  readonly platform: Platform
  readonly random: SeededRandom
  readonly give: Give
}

/**
 * Providers of Kingsoft, whose source states no rule of payouts: accounts that are approved, held and proposed, and
 * requests for a committed month as far as each story goes.
 */
export async function seedDemoPayouts(platform: Platform): Promise<void> {
  const random = seededRandom(SEED)
  const paying = { platform, random, give: giver(platform, random) }
  const today = shanghaiDate(now(platform))
  const month = monthOfDate(addMonths(firstOfMonth(monthOfDate(today)), -3))
  // The story that was told first asked nine days ago.
  const payable = await payableStatements(
    platform,
    MARKET,
    month,
    platform.clock() - 9 * DAY_MS,
    STORIES.length,
  )
  for (const [index, story] of STORIES.entries()) {
    const statement = payable[index]
    if (statement !== undefined) await tell(paying, story, statement, index)
  }
}

/** The account of a provider, and its request as far as the story goes. */
async function tell(
  paying: Paying,
  story: (typeof STORIES)[number],
  statement: SettlementStatement,
  index: number,
): Promise<void> {
  const { platform, random, give } = paying
  const { providerId, providerName } = statement
  const [finance, approver] = people()
  const at = platform.clock() - (story === 'held' ? 2 : 45) * DAY_MS
  const id = ulid(at, random.next)
  await give(at, finance, 'provider.propose-bank-account', id, {
    ...{ providerId, accountName: providerName, accountNumber: `1100200${30_440_000 + index * 7_919}` },
    ...{ bankName: '中国建设银行北京中关村分行', bankCode: '' },
    evidence: `盖章的账户信息，财务档案 2026-${300 + index}`,
  })
  // One account is nobody's yet.
  if (story !== 'requested') await give(at + DAY_MS, approver, 'provider.approve-bank-account', id, {})
  await ask(paying, story, statement, platform.clock() - (9 - index) * DAY_MS)
}

async function ask(
  { platform, random, give }: Paying,
  story: (typeof STORIES)[number],
  { providerId, month, totals }: SettlementStatement,
  at: number,
): Promise<void> {
  const [finance, approver] = people()
  const id = ulid(at, random.next)
  await give(at, finance, 'payout.request', id, { providerId, months: [month], reason: '' })
  if (story === 'requested' || story === 'held') return
  if (story === 'cancelled') {
    await give(at + DAY_MS / 2, finance, 'payout.cancel', id, { reason: '服务商要求与下月一并付款' })
    return
  }
  // Where a year has no table of holidays yet nobody knows when a hold is over.
  if (!platform.policies.calendar.years.has(yearOf(shanghaiDate(now(platform))))) return
  await give(at + DAY_MS / 2, finance, 'payout.verify', id, { reason: WHY })
  if (story === 'rejected') {
    await give(at + DAY_MS, approver, 'payout.reject', id, { reason: '账户证明已过期，请重新提供' })
  }
  if (story === 'approved') {
    await give(at + DAY_MS, approver, 'payout.approve', id, { amount: totals.net })
  }
}
