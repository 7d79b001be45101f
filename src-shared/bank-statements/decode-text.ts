/** What browsers and Node both have; this room knows the types of neither. */
interface Decoder {
  decode(bytes: Uint8Array): string
}
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (encoding: string, options?: { readonly fatal?: boolean }) => Decoder
}

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'
  /** How many characters could not be decoded: the file is damaged there. */
  readonly undecodable: number
}

/** How much of a file is looked at to tell UTF-16 without a mark. */
const SAMPLE = 4096
/** Of the characters outside ASCII, the share that may be damaged before UTF-8 is given up. */
const TOLERATED = 0.1

/** Decodes a bank's text file by its content: marks first, then UTF-8 where it fits, else GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes, 'utf-8', 'utf-8-bom')
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 'utf-16be')
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return decoded(bytes, wide, wide)
  const utf8 = decoded(bytes, 'utf-8', 'utf-8')
  if (utf8.undecodable === 0) return utf8
  // A damaged UTF-8 file has few bad places; GB18030 read as UTF-8 has hardly a good one.
  return utf8.undecodable <= countUnits(utf8.text, (unit) => unit > 0x7f) * TOLERATED
    ? utf8
    : decoded(bytes, 'gb18030', 'gb18030')
}

function decoded(bytes: Uint8Array, label: string, encoding: DecodedText['encoding']): DecodedText {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding, undecodable: 0 }
  } catch {
    const text = new TextDecoder(label).decode(bytes)
    return {
      text,
      encoding,
      undecodable: Math.max(
        1,
        countUnits(text, (unit) => unit === 0xfffd),
      ),
    }
  }
}

/** Commas, digits and line feeds have a zero byte in UTF-16, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const many = sample.length / 10
  if (odd > many && even < odd / 10) return 'utf-16le'
  return even > many && odd < even / 10 ? 'utf-16be' : null
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

/** A loop and no pattern: a large GB18030 file has millions of them. */
function countUnits(text: string, counts: (unit: number) => boolean): number {
  let count = 0
  for (let at = 0; at < text.length; at++) if (counts(text.charCodeAt(at))) count++
  return count
}
