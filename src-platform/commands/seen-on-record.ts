import { canonicalHash } from '#node/canonical-hash.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { shownFor } from '#shared/contracts/console-platform/seen.ts'
import { answeredFrom, type RecordReader } from '#shared/contracts/console-platform/transitions/asking.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'

interface OnRecord {
  readonly platform: { readonly policies: Pick<Policies, 'packs' | 'tables' | 'controls'> }
  readonly transaction: RecordReader
  readonly at: string
}

/** The digest of what a console shows who decides about a record, made from the platform's own records and packs. */
export async function seenOnRecord<K extends DecidedKind>(
  { platform, transaction, at }: OnRecord,
  kind: K,
  record: RecordOf[K],
): Promise<string> {
  const { packs, tables, controls } = platform.policies
  const judging = { packs, tables, controls, on: shanghaiDate(at) }
  return canonicalHash(await answeredFrom(shownFor(kind, record, judging), transaction))
}
