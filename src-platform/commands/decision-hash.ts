import { canonicalHash } from '#node/canonical-hash.ts'
import type { Command } from '#shared/contracts/console-platform/commands.ts'
import type { Decision } from '#shared/contracts/console-platform/transitions/decision.ts'

/**
 * What was decided, whatever the command's id: the same person about the same version of the same record the same, to
 * the last argument.
 */
export function decisionHash(
  actorId: string,
  { recordId, expectedVersion }: Pick<Command, 'recordId' | 'expectedVersion'>,
  { type, arguments: given }: Decision,
): string {
  return canonicalHash({ actor: actorId, type, recordId, expectedVersion, arguments: given })
}
