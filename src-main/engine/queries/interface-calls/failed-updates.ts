import type { CallBoard } from '#shared/contracts/console-engine/interface-calls.ts'
import { interfaceCallSchema } from '#shared/contracts/console-platform/records/interface-call.ts'
import type { InterfaceSection } from '#shared/policy/interface-section.ts'
import { lastsUntil } from '#shared/rules/interface-health/frozen-until.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import type { CallScope } from './call-sums.ts'

/** Customers whose instance was not updated: the last call about it failed. With the provider's contact. */
export function failedUpdates(
  context: QueryContext,
  section: InterfaceSection,
  { where, bindings }: CallScope,
  limit: number,
): CallBoard['updates'] {
  const scene = section.scenes.find(({ act }) => act === 'update')?.id ?? ''
  const found = context.statements
    .prepare<{ body: string }>(
      `SELECT r.body AS body FROM interface_call r
      WHERE ${where} AND r.scene = @scene AND r.status = 'failed' AND r.instanceId IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM interface_call f WHERE f.instanceId = r.instanceId AND f.scene = r.scene
          AND f.marketplace = r.marketplace AND (f.at > r.at OR (f.at = r.at AND f.id > r.id)))
      ORDER BY r.at DESC LIMIT ${limit}`,
    )
    .all({ ...bindings, scene })
  return found.map(({ body }) => {
    const call = interfaceCallSchema.parse(JSON.parse(body))
    const { id, at, instanceId, orderId, userId, userName, productName, providerId, providerName } = call
    const running = call.expiresAt === null ? null : lastsUntil(section, call.expiresAt, context.today)
    return {
      ...{ id, at, instanceId, orderId, userId, userName, productName, providerId, providerName },
      contact: readPresent(context, 'provider', providerId)?.contact ?? null,
      expiresOn: running?.expiresOn ?? null,
      frozenUntil: running?.frozenUntil ?? null,
      isFrozen: running?.isFrozen ?? false,
      daysLeft: running?.daysLeft ?? null,
    }
  })
}
