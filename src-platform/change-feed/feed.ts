import type { FeedPage } from '#shared/contracts/console-platform/feed.ts'
import { columnNamesIn } from '#shared/contracts/console-platform/older-protocols.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { feedScope } from '#shared/contracts/console-platform/visibility.ts'
import type { Change, Changes, FeedHead, StoreReader } from '../store/store.ts'
import { type Audience, cutRow, visibleKinds } from './role-cut.ts'

export interface FeedQuery {
  readonly after: number
  /** What the reader was told with that position; undefined where it was told none. */
  readonly mark?: string | undefined
  readonly epoch: string
  readonly scope: string
  readonly limit: number
}

type ResetReason = Extract<FeedPage, { kind: 'reset-required' }>['reason']

/**
 * What changed after a position, as JSON text: each record once, in its newest state, in the order of the
 * commits that last touched it.
 */
export async function feedPage(store: StoreReader, audience: Audience, query: FeedQuery): Promise<string> {
  const page = await store.changesAfter(query.after, visibleKinds(audience), query.limit)
  const reason = resetReason(page.head, await store.markAt(query.after), audience, query)
  if (reason !== null) return JSON.stringify({ kind: 'reset-required', reason } satisfies FeedPage)
  const kinds = new Set(page.changes.map((change) => change.kind))
  const columns = Object.fromEntries(
    [...kinds].map((kind) => [kind, columnNamesIn(RECORD_KINDS[kind], audience.protocol)]),
  )
  const changes = page.changes.map((change) => changeText(change, audience)).join(',')
  const position = positionAfter(page)
  const mark = JSON.stringify(await store.markAt(position))
  const end = `"position":${position},"mark":${mark},"more":${page.more}`
  return `{"kind":"changes","columns":${JSON.stringify(columns)},"changes":[${changes}],${end}}`
}

function resetReason(
  head: FeedHead,
  mark: string | null,
  { roles, protocol }: Audience,
  query: FeedQuery,
): ResetReason | null {
  if (query.epoch !== head.epoch || query.after > head.position) return 'platform-restored'
  // Marks are kept from the oldest position on. Another history counts for more than other roles: decisions are lost by it.
  const isKept = query.after >= head.oldest
  if (isKept && query.mark !== undefined && query.mark !== mark) return 'platform-restored'
  if (query.scope !== feedScope(roles, protocol)) return 'scope-changed'
  return isKept ? null : 'position-too-old'
}

function changeText(change: Change, audience: Audience): string {
  const state = change.row === null ? JSON.stringify(change.id) : cutRow(change.kind, change.row, audience)
  return `[${change.position},${JSON.stringify(change.kind satisfies RecordKind)},${state}]`
}

/** At the end of the feed also past commits these roles see nothing of. */
function positionAfter(page: Changes): number {
  return page.more ? (page.changes.at(-1)?.position ?? page.head.position) : page.head.position
}
