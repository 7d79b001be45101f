import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Texts } from '../../i18n/texts.ts'

/** The name of a field in words; one without words is its own path. */
export function fieldName(path: string, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts.sync.fields
  return names[path] ?? path
}

interface Field {
  readonly kind: RecordKind
  readonly path: string
  /** JSON text, or a text as it is. */
  readonly value: string
}

/** A value of a field in words where it is a status or a colleague, else as it is. */
export function fieldValue(
  { kind, path, value }: Field,
  texts: Texts,
  nameOf: (operator: string) => string,
): string {
  if (path === 'assignee') return nameOf(value.replaceAll('"', ''))
  if (path !== 'status') return value
  const statuses: Readonly<Record<string, string>> =
    kind === 'application' ? texts.statuses.application : texts.statuses.listingVersion
  return statuses[value.replaceAll('"', '')] ?? value
}
