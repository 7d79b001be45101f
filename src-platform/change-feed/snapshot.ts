import type { SnapshotStart } from '#shared/contracts/console-platform/feed.ts'
import { columnNamesIn } from '#shared/contracts/console-platform/older-protocols.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { feedScope } from '#shared/contracts/console-platform/visibility.ts'
import type { StoreReader } from '../store/store.ts'
import { type Audience, cutRows, visibleKinds } from './role-cut.ts'

/** The position is read before any page: the feed from it brings whatever the pages were too early for. */
export async function snapshotStart(store: StoreReader, audience: Audience): Promise<SnapshotStart> {
  const { position, mark, epoch } = await store.head()
  return {
    position,
    mark,
    epoch,
    scope: feedScope(audience.roles, audience.protocol),
    kinds: visibleKinds(audience),
  }
}

/** A snapshot page as JSON: a frame around rows that lie ready in the store. */
export async function snapshotPage(
  store: StoreReader,
  audience: Audience,
  query: { readonly kind: RecordKind; readonly after: string; readonly limit: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const page = await store.snapshotRows(query.kind, query.after, query.limit)
  const columns = JSON.stringify(columnNamesIn(RECORD_KINDS[query.kind], audience.protocol))
  return Buffer.concat([
    Buffer.from(`{"kind":${JSON.stringify(query.kind)},"columns":${columns},"rows":[`),
    cutRows(query.kind, page.json, audience),
    Buffer.from(`],"next":${JSON.stringify(page.next)}}`),
  ])
}
