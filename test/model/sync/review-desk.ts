import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { CommandType } from '#shared/contracts/console-platform/commands.ts'
import {
  type Application,
  applicationSchema,
} from '#shared/contracts/console-platform/records/application.ts'
import { PEOPLE } from './people.ts'

/** What a reviewer may try in each state; that the rules refuse some of it is part of the test. */
const CHOICES: Readonly<Partial<Record<Application['status'], readonly CommandType[]>>> = {
  submitted: ['application.start-review', 'application.reject', 'application.assign'],
  in_review: [
    'application.request-changes',
    'application.approve',
    'application.approve',
    'application.reject',
  ],
  contract_pending: ['application.record-contract'],
  deposit_pending: ['application.open'],
}

interface Sql {
  prepare(text: string): { all(): unknown[] }
}

/** What a reviewer does next with what is on her screen; null where there is nothing. */
export function reviewDecision(sql: Sql, random: SeededRandom): NewDecision | null {
  const seen = applicationsOn(sql)
  if (seen.length === 0) return null
  const { id: recordId, version: expectedVersion, status } = random.pick(seen)
  const type = random.pick<CommandType>(CHOICES[status] ?? ['application.reject'])
  return { type, recordId, expectedVersion, seenDigest: null, arguments: argumentsOf(type, random) }
}

function applicationsOn(sql: Sql): Application[] {
  const rows = sql
    .prepare(
      `SELECT body FROM overlay_application UNION ALL
       SELECT body FROM application WHERE id NOT IN (SELECT id FROM overlay_application) ORDER BY body`,
    )
    .all() as { body: string }[]
  return rows.map(({ body }) => applicationSchema.parse(JSON.parse(body)))
}

function argumentsOf(type: CommandType, random: SeededRandom): unknown {
  const notes = { noteToVendor: '', internalNote: '' }
  switch (type) {
    case 'application.assign':
      return { assignee: random.pick(PEOPLE).id }
    case 'application.approve':
      return notes
    case 'application.request-changes':
    case 'application.reject':
      return { ...notes, reasons: ['material-missing'] }
    case 'application.record-contract': {
      const contract = {
        agreement: 'provider-agreement',
        version: '1.0',
        signedBy: '王伟',
        signedOn: '2026-03-02',
      }
      return { contract }
    }
    default:
      return {}
  }
}
