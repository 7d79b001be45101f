import type { Instant } from '#shared/base/ids.ts'
import type { ClusterGroup, SubscriptionGroup } from '#shared/contracts/console-engine/boards.ts'
import { readPosition } from '../../storage/cache/sync-position.ts'
import type { QueryContext } from '../query-context.ts'

/** When the platform last confirmed the copy. */
export function asOf(context: QueryContext): Instant {
  return readPosition(context.workspace.cache.sql)?.confirmedAt ?? context.now
}

/** What a group is called where its key is an id; other keys are their own names. */
export function groupName(context: QueryContext, by: SubscriptionGroup | ClusterGroup, key: string): string {
  if (by === 'provider') return named(context, 'SELECT name FROM provider WHERE id = @key', key)
  if (by !== 'extension') return key
  return (
    found(context, 'SELECT titleZh AS name FROM listing WHERE id = @key', key) ??
    found(context, 'SELECT productName AS name FROM subscription WHERE listingId = @key LIMIT 1', key) ??
    named(context, 'SELECT productName AS name FROM cluster WHERE listingId = @key LIMIT 1', key)
  )
}

const named = (context: QueryContext, sql: string, key: string) => found(context, sql, key) ?? key

function found(context: QueryContext, sql: string, key: string): string | null {
  return context.statements.prepare<{ name: string }>(sql).get({ key })?.name ?? null
}

/** What the provider and the product that a board is cut to are called together. */
export function scopeName(
  context: QueryContext,
  { providerId, listingId }: { readonly providerId: string | null; readonly listingId: string | null },
): string {
  const names = [
    ...(providerId === null ? [] : [groupName(context, 'provider', providerId)]),
    ...(listingId === null ? [] : [groupName(context, 'extension', listingId)]),
  ]
  return names.join(' · ')
}
