import type { AuditChange, AuditEntry } from '#shared/contracts/console-platform/contract.ts'
import { recordKindSchema } from '#shared/contracts/console-platform/feed.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { cutKept, seesPersonalData } from '#shared/contracts/console-platform/visibility.ts'
import type { StoreReader } from '../store/store.ts'

/** What an entry changed, as these roles may see it; null where there is no such entry. */
export async function auditChange(
  store: StoreReader,
  sequence: number,
  roles: readonly Role[],
): Promise<AuditChange | null> {
  const entry = await store.auditEntry(sequence)
  if (entry === null) return null
  const before = await keptSide(store, entry.beforeHash)
  const after = await keptSide(store, entry.afterHash)
  const shown = [before, after].map((side) => shownTo(roles, entry, side))
  return {
    before: shown[0] ?? null,
    after: shown[1] ?? null,
    isWithheld: (before !== null && shown[0] === null) || (after !== null && shown[1] === null),
  }
}

async function keptSide(store: StoreReader, hash: string | null): Promise<unknown> {
  const body = hash === null ? null : await store.auditSide(hash)
  return body === null ? null : JSON.parse(body)
}

/** A side without what these roles may not see; null where that cannot be told apart, or where they may see nothing of it. */
function shownTo(roles: readonly Role[], { recordKind }: AuditEntry, side: unknown): unknown {
  if (side === null || recordKind === null) return side
  const kind = recordKindSchema.safeParse(recordKind)
  if (!kind.success) return seesPersonalData(roles) ? side : null
  return cutKept(kind.data, side, roles)
}
