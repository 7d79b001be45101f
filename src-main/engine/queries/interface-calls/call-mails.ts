import type { CallBoard } from '#shared/contracts/console-engine/interface-calls.ts'
import { mailsDue } from '#shared/rules/interface-health/mails-due.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import type { CallScope } from './call-sums.ts'
import { toCallRow } from './list-calls.ts'

/** The mails that the rule asks for about failed calls, the newest call first. */
export function mailsOfCalls(
  context: QueryContext,
  { where, bindings }: CallScope,
  limit: number,
): CallBoard['mails'] {
  const calls = context.statements
    .prepare<{ body: string }>(
      `SELECT r.body AS body FROM interface_call r WHERE ${where} AND r.status = 'failed'
      ORDER BY r.at DESC, r.id LIMIT ${limit}`,
    )
    .all(bindings)
    .map(({ body }) => toCallRow(context, body))
  const mails = calls.flatMap((call) =>
    mailsDue([call]).map(({ to, callId, subject, body }) => ({
      ...{ id: call.id, at: call.at, providerName: call.providerName, to, callId, subject, body },
      // Which mailbox the account is bound to no record says.
      address:
        to === 'service' ? (readPresent(context, 'provider', call.providerId)?.contact?.email ?? null) : null,
    })),
  )
  return mails.slice(0, limit)
}
