import { readPackageFile } from '#node/package-archive/read-package-file.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'

export type PackageImage = { readonly bytes: Uint8Array; readonly mediaType: string }

/**
 * A picture of a package by its path inside the top folder, with the type its bytes have; null where there is no
 * such file or it is no picture. SVG is markup: whoever shows it must do so as an image, never as a document.
 */
export async function readPackageImage(
  source: string | Uint8Array,
  path: string,
): Promise<PackageImage | null> {
  const bytes = await readPackageFile(source, path)
  const mediaType = bytes === null ? null : readImageInfo(bytes).mediaType
  if (bytes === null || mediaType === null || !mediaType.startsWith('image/')) return null
  return { bytes: new Uint8Array(bytes), mediaType }
}
