import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { audit } from '../audit/audit-log.ts'
import { assertReadable } from '../commands/readable.ts'
import type { StoreTransaction } from '../store/store.ts'
import type { Vendor } from './vendor.ts'

/**
 * Writes what a vendor made of its record, and the link of the audit chain.
 * @throws UnreadableRecordError where that goes beyond its schema
 */
export async function writeForVendor<K extends RecordKind>(
  transaction: StoreTransaction,
  vendor: Vendor,
  act: { readonly action: `vendor.${string}`; readonly at: string },
  kind: K,
  before: RecordOf[K] | null,
  after: RecordOf[K],
): Promise<void> {
  assertReadable(kind, after)
  await transaction.put(kind, after)
  await audit(transaction, {
    ...act,
    actor: `vendor:${vendor.providerId}`,
    recordKind: kind,
    recordId: after.id,
    before,
    after,
  })
}
