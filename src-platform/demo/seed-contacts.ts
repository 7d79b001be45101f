import { ulid } from 'ulid'
import { assert } from '#shared/base/assert.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import type { Subscription } from '#shared/contracts/console-platform/records/subscription.ts'
import { now, type Platform } from '../platform.ts'
import { DEMO_ACCOUNTS } from './demo-accounts.ts'
import { giver } from './demo-decisions.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const SEED = 20_261_201

/** What callers want; `after` is what has become of it. */
const CALLS = [
  {
    days: 9,
    reason: 'refund',
    subject: '买错版本，要求退款',
    after: 'late',
    said: '用户称下单时选错版本，尚未安装，要求全额退款。',
  },
  {
    days: 4,
    reason: 'invoice',
    subject: '要求开具增值税专用发票',
    after: 'answered',
    said: '用户需要专票报销，抬头与税号已核对。',
  },
  {
    days: 2,
    reason: 'fault',
    subject: '升级后备份任务失败',
    after: 'handed',
    said: '升级到新版本后定时备份失败，已提供日志。',
  },
  {
    days: 6,
    reason: 'renewal',
    subject: '询问宽限期内能否续费',
    after: 'closed',
    said: '用户询问到期后几天内仍可续费。',
  },
  {
    days: 1,
    reason: 'question',
    subject: '咨询多集群授权',
    after: 'open',
    said: '同一订阅能否装在两个集群上。',
  },
  {
    days: 0,
    reason: 'complaint',
    subject: '投诉服务商答复慢',
    after: 'open',
    said: '用户称三次联系服务商均未回复。',
  },
] as const

/** Contacts told by real decisions: in every state, one with an answer that is late, and a note of the desk. */
export async function seedDemoContacts(
  platform: Platform,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const random = seededRandom(SEED)
  const give = giver(platform, random)
  const support = DEMO_ACCOUNTS.find(({ roles }) => roles.includes('support'))
  assert(support !== undefined, 'the demo has somebody in support')
  const lately = platform.clock()
  const today = shanghaiDate(now(platform))
  const callOf = (
    of: Subscription,
    said: Pick<CommandArguments<'contact.open'>, 'reason' | 'subject' | 'said'>,
  ) => ({
    ...{ marketplace: of.marketplace, userId: null, userName: null },
    about: { kind: 'subscription' as const, id: of.id },
    ...{ callerName: of.userName, callerPhone: of.phone, callerEmail: of.email, ...said, settled: false },
  })
  for (const [index, { days, after, ...call }] of CALLS.entries()) {
    const of = subscriptions[index]
    if (of === undefined) return
    // The hours of a day, so that nothing of it is to come.
    const at = lately - days * DAY_MS - 6 * HOUR_MS
    const id = ulid(at, random.next)
    await give(at, support, 'contact.open', id, callOf(of, call))
    if (after === 'open') continue
    const dueOn = addDays(today, after === 'late' ? -3 : 2)
    if (after !== 'closed') {
      await give(at + HOUR_MS, support, 'contact.hand-over', id, {
        ...{ to: 'provider', dueOn, text: '请核实后答复用户的诉求。' },
      })
    }
    if (after === 'answered') {
      await give(at + 5 * HOUR_MS, support, 'contact.record-answer', id, { text: '服务商：发票三日内寄出。' })
    }
    if (after === 'closed') {
      await give(at + HOUR_MS, support, 'contact.close', id, {
        ...{ outcome: 'resolved', text: '已告知宽限期的规则，用户自行续费。' },
      })
    }
  }
  const noted = subscriptions[0]
  if (noted === undefined) return
  const at = lately - 5 * HOUR_MS
  await give(at, support, 'contact.open', ulid(at, random.next), {
    ...callOf(noted, { reason: 'other', subject: '重点客户', said: '重点客户，来电优先处理。' }),
    ...{ callerName: null, callerPhone: null, callerEmail: null, settled: true },
  })
}
