import { createHash } from 'node:crypto'
import type { PackageContents, PackageFile } from '#shared/rules/listing/package-contents.ts'
import type { Finding } from '#shared/rules/verdict.ts'
import { type ArchiveLimits, defaultArchiveLimits } from './archive-limits.ts'
import { ArchiveProblems } from './archive-problem.ts'
import { decodeText } from './decode-text.ts'
import { keptBytes, reviewMaterial } from './review-material.ts'
import { type ArchiveFile, type ArchiveSource, walkArchive } from './walk-archive.ts'

/** `contents` is null where the archive could not be read to its end; `findings` are what is wrong with it. */
export type PackageReading = {
  readonly contents: PackageContents | null
  readonly findings: readonly Finding[]
}

/**
 * Reads a vendor's package (`.tgz`, one top folder) from hostile bytes. Of each file it takes path, size, SHA-256 and
 * mode; content only of what a review needs. Throws only where the source itself fails (no such file).
 */
export async function readPackage(
  source: ArchiveSource,
  limits: ArchiveLimits = defaultArchiveLimits,
): Promise<PackageReading> {
  const problems = new ArchiveProblems()
  const folders = new Map<string, Map<string, PackageFile>>()
  let keptTogether = 0

  const walk = await walkArchive(source, limits, problems, async (file) => {
    const [top = '', ...rest] = file.segments
    const path = rest.join('/')
    const whole = file.segments.join('/')
    const read = await readFile(file, path, limits, limits.keptBytesTogether - keptTogether)
    if (path === '') return problems.add('top-folder', whole)
    const folder = folders.get(top) ?? new Map<string, PackageFile>()
    if (folder.has(path)) return problems.add('duplicate-path', whole)
    if (read.tooLarge) problems.add('not-kept', whole)
    keptTogether += read.file.content?.byteLength ?? 0
    folders.set(top, folder.set(path, read.file))
  })

  if (!walk.complete) return { contents: null, findings: problems.findings() }
  const top = mainFolder(folders)
  if (folders.size > 1) for (const folder of folders.keys()) problems.add('top-folder', `${folder}/`)
  if (top === undefined) {
    problems.add('empty', '.')
    return { contents: null, findings: problems.findings() }
  }
  const files = [...(folders.get(top)?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1))
  const { packedBytes, inflatedBytes } = walk
  return { contents: { topFolder: top, packedBytes, inflatedBytes, files }, findings: problems.findings() }
}

/** Of several top folders the one with metadata, else the first by name. */
function mainFolder(folders: ReadonlyMap<string, ReadonlyMap<string, PackageFile>>): string | undefined {
  const names = [...folders.keys()].sort()
  return names.find((name) => folders.get(name)?.has('extension.yaml')) ?? names[0]
}

async function readFile(
  { chunks, mode }: ArchiveFile,
  path: string,
  limits: ArchiveLimits,
  keepAtMost: number,
): Promise<{ readonly file: PackageFile; readonly tooLarge: boolean }> {
  const material = reviewMaterial(path)
  const limit = material === null ? 0 : Math.min(keptBytes(material, limits), keepAtMost)
  const hash = createHash('sha256')
  let kept: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.byteLength
    if (material === null) continue
    if (bytes <= limit) kept.push(chunk)
    else kept = []
  }
  const content = material !== null && bytes <= limit ? new Uint8Array(Buffer.concat(kept)) : null
  const text = material === 'text' && content !== null ? decodeText(content) : null
  const sha256 = hash.digest('hex')
  return {
    file: { path, bytes, sha256, mode, content, text },
    tooLarge: material !== null && content === null,
  }
}
