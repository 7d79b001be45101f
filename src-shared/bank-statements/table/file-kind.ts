/** OLE (legacy workbooks) and ZIP (xlsx) by their first bytes. */
const WORKBOOKS = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x50, 0x4b, 0x03, 0x04],
]
/** PDF, PNG, JPEG, GIF and TIFF. */
const PICTURES = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
/** What stands before the end of a ZIP64 directory, and the end itself. */
const ZIP64_LOCATOR = [0x50, 0x4b, 0x06, 0x07]
const END = [0x50, 0x4b, 0x05, 0x06]
const LOCATOR_BYTES = 20
const END_BYTES = 22
const MOST_COMMENT_BYTES = 0xffff
/** `version needed to extract` of an entry whose sizes are written as ZIP64 has them, 4.5, and where it stands. */
const ZIP64_VERSION = 45
const VERSION_AT = 4

export function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOKS.some((mark) => startsWith(bytes, mark, 0))
}

export function isPicture(bytes: Uint8Array): boolean {
  return PICTURES.some((mark) => startsWith(bytes, mark, 0))
}

/** Whether a ZIP has a directory of ZIP64, or its first entry is written so. */
export function isZip64(bytes: Uint8Array): boolean {
  if (bytes[VERSION_AT] === ZIP64_VERSION) return true
  const first = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT_BYTES)
  for (let end = bytes.length - END_BYTES; end >= first; end -= 1) {
    if (startsWith(bytes, END, end)) return startsWith(bytes, ZIP64_LOCATOR, end - LOCATOR_BYTES)
  }
  return false
}

function startsWith(bytes: Uint8Array, mark: readonly number[], from: number): boolean {
  return mark.every((byte, at) => bytes[from + at] === byte)
}
