import type { ListingRules } from '../../policy/listing-rules.ts'
import { fileAt, type PackageContents } from './package-contents.ts'
import { readYaml, type YamlReading } from './safe-yaml.ts'

/** The metadata file of a package, read but not judged. */
export type PackageMetadata = {
  readonly path: string
  readonly yaml: YamlReading
  /** Empty where the file is missing, unreadable or no mapping. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly found: boolean
  /** `extension.yaml:12 displayName.zh` */
  readonly place: (...keys: readonly string[]) => string
}

/** Reads the metadata file; never throws. */
export function readMetadata(contents: PackageContents, rules: ListingRules): PackageMetadata {
  const { path } = rules.metadata
  const text = fileAt(contents, path)?.text ?? null
  const yaml: YamlReading = text === null ? unread : readYaml(text.value)
  return {
    path,
    yaml,
    fields: isRecord(yaml.value) ? yaml.value : {},
    found: text !== null,
    place: (...keys) => {
      const line = yaml.lineOf(keys)
      return `${line === null ? path : `${path}:${line}`} ${keys.join('.')}`.trimEnd()
    },
  }
}

const unread: YamlReading = { value: undefined, problems: [], lineOf: () => null }

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text field; null where it is missing, empty or not a text. */
export function textField(fields: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The texts of a field by language; entries that are no text are left out. */
export function localizedField(
  fields: Readonly<Record<string, unknown>>,
  key: string,
): Readonly<Record<string, string>> {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** The texts of a list; anything else in it is left out. */
export function textList(fields: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}
