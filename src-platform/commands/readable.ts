import {
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '#shared/contracts/console-platform/records/record-kinds.ts'

/** A record that nobody could read again once it were written; the message says where it goes beyond its schema. */
export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError'
}

/** @throws UnreadableRecordError where the schema of its kind refuses a record that is to be written */
export function assertReadable<K extends RecordKind>(kind: K, record: RecordOf[K]): void {
  const read = RECORD_KINDS[kind].schema.safeParse(record)
  if (read.success) return
  const [issue] = read.error.issues
  throw new UnreadableRecordError(`${kind} ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}
