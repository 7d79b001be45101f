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
/** What stands before the end of a ZIP64 directory. */
const ZIP64_LOCATOR = [0x50, 0x4b, 0x06, 0x07]

export function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOKS.some((mark) => startsWith(bytes, mark, 0))
}

export function isPicture(bytes: Uint8Array): boolean {
  return PICTURES.some((mark) => startsWith(bytes, mark, 0))
}

/** The locator is 20 bytes long, and 22 without a comment follow it. */
export function isZip64(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP64_LOCATOR, bytes.length - 42)
}

function startsWith(bytes: Uint8Array, mark: readonly number[], from: number): boolean {
  return mark.every((byte, at) => bytes[from + at] === byte)
}
