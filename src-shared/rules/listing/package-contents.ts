/** How the bytes of a text file were understood. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'gb18030'

/** A text file of a package, decoded by the reader: this folder has no decoder of its own. */
export type PackageText = { readonly value: string; readonly encoding: TextEncodingName }

/** One regular file of a package. */
export type PackageFile = {
  /** Inside the top folder, with `/`, without `./`: `static/screenshots/a.png`. */
  readonly path: string
  readonly bytes: number
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string
  /** Permission bits as the archive states them. */
  readonly mode: number
  /** Null where the file is no review material, or larger than the reader keeps. */
  readonly content: Uint8Array | null
  /** Null where the file is no text, was not kept, or is in no encoding the reader knows. */
  readonly text: PackageText | null
}

/** What an archive held: regular files of one top folder, sorted by path. */
export type PackageContents = {
  readonly topFolder: string
  readonly packedBytes: number
  readonly inflatedBytes: number
  readonly files: readonly PackageFile[]
}

/** The file at `path`, or null. */
export function fileAt(contents: PackageContents, path: string): PackageFile | null {
  return contents.files.find((file) => file.path === path) ?? null
}

/** A path as metadata writes it (`./static/a.png`) as the reader writes it; null where it leaves the package. */
export function packagePath(reference: string): string | null {
  const segments = reference.split('/').filter((segment) => segment !== '' && segment !== '.')
  const leaves = reference.startsWith('/') || reference.includes('\\') || segments.includes('..')
  return leaves || segments.length === 0 ? null : segments.join('/')
}
