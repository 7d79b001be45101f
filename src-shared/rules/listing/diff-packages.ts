import { structuredPatch } from 'diff'
import type { ListingRules } from '../../policy/listing-rules.ts'
import { excerpt } from './listing-finding.ts'
import { fileAt, type PackageContents } from './package-contents.ts'
import type { PackageDiff, TextDiff } from './package-diff.ts'
import { readMetadata } from './package-metadata.ts'
import { diffValues } from './values-outline.ts'

const maxListed = 2_000
/** Lines that may differ before two texts are called too different: the work grows with its square. */
const maxEdits = 2_000
const valuesFile = 'values.yaml'

/** What a package changes against the live one. */
export function diffPackages(live: PackageContents, next: PackageContents, rules: ListingRules): PackageDiff {
  const metadata = diffMetadata(live, next, rules)
  const files = diffFiles(live, next)
  const values = diffValues(textOf(live, valuesFile), textOf(next, valuesFile))
  return {
    metadata: metadata.slice(0, maxListed),
    files: files.slice(0, maxListed),
    texts: textPaths(rules).flatMap((path) => diffText(path, textOf(live, path), textOf(next, path))),
    values: values.slice(0, maxListed),
    cut: [metadata, files, values].some((list) => list.length > maxListed),
  }
}

function textPaths({ metadata, readme, changelog }: ListingRules): readonly string[] {
  return [metadata.path, ...[...readme.documents, ...changelog.documents].map(({ path }) => path)]
}

function textOf(contents: PackageContents, path: string): string {
  return fileAt(contents, path)?.text?.value ?? ''
}

function diffMetadata(
  live: PackageContents,
  next: PackageContents,
  rules: ListingRules,
): PackageDiff['metadata'] {
  const before = readMetadata(live, rules).fields
  const after = readMetadata(next, rules).fields
  const shown = (fields: Readonly<Record<string, unknown>>, key: string): string | null =>
    Object.hasOwn(fields, key) ? excerpt(JSON.stringify(fields[key]) ?? '', 2000) : null
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const sides = { key, old: shown(before, key), new: shown(after, key) }
    return JSON.stringify(before[key]) === JSON.stringify(after[key]) ? [] : [sides]
  })
}

function diffFiles(live: PackageContents, next: PackageContents): PackageDiff['files'] {
  const before = new Map(live.files.map((file) => [file.path, file]))
  const after = new Map(next.files.map((file) => [file.path, file]))
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((path) => {
    const old = before.get(path)
    const now = after.get(path)
    if (old?.sha256 === now?.sha256) return []
    const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed'
    return [{ path, change, oldBytes: old?.bytes ?? null, newBytes: now?.bytes ?? null } as const]
  })
}

function diffText(path: string, before: string, after: string): TextDiff[] {
  if (before === after) return []
  const options = { context: 3, maxEditLength: maxEdits, stripTrailingCr: true }
  const patch = structuredPatch(path, path, before, after, undefined, undefined, options)
  if (patch === undefined) return [{ path, tooDifferent: true, hunks: [] }]
  const hunks = patch.hunks.map(({ oldStart, newStart, lines }) => ({ oldStart, newStart, lines }))
  return [{ path, tooDifferent: false, hunks }]
}
