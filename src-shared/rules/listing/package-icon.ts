import { type ImageInfo, readImageInfo } from './image-type.ts'
import type { UploadedPicture } from './package-check-input.ts'
import { fileAt, type PackageContents, type PackageFile, packagePath } from './package-contents.ts'
import { type PackageMetadata, textField } from './package-metadata.ts'
import { isHttpUrl } from './web-address.ts'

export type PackageIcon = {
  readonly reference: string
  readonly kind: 'file' | 'url' | 'data' | 'missing'
  readonly file: PackageFile | null
  readonly image: ImageInfo | null
}

/** The icon the metadata names; null where it names none. */
export function findIcon(
  contents: PackageContents,
  metadata: PackageMetadata,
  uploads: readonly UploadedPicture[],
): PackageIcon | null {
  const reference = textField(metadata.fields, 'icon')
  if (reference === null) return null
  if (isHttpUrl(reference)) {
    const upload = uploads.find(({ url }) => url === reference)
    return { reference, kind: 'url', file: null, image: upload?.image ?? null }
  }
  if (reference.startsWith('data:image/')) return { reference, kind: 'data', file: null, image: null }
  const file = fileAt(contents, packagePath(reference) ?? '')
  if (file === null) return { reference, kind: 'missing', file: null, image: null }
  return { reference, kind: 'file', file, image: file.content === null ? null : readImageInfo(file.content) }
}
