import type { SnapshotStart } from '#shared/contracts/console-platform/feed.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { feedScope } from '#shared/contracts/console-platform/visibility.ts'
import type { StoreReader } from '../store/store.ts'
import { cutRows, visibleKinds } from './role-cut.ts'

/** The position is read before any page: the feed from it brings whatever the pages were too early for. */
export async function snapshotStart(store: StoreReader, roles: readonly Role[]): Promise<SnapshotStart> {
  const { position, epoch } = await store.head()
  return { position, epoch, scope: feedScope(roles), kinds: visibleKinds(roles) }
}

/** A snapshot page as JSON: a frame around rows that lie ready in the store. */
export async function snapshotPage(
  store: StoreReader,
  roles: readonly Role[],
  query: { readonly kind: RecordKind; readonly after: string; readonly limit: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const page = await store.snapshotRows(query.kind, query.after, query.limit)
  const columns = JSON.stringify(RECORD_KINDS[query.kind].columns)
  return Buffer.concat([
    Buffer.from(`{"kind":${JSON.stringify(query.kind)},"columns":${columns},"rows":[`),
    cutRows(query.kind, page.json, roles),
    Buffer.from(`],"next":${JSON.stringify(page.next)}}`),
  ])
}
