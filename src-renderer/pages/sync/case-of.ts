import type { OutboxEntry } from '#shared/contracts/console-engine/pending.ts'

/** Where the case of a decision is, for a link. */
export function caseOf({ recordKind, recordId }: Pick<OutboxEntry, 'recordKind' | 'recordId'>) {
  return { to: placeOf(recordKind), params: { id: recordId } } as const
}

function placeOf(kind: OutboxEntry['recordKind']) {
  switch (kind) {
    case 'application':
      return '/applications/$id'
    case 'depositObligation':
      return '/deposits/$id'
    default:
      return '/listings/$id'
  }
}
