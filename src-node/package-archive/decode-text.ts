import type { PackageText } from '#shared/rules/listing/package-contents.ts'

/** Decodes a text file: UTF-8, UTF-16LE with its mark, else GB18030; null where it is none of them. */
export function decodeText(bytes: Uint8Array): PackageText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
}

function decodeAs(encoding: PackageText['encoding'], bytes: Uint8Array): PackageText | null {
  try {
    const value = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return value.includes('\0') ? null : { value, encoding }
  } catch {
    return null
  }
}
