import { type ArchiveLimits, defaultArchiveLimits } from './archive-limits.ts'
import { ArchiveProblems } from './archive-problem.ts'
import { type ArchiveSource, walkArchive } from './walk-archive.ts'

/**
 * The bytes of one file of a package by its path inside the top folder, the first of that path; null where there is
 * none, or it is larger than `limits.keptImageBytes`, or the archive is broken.
 */
export async function readPackageFile(
  source: ArchiveSource,
  path: string,
  limits: ArchiveLimits = defaultArchiveLimits,
): Promise<Buffer | null> {
  let found: Buffer | null = null
  const walk = await walkArchive(source, limits, new ArchiveProblems(), async ({ segments, chunks }) => {
    const wanted = found === null && segments.slice(1).join('/') === path
    const kept: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (wanted && bytes <= limits.keptImageBytes) kept.push(chunk)
    }
    if (wanted && bytes <= limits.keptImageBytes) found = Buffer.concat(kept)
  })
  return walk.complete ? found : null
}
