import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import type { ArchiveLimits } from './archive-limits.ts'
import type { ArchiveProblem, ArchiveProblems } from './archive-problem.ts'
import { readEntryPath } from './entry-path.ts'

/** A path of the file system, bytes, or bytes as they arrive. */
export type ArchiveSource = string | Uint8Array | AsyncIterable<Uint8Array>

export type ArchiveFile = {
  /** From the top folder down; at least one. */
  readonly segments: readonly string[]
  readonly mode: number
  readonly chunks: AsyncIterable<Uint8Array>
}

export type ArchiveWalk = {
  /** False where the walk had to stop: what was seen is not the whole archive. */
  readonly complete: boolean
  readonly packedBytes: number
  readonly inflatedBytes: number
}

/** Ends a walk for good; never leaves this file. */
class WalkStopped extends Error {
  readonly problem: ArchiveProblem
  constructor(problem: ArchiveProblem) {
    super(problem)
    this.problem = problem
  }
}

/** The source itself failed (no such file, connection lost): not the archive's fault. */
class SourceFailed extends Error {}

const chunkBytes = 256 * 1024
/** Tar older than ustar is read as well, as Helm does; the library's types do not know the option. */
const tarOptions = { allowUnknownFormat: true, highWaterMark: chunkBytes }
const gzipMagic = [0x1f, 0x8b] as const

/**
 * Calls `onFile` for every regular file with a sound path, in the archive's order, one at a time; `chunks` must be
 * read to its end. Everything else becomes a problem. Nothing is written to disk, and bytes, entries and names are
 * bounded by `limits`. Throws only what the source throws.
 */
export async function walkArchive(
  source: ArchiveSource,
  limits: ArchiveLimits,
  problems: ArchiveProblems,
  onFile: (file: ArchiveFile) => Promise<void>,
): Promise<ArchiveWalk> {
  const gunzip = createGunzip({ chunkSize: chunkBytes })
  const archive = extract(tarOptions)
  const counts = { packed: 0, inflated: 0, entries: 0, inflatedAll: false }

  async function* packedChunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of openSource(source)) {
      const sound = gzipMagic.every(
        (byte, at) => at < counts.packed || (chunk[at - counts.packed] ?? byte) === byte,
      )
      if (!sound) throw new WalkStopped('not-gzip')
      counts.packed += chunk.byteLength
      if (counts.packed > limits.packedBytes) throw new WalkStopped('packed-size')
      yield chunk
    }
    if (counts.packed === 0) throw new WalkStopped('not-gzip')
  }

  async function* inflatedChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      counts.inflated += chunk.byteLength
      if (counts.inflated > limits.inflatedBytes) throw new WalkStopped('inflated-size')
      yield chunk
    }
    counts.inflatedAll = true
  }

  async function visitEntries(): Promise<void> {
    for await (const entry of archive) {
      counts.entries += 1
      if (counts.entries > limits.entries) throw new WalkStopped('entry-count')
      if (entry.header.size > limits.inflatedBytes) throw new WalkStopped('inflated-size')
      const segments = fileSegments(entry.header, limits, problems)
      if (segments === null) entry.resume()
      else
        await onFile({
          segments,
          mode: entry.header.mode & 0o7777,
          chunks: entry as AsyncIterable<Uint8Array>,
        })
    }
  }

  const feeding = pipeline(packedChunks, gunzip, inflatedChunks, archive)
  const [fed, visited] = await Promise.allSettled([feeding, visitEntries()])
  const errors = [fed, visited].flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  )
  const stop = stopOf(errors, counts)
  const wholeName = typeof source === 'string' ? basename(source) : '.'
  if (stop !== null) problems.add(stop, wholeName)
  return { complete: stop === null, packedBytes: counts.packed, inflatedBytes: counts.inflated }
}

async function* openSource(source: ArchiveSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) {
    for (let at = 0; at < source.length; at += chunkBytes) yield source.subarray(at, at + chunkBytes)
    return
  }
  try {
    yield* typeof source === 'string' ? createReadStream(source, { highWaterMark: chunkBytes }) : source
  } catch (cause) {
    throw new SourceFailed('the source of the archive failed', { cause })
  }
}

/** Why a walk ended early; the first cause counts, its echoes in the other streams do not. */
function stopOf(
  errors: readonly unknown[],
  counts: { readonly entries: number; readonly inflatedAll: boolean },
): ArchiveProblem | null {
  const failed = errors.find((error) => error instanceof SourceFailed)
  if (failed !== undefined) throw failed.cause
  const stopped = errors.find((error) => error instanceof WalkStopped)
  if (stopped !== undefined) return stopped.problem
  const codes = errors.map((error) => (error instanceof Error && 'code' in error ? String(error.code) : ''))
  if (codes.includes('Z_BUF_ERROR')) return 'truncated'
  if (codes.some((code) => code.startsWith('Z_'))) return 'corrupt'
  if (errors.length === 0) return null
  return counts.inflatedAll && counts.entries > 0 ? 'truncated' : 'not-tar'
}

/** The path of a regular file; null for folders and for everything that became a problem. */
function fileSegments(
  header: Header,
  limits: ArchiveLimits,
  problems: ArchiveProblems,
): readonly string[] | null {
  const path = readEntryPath(header.name, limits)
  if ('problem' in path) {
    problems.add(path.problem, header.name)
    return null
  }
  const problem = problemOfType(header.type)
  if (problem !== null) problems.add(problem, header.name)
  else if (header.type !== 'directory' && path.segments.length > 0) return path.segments
  return null
}

function problemOfType(type: Header['type']): ArchiveProblem | null {
  switch (type) {
    case 'file':
    case 'contiguous-file':
    case 'directory':
      return null
    case 'symlink':
    case 'link':
      return 'link'
    case 'character-device':
    case 'block-device':
    case 'fifo':
      return 'device'
    default:
      return 'entry-type'
  }
}
