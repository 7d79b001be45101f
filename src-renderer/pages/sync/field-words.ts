import type { RecordKind } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { Texts } from '../../i18n/texts.ts'

/** The name of a field in words; one without words is its own path. */
export function fieldName(path: string, texts: Texts): string {
  const names: Readonly<Record<string, string>> = texts.sync.fields
  return names[path] ?? path
}

/** A value of a field in words where it is a status, else as it is. */
export function fieldValue(kind: RecordKind, path: string, value: string, texts: Texts): string {
  if (path !== 'status') return value
  const statuses: Readonly<Record<string, string>> =
    kind === 'application' ? texts.statuses.application : texts.statuses.listingVersion
  return statuses[value.replaceAll('"', '')] ?? value
}
