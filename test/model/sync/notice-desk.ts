import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { RunningPlatform } from '#platform/start-platform.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import type { AppliedDecision } from './auditor.ts'
import { platformRecords } from './platform-books.ts'

interface Sql {
  prepare(text: string): { all(): unknown[] }
}

/** What somebody does with a notice that lies on her desk, fitting or not; null where there is none. */
export function noticeDecision(sql: Sql, random: SeededRandom): NewDecision | null {
  const notices = sql
    .prepare(
      `SELECT id, version FROM overlay_notice UNION ALL
       SELECT id, version FROM notice WHERE id NOT IN (SELECT id FROM overlay_notice) ORDER BY version, id`,
    )
    .all() as { id: string; version: number }[]
  if (notices.length === 0) return null
  const { id: recordId, version: expectedVersion } = random.pick(notices)
  const type = random.pick<CommandType>(['notice.mark-told', 'notice.cancel', 'notice.resend'])
  return { type, recordId, expectedVersion, seenDigest: null, arguments: argumentsOf(type) }
}

function argumentsOf(type: CommandType): unknown {
  if (type === 'notice.mark-told') return { channel: 'phone', note: '已电话告知' }
  if (type === 'notice.cancel') return { reason: '不再需要' }
  return { language: 'zh', email: 'someone@example.cn' }
}

/** What the specification has told with each verdict: exactly one notice, whatever else is told with it. */
const TOLD_WITH: Readonly<Record<string, string>> = {
  'application.request-changes': 'application-changes-requested',
  'application.approve': 'application-approved',
  'application.reject': 'application-rejected',
  'listing.request-changes': 'listing-changes-requested',
  'listing.approve': 'listing-approved',
  'listing.reject': 'listing-rejected',
  'listing.publish': 'listing-published',
  'listing.delist': 'listing-delisted',
  'deposit.issue-receipt': 'receipt-issued',
}

/** Each verdict that was applied has made one notice, and none was made by what was not applied. */
export async function noticeComplaints(
  platform: RunningPlatform,
  applied: readonly AppliedDecision[],
): Promise<string[]> {
  const made = new Map<string, number>()
  const known = new Set(applied.map(({ commandId }) => commandId))
  const complaints: string[] = []
  for (const { cause } of (await platformRecords<{ cause: string }>(platform, 'notice')).values()) {
    const [commandId = '', occasion = ''] = cause.split(' ')
    if (!known.has(commandId)) complaints.push(`a notice was made by ${commandId}, which was not applied`)
    made.set(`${commandId} ${occasion}`, (made.get(`${commandId} ${occasion}`) ?? 0) + 1)
  }
  for (const { commandId, type } of applied) {
    const occasion = TOLD_WITH[type]
    if (occasion === undefined) continue
    const count = made.get(`${commandId} ${occasion}`) ?? 0
    if (count !== 1) complaints.push(`${type} ${commandId} has ${count} notices of ${occasion}`)
  }
  return complaints
}
