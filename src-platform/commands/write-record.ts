import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { audit } from '../audit/audit-log.ts'
import { assertReadable } from './readable.ts'
import type { CommandSetting } from './ruling.ts'

/**
 * Writes what a command made of a record, and its link of the audit chain.
 * @throws UnreadableRecordError where that goes beyond its schema
 */
export async function writeRecord<K extends RecordKind>(
  setting: CommandSetting,
  action: string,
  kind: K,
  before: RecordOf[K] | null,
  after: RecordOf[K],
): Promise<void> {
  const { transaction, at, actor, commandId } = setting
  assertReadable(kind, after)
  await transaction.put(kind, after)
  await audit(transaction, {
    at,
    actor: actor.id,
    action,
    recordKind: kind,
    recordId: after.id,
    before,
    after,
    commandId,
  })
}
