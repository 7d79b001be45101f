import type { ClusterGroup, SubscriptionGroup } from '#shared/contracts/console-engine/boards.ts'
import type { QueryContext } from '../query-context.ts'

type Reading = Pick<QueryContext, 'statements'>

/** What a group is called where its key is an id; other keys are their own names. */
export function groupName(context: Reading, by: SubscriptionGroup | ClusterGroup, key: string): string {
  if (by === 'provider') return named(context, 'SELECT name FROM provider WHERE id = @key', key)
  if (by !== 'extension') return key
  return (
    found(context, 'SELECT titleZh AS name FROM listing WHERE id = @key', key) ??
    found(context, 'SELECT productName AS name FROM subscription WHERE listingId = @key LIMIT 1', key) ??
    named(context, 'SELECT productName AS name FROM cluster WHERE listingId = @key LIMIT 1', key)
  )
}

const named = (context: Reading, sql: string, key: string) => found(context, sql, key) ?? key

function found(context: Reading, sql: string, key: string): string | null {
  return context.statements.prepare<{ name: string }>(sql).get({ key })?.name ?? null
}

/** What the provider and the product that a board is cut to are called together. */
export function scopeName(
  context: Reading,
  { providerId, listingId }: { readonly providerId: string | null; readonly listingId: string | null },
): string {
  const names = [
    ...(providerId === null ? [] : [groupName(context, 'provider', providerId)]),
    ...(listingId === null ? [] : [groupName(context, 'extension', listingId)]),
  ]
  return names.join(' · ')
}
