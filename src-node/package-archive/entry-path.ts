import type { ArchiveLimits } from './archive-limits.ts'
import type { ArchiveProblem } from './archive-problem.ts'

export type EntryPath = { readonly segments: readonly string[] } | { readonly problem: ArchiveProblem }

/** Judges the name of an entry; `segments` are free of `.`, `..` and empty ones. Empty for the root folder. */
export function readEntryPath(name: string, limits: ArchiveLimits): EntryPath {
  if (name.startsWith('/') || /^[a-zA-Z]:/.test(name) || name.startsWith('\\'))
    return { problem: 'absolute-path' }
  if (name.split(/[/\\]/).includes('..')) return { problem: 'path-traversal' }
  // U+FFFD stands where the decoder found bytes that are not UTF-8.
  if (/[\p{Cc}\p{Cf}\p{Cs}\\\uFFFD]/u.test(name)) return { problem: 'path-characters' }
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.')
  const tooLong = segments.some((segment) => Buffer.byteLength(segment) > limits.segmentBytes)
  if (tooLong || Buffer.byteLength(name) > limits.pathBytes) return { problem: 'path-length' }
  return { segments }
}
