import { type ArchiveLimits, defaultArchiveLimits } from '#node/package-archive/archive-limits.ts'
import { readPackage } from '#node/package-archive/read-package.ts'
import type { ListingRules } from '#shared/policy/listing-rules.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import { describePackage } from '#shared/rules/listing/describe-package.ts'
import { diffPackages } from '#shared/rules/listing/diff-packages.ts'
import type { PackageCheckInput } from '#shared/rules/listing/package-check-input.ts'
import type { PackageContents } from '#shared/rules/listing/package-contents.ts'
import { readMetadata, textField } from '#shared/rules/listing/package-metadata.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'

/** One package to be read and judged; everything in it can cross to a worker. */
export type InspectionRequest = Omit<PackageCheckInput, 'live'> & {
  /** A `.tgz`: the path of the file, or its bytes. */
  readonly source: string | Uint8Array
  /** The live version's `.tgz`; null for a new product, or where it is not at hand. */
  readonly liveSource: string | Uint8Array | null
  /** Name and version now live; null: taken from `liveSource`, if any. */
  readonly live: PackageCheckInput['live']
}

/** Reads, checks, describes and compares. Bounded in memory, not in time: run it in the worker. */
export async function inspect(
  request: InspectionRequest,
  limits: ArchiveLimits = defaultArchiveLimits,
): Promise<PackageReport> {
  const { source, liveSource, rules } = request
  const reading = await readPackage(source, limits)
  if (reading.contents === null) return { findings: [...reading.findings], package: null, diff: null }
  const { contents } = reading
  const live = liveSource === null ? null : (await readPackage(liveSource, limits)).contents
  const input = { ...request, live: request.live ?? (live === null ? null : identityOf(live, rules)) }
  return {
    findings: [...reading.findings, ...checkPackage(contents, input)],
    package: describePackage(contents, request),
    diff: live === null ? null : diffPackages(live, contents, rules),
  }
}

function identityOf(contents: PackageContents, rules: ListingRules): PackageCheckInput['live'] {
  const { fields } = readMetadata(contents, rules)
  const name = textField(fields, 'name')
  const version = textField(fields, 'version')
  return name === null || version === null ? null : { name, version }
}
