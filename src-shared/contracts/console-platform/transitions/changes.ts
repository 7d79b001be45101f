import type { DecidedKind } from '../commands.ts'
import type { RecordOf } from '../records/record-kinds.ts'

/** A record that a decision changes: as it was found, null where it comes to be, and as it is left. */
export type Change = {
  [K in DecidedKind]: {
    readonly kind: K
    readonly before: RecordOf[K] | null
    readonly after: RecordOf[K]
  }
}[DecidedKind]

/** Records of a kind as a decision leaves them, each with how it was found. */
export function recordsChanged<K extends 'payoutRequest' | 'depositObligation' | 'payoutBatch'>(
  kind: K,
  before: ReadonlyMap<string, RecordOf[K]>,
  after: readonly RecordOf[K][],
): Change[] {
  // Both are of the one kind.
  return after.map((each) => ({ kind, before: before.get(each.id) ?? null, after: each }) as Change)
}
