import type { ListingRules } from '../../policy/listing-rules.ts'
import { type ImageInfo, readImageInfo } from './image-type.ts'
import { type PackageContents, type PackageFile, packagePath } from './package-contents.ts'
import { type PackageMetadata, textList } from './package-metadata.ts'
import { isHttpUrl } from './web-address.ts'

export type Screenshot = {
  /** As the metadata writes it; null where only the folder holds it. */
  readonly reference: string | null
  readonly kind: 'file' | 'url' | 'missing'
  /** Inside the package; null for addresses and for what is not there. */
  readonly file: PackageFile | null
  /** Null where there is no content to judge. */
  readonly image: ImageInfo | null
}

/** Every screenshot of a package: those the metadata lists, in its order, then further files of the folder. */
export function findScreenshots(
  contents: PackageContents,
  metadata: PackageMetadata,
  rules: ListingRules,
): readonly Screenshot[] {
  const references = [...new Set(textList(metadata.fields, 'screenshots'))]
  const byPath = new Map(contents.files.map((file) => [file.path, file]))
  const listed = references.map((reference): Screenshot => {
    if (isHttpUrl(reference)) return { reference, kind: 'url', file: null, image: null }
    const file = byPath.get(packagePath(reference) ?? '') ?? null
    return file === null
      ? { reference, kind: 'missing', file, image: null }
      : localScreenshot(reference, file)
  })
  const taken = new Set(listed.map(({ file }) => file?.path))
  const unlisted = contents.files
    .filter(({ path }) => path.startsWith(`${rules.screenshots.folder}/`) && !taken.has(path))
    .map((file) => localScreenshot(null, file))
  return [...listed, ...unlisted]
}

function localScreenshot(reference: string | null, file: PackageFile): Screenshot {
  return { reference, kind: 'file', file, image: file.content === null ? null : readImageInfo(file.content) }
}

/** Screenshots that count: a picture of an allowed type, each picture once; addresses are taken at their word. */
export function countScreenshots(screenshots: readonly Screenshot[], rules: ListingRules): number {
  const { mediaTypes } = rules.screenshots
  const pictures = screenshots.filter(({ image }) => mediaTypes.includes(image?.mediaType ?? ''))
  const distinct = new Set(pictures.map(({ file }) => file?.sha256))
  return distinct.size + screenshots.filter(({ kind }) => kind === 'url').length
}
