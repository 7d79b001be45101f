import { type ListingVersion, offerUnderReview } from '#shared/contracts/console-platform/records/listing.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import type { UploadedPicture } from '#shared/rules/listing/package-check-input.ts'
import type { PackageReport } from '#shared/rules/listing/package-report.ts'
import { inspectPackage } from '../../packages/inspect-package.ts'
import { readPackageImage } from '../../packages/package-image.ts'
import { type FileContent, readFileContent, toFileContent } from '../file-content.ts'
import type { QueryContext } from '../query-context.ts'
import { RecordMissing } from '../record-missing.ts'
import { packOf, readListingVersion, rulesOf } from './listing-case.ts'

/** A report is up to a few MB of text; a reviewer goes back and forth among a few cases. */
const MAX_REPORTS = 24
/** Each inspection is a thread of its own with up to half a gigabyte. */
const MAX_INSPECTIONS = 2

/** Some marketplaces say nothing of packages: there is nothing to check by, and nothing to describe. */
const NOT_CHECKED: PackageReport = {
  findings: [
    {
      ruleId: 'listing.no-rules',
      severity: 'info',
      message: {
        zh: '该市场的规则没有规定软件包的内容，程序不检查，由审核人判断',
        en: 'The rules of this marketplace say nothing of packages: nothing is checked, the reviewer judges',
      },
      place: '.',
      remedy: { zh: '无需处理', en: 'Nothing to do' },
      citation: null,
    },
  ],
  package: null,
  diff: null,
}

/** Packages read and judged, each once for the same bytes, the same live version and the same rules. */
export class PackageReports {
  readonly #reports = new Map<string, Promise<PackageReport>>()
  readonly #waiting: (() => void)[] = []
  #running = 0

  /** @throws RecordMissing, and PlatformFailure where a package has to be fetched and is not given. */
  async report(context: QueryContext, id: string): Promise<PackageReport> {
    const version = readListingVersion(context, id)
    const pack = packOf(context, version)
    // The offer and the pictures are judged too; all else of the record is not.
    const question = JSON.stringify([
      version.packageHash,
      version.livePackageHash,
      version.offer,
      version.uploads,
      pack.marketplace,
      pack.version,
    ])
    const known = this.#reports.get(question)
    const report = known ?? this.#inspect(context, version)
    this.#reports.delete(question)
    this.#reports.set(question, report)
    const eldest = this.#reports.keys().next()
    if (this.#reports.size > MAX_REPORTS && !eldest.done) this.#reports.delete(eldest.value)
    return report.catch((error: unknown) => {
      this.#reports.delete(question)
      throw error
    })
  }

  async #inspect(context: QueryContext, version: ListingVersion): Promise<PackageReport> {
    const rules = rulesOf(context, version)
    if (rules === null) return NOT_CHECKED
    const { files } = context.workspace
    const source = await files.read(version.packageHash)
    const liveSource = version.livePackageHash === null ? null : await files.read(version.livePackageHash)
    const pushed = { name: version.listingName, version: version.packageVersion }
    const offer = offerUnderReview(version.offer)
    const uploads = await this.#pictures(context, version)
    return this.#inTurn(() =>
      inspectPackage({ source, liveSource, live: null, pushed, rules, offer, uploads }),
    )
  }

  /** What the pictures are that were uploaded apart: their types by their bytes. */
  async #pictures(context: QueryContext, { uploads }: ListingVersion): Promise<UploadedPicture[]> {
    const pictures: UploadedPicture[] = []
    for (const { url, fileHash } of uploads) {
      const image = readImageInfo(await context.workspace.files.read(fileHash))
      pictures.push({ url, sha256: fileHash, image })
    }
    return pictures
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= MAX_INSPECTIONS) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running += 1
    try {
      return await work()
    } finally {
      // The place is handed on, or given back.
      const next = this.#waiting.shift()
      if (next === undefined) this.#running -= 1
      else next()
    }
  }
}

/**
 * A picture of a package: one inside it, by its path, or one the vendor's tool uploaded, by its address.
 * @throws RecordMissing where there is none, PlatformFailure where it cannot be fetched.
 */
export async function readListingImage(
  context: QueryContext,
  id: string,
  path: string,
): Promise<FileContent> {
  const version = readListingVersion(context, id)
  const upload = version.uploads.find(({ url }) => url === path)
  if (upload !== undefined) return readFileContent(context, upload.fileHash)
  const image = await readPackageImage(await context.workspace.files.read(version.packageHash), path)
  if (image === null) throw new RecordMissing('picture', path)
  return toFileContent(image.bytes)
}
