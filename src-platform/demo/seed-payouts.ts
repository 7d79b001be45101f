import { ulid } from 'ulid'
import {
  addDays,
  addMonths,
  firstOfMonth,
  monthOfDate,
  type PlainDate,
  yearOf,
} from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { giver, morningOf, people } from './demo-decisions.ts'
import { payableStatements } from './payable-statements.ts'
import { BATCHED, type Paying, seedDemoBatches } from './seed-payout-batches.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const SEED = 20_261_127
const MARKET = 'ksyun'
const WHY = '来源未规定，按合作协议第 8 条按月付款'

/** How far a request has come, of one provider each. */
const STORIES = ['approved', 'verified', 'verified', 'requested', 'cancelled', 'rejected', 'held'] as const

/**
 * Providers of Kingsoft, whose source states no rule of payouts: accounts that are approved, held and proposed, and
 * requests for a committed month as far as each story goes.
 */
export async function seedDemoPayouts(platform: Platform): Promise<void> {
  const random = seededRandom(SEED)
  const paying = { platform, random, give: giver(platform, random) }
  const today = shanghaiDate(now(platform))
  const [earlier, later] = [await payableIn(platform, today, 3), await payableIn(platform, today, 2)]
  const stories = new Map<string, (typeof STORIES)[number]>()
  for (const [index, story] of STORIES.entries()) {
    const statement = earlier[index]
    if (statement === undefined) continue
    stories.set(statement.providerId, story)
    await tell(paying, story, statement, index)
  }
  // Where a year has no table of holidays yet nobody knows when a hold is over, and nothing is approved.
  if (!platform.policies.calendar.years.has(yearOf(today))) return
  const approved: string[] = []
  for (const statement of [...later, ...earlier.slice(STORIES.length)]) {
    const story = stories.get(statement.providerId)
    if (approved.length === BATCHED || story === 'requested' || story === 'held') continue
    const index = STORIES.length + approved.length
    approved.push(
      story === undefined
        ? await tell(paying, 'approved', statement, index)
        : await ask(paying, 'approved', statement, askedAt(platform, index)),
    )
    stories.set(statement.providerId, 'approved')
  }
  await seedDemoBatches(paying, MARKET, approved)
}

/** Statements of a month some months ago that may be asked for since the first story was told, nine days ago. */
function payableIn(platform: Platform, today: PlainDate, ago: number): Promise<SettlementStatement[]> {
  const month = monthOfDate(addMonths(firstOfMonth(monthOfDate(today)), -ago))
  const at = platform.clock() - 9 * DAY_MS
  return payableStatements(platform, MARKET, month, at, STORIES.length + BATCHED)
}

/** In the morning some days ago, another day for each. */
function askedAt(platform: Platform, index: number): number {
  const today = shanghaiDate(now(platform))
  return morningOf(platform, addDays(today, -(9 - (index % STORIES.length))))
}

/** The account of a provider, and its request as far as the story goes. Answers with the id of the request. */
async function tell(
  paying: Paying,
  story: (typeof STORIES)[number],
  statement: SettlementStatement,
  index: number,
): Promise<string> {
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
  return ask(paying, story, statement, askedAt(platform, index))
}

async function ask(
  { platform, random, give }: Paying,
  story: (typeof STORIES)[number],
  { providerId, month, totals }: SettlementStatement,
  at: number,
): Promise<string> {
  const [finance, approver] = people()
  const id = ulid(at, random.next)
  await give(at, finance, 'payout.request', id, { providerId, months: [month], reason: '' })
  if (story === 'requested' || story === 'held') return id
  if (story === 'cancelled') {
    await give(at + DAY_MS / 2, finance, 'payout.cancel', id, { reason: '服务商要求与下月一并付款' })
    return id
  }
  // Where a year has no table of holidays yet nobody knows when a hold is over.
  if (!platform.policies.calendar.years.has(yearOf(shanghaiDate(now(platform))))) return id
  await give(at + DAY_MS / 2, finance, 'payout.verify', id, { reason: WHY })
  if (story === 'rejected') {
    await give(at + DAY_MS, approver, 'payout.reject', id, { reason: '账户证明已过期，请重新提供' })
  }
  if (story === 'approved') {
    await give(at + DAY_MS, approver, 'payout.approve', id, { amount: totals.net })
    // Above the company's threshold by another one too.
    const second = DEMO_ACCOUNTS.find(({ email }) => email.startsWith('approver2@'))
    const request = await platform.store.get('payoutRequest', id)
    if (second !== undefined && request?.status === 'approved_once') {
      await give(at + DAY_MS + DAY_MS / 4, second, 'payout.approve', id, { amount: totals.net })
    }
  }
  return id
}
