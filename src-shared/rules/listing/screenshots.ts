import type { ListingRules } from '../../policy/listing-rules.ts'
import { type ImageInfo, readImageInfo } from './image-type.ts'
import type { UploadedPicture } from './package-check-input.ts'
import { type PackageContents, type PackageFile, packagePath } from './package-contents.ts'
import { type PackageMetadata, textList } from './package-metadata.ts'
import { isHttpUrl } from './web-address.ts'

export type Screenshot = {
  /** As the metadata writes it; null where only the folder holds it. */
  readonly reference: string | null
  readonly kind: 'file' | 'url' | 'missing'
  /** Inside the package; null for addresses and for what is not there. */
  readonly file: PackageFile | null
  /** Of the bytes, in the package or uploaded apart; null where they are not here. */
  readonly sha256: string | null
  /** Null where there is no content to judge. */
  readonly image: ImageInfo | null
}

/** Every screenshot of a package: those the metadata lists, in its order, then further files of the folder. */
export function findScreenshots(
  contents: PackageContents,
  metadata: PackageMetadata,
  rules: ListingRules,
  uploads: readonly UploadedPicture[],
): readonly Screenshot[] {
  const references = [...new Set(textList(metadata.fields, 'screenshots'))]
  const byPath = new Map(contents.files.map((file) => [file.path, file]))
  const listed = references.map((reference): Screenshot => {
    if (isHttpUrl(reference)) return addressedScreenshot(reference, uploads)
    const file = byPath.get(packagePath(reference) ?? '') ?? null
    return file === null
      ? { reference, kind: 'missing', file, sha256: null, image: null }
      : localScreenshot(reference, file)
  })
  const taken = new Set(listed.map(({ file }) => file?.path))
  const unlisted = contents.files
    .filter(({ path }) => path.startsWith(`${rules.screenshots.folder}/`) && !taken.has(path))
    .map((file) => localScreenshot(null, file))
  return [...listed, ...unlisted]
}

function localScreenshot(reference: string | null, file: PackageFile): Screenshot {
  const image = file.content === null ? null : readImageInfo(file.content)
  return { reference, kind: 'file', file, sha256: file.sha256, image }
}

function addressedScreenshot(reference: string, uploads: readonly UploadedPicture[]): Screenshot {
  const upload = uploads.find(({ url }) => url === reference)
  const { sha256 = null, image = null } = upload ?? {}
  return { reference, kind: 'url', file: null, sha256, image }
}

/** Screenshots that count: a picture of an allowed type, each picture once; addresses elsewhere are taken at their word. */
export function countScreenshots(screenshots: readonly Screenshot[], rules: ListingRules): number {
  const { mediaTypes } = rules.screenshots
  const pictures = screenshots.filter(({ image }) => mediaTypes.includes(image?.mediaType ?? ''))
  const distinct = new Set(pictures.map(({ sha256 }) => sha256))
  return distinct.size + screenshots.filter(isElsewhere).length
}

/** An address that leads out of the platform. */
export function isElsewhere({ kind, image }: Screenshot): boolean {
  return kind === 'url' && image === null
}
