import { ulid } from 'ulid'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import { contactSchema } from '#shared/contracts/console-platform/records/contact.ts'

interface Sql {
  prepare(text: string): { all(): unknown[] }
}

/** What somebody in support does next: takes a call about a subscription, or goes on with one, fitting or not. */
export function contactDecision(sql: Sql, random: SeededRandom, now: number): NewDecision | null {
  const contacts = bodies(sql, 'contact').map((body) => contactSchema.parse(body))
  if (contacts.length < 3 || random.chance(0.3)) return call(sql, random, now)
  const { id: recordId, version: expectedVersion } = random.pick(contacts)
  const type = random.pick<CommandType>([
    'contact.hand-over',
    'contact.record-answer',
    'contact.note',
    'contact.close',
    'contact.reopen',
  ])
  return { type, recordId, expectedVersion, seenDigest: null, arguments: argumentsOf(type) }
}

function call(sql: Sql, random: SeededRandom, now: number): NewDecision | null {
  const subscriptions = sql.prepare('SELECT id, marketplace FROM subscription ORDER BY id').all() as {
    id: string
    marketplace: string
  }[]
  if (subscriptions.length === 0) return null
  const { id, marketplace } = random.pick(subscriptions)
  const recordId = ulid(now, random.next)
  return {
    ...{ type: 'contact.open', recordId, expectedVersion: 0, seenDigest: null },
    arguments: {
      ...{ marketplace, userId: null, userName: null, about: { kind: 'subscription', id } },
      ...{ callerName: '王女士', callerPhone: null, callerEmail: null, reason: 'refund' },
      ...{ subject: '要求退款', said: '买错了版本', settled: random.chance(0.2) },
    },
  }
}

/** In an order that does not hang on what was drawn for ids. */
function bodies(sql: Sql, table: string): unknown[] {
  const rows = sql
    .prepare(
      `SELECT body FROM overlay_${table} UNION ALL
       SELECT body FROM ${table} WHERE id NOT IN (SELECT id FROM overlay_${table}) ORDER BY body`,
    )
    .all() as { body: string }[]
  return rows.map(({ body }): unknown => JSON.parse(body))
}

function argumentsOf(type: CommandType): unknown {
  if (type === 'contact.hand-over') return { to: 'provider', dueOn: '2027-06-30', text: '请确认' }
  if (type === 'contact.close') return { outcome: 'resolved', text: '已答复' }
  return { text: '已回电' }
}
