import { NOTICE_SUBJECTS } from '#shared/contracts/console-platform/records/notice.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { audit } from '../audit/audit-log.ts'
import { assertReadable } from './readable.ts'
import type { CommandSetting, Written } from './ruling.ts'

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
  // Of the one kind all three are.
  if (isNoticeSubject(kind)) setting.written.push({ kind, before, after } as Written)
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

const SUBJECTS: ReadonlySet<RecordKind> = new Set(NOTICE_SUBJECTS)

function isNoticeSubject(kind: RecordKind): boolean {
  return SUBJECTS.has(kind)
}
