import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { QueryContext } from './query-context.ts'
import { RecordMissing } from './record-missing.ts'

/** The digest of what is shown to who decides about a record, which its decisions bring along. @throws RecordMissing */
export function seenDigestOf({ workspace }: QueryContext, kind: DecidedKind, id: string): string {
  const digest = workspace.outbox.seenDigest(kind, id)
  if (digest === null) throw new RecordMissing(kind, id)
  return digest
}
