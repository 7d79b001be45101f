import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'

/** Where the case of a decision is, for a link. */
export function caseOf({ recordKind, recordId }: Pick<OutboxEntry, 'recordKind' | 'recordId'>) {
  const to = recordKind === 'application' ? '/applications/$id' : '/listings/$id'
  return { to, params: { id: recordId } } as const
}
