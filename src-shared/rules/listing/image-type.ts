export type ImageInfo = {
  /** By the bytes, never by the name; `text/html` and the like where a file only pretends to be a picture. */
  readonly mediaType: string | null
  /** Pixels; null where the type has none or they cannot be found. */
  readonly width: number | null
  readonly height: number | null
}

/** What the bytes of an alleged picture are. */
export function readImageInfo(bytes: Uint8Array): ImageInfo {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return readPng(view)
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(view)
  return { mediaType: otherType(bytes), width: null, height: null }
}

/** The first chunk of a PNG is IHDR: length, name, width, height. */
function readPng(view: DataView): ImageInfo {
  const isHeader = view.byteLength >= 24 && view.getUint32(12) === 0x49484452
  const width = isHeader ? view.getUint32(16) : 0
  const height = isHeader ? view.getUint32(20) : 0
  // Without a header, or with an empty picture, only the signature is that of a PNG.
  if (width === 0 || height === 0) return { mediaType: null, width: null, height: null }
  return { mediaType: 'image/png', width, height }
}

/** Walks the segments of a JPEG to its frame header (SOF0 to SOF15, without DHT, JPG and DAC). */
function readJpeg(view: DataView): ImageInfo {
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) break
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return { mediaType: null, width: null, height: null }
}

/** Types that vendors send in place of JPG and PNG, so that a finding can name them. */
function otherType(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('BM')) return 'image/bmp'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  if (head.slice(4, 8) === 'ftyp' && /^(?:avif|heic|mif1)/.test(head.slice(8))) return 'image/avif'
  if (startsWith(bytes, [0x00, 0x00, 0x01, 0x00])) return 'image/x-icon'
  if (head.startsWith('%PDF-')) return 'application/pdf'
  const markup = head
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
    .toLowerCase()
  if (/^<(?:!doctype html|html|head|body|script)/.test(markup)) return 'text/html'
  if (isSvg(bytes)) return 'image/svg+xml'
  return null
}

/** An SVG begins with its root element, after an XML declaration, a doctype and comments. */
function isSvg(bytes: Uint8Array): boolean {
  let head = ''
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte)
  const root = head
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/gi, '')
  return /^\s*<svg[\s>]/i.test(root)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
