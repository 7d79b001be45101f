import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** Names a record among all that decisions change. */
export function recordName(kind: RecordKind, id: string): string {
  return `${kind} ${id}`
}

/** The id in such a name; null where it names a record of another kind. */
export function namedId(name: string, kind: RecordKind): string | null {
  const start = recordName(kind, '')
  return name.startsWith(start) ? name.slice(start.length) : null
}
