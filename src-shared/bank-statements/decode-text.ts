/** What browsers and Node both have; this room knows the types of neither. */
interface Decoder {
  readonly encoding: string
  decode(bytes: Uint8Array): string
}
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (encoding: string, options?: { readonly fatal?: boolean }) => Decoder
}

export interface DecodedText {
  readonly text: string
  /**
   * A label of the Encoding Standard; `utf-8-bom` where a mark says so. `-guessed` is appended where nothing in the file
   * says its encoding and its bytes only make it likely.
   */
  readonly encoding: string
  /** How many characters could not be decoded: the file is damaged there. */
  readonly undecodable: number
}

/** How much of a file is looked at to tell UTF-16 without a mark, or for what it says of its encoding. */
const SAMPLE = 4096
/** Of the characters outside ASCII, the share that may be damaged before UTF-8 is given up. */
const TOLERATED = 0.1

/**
 * Decodes a bank's text file by its content: marks first, then UTF-8 where it fits, then what the file declares of
 * itself (XML, OFX), then GB18030 where it has runs of Han characters, else Windows-1252.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes, 'utf-8', 'utf-8-bom')
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be')
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return decoded(bytes, wide)
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8.undecodable === 0) return utf8
  const declared = declaredEncoding(bytes)
  if (declared !== null) return decoded(bytes, declared)
  // A damaged UTF-8 file has few bad places; GB18030 read as UTF-8 has hardly a good one.
  if (utf8.undecodable <= countUnits(utf8.text, (unit) => unit > 0x7f) * TOLERATED) return utf8
  const chinese = decoded(bytes, 'gb18030')
  const guess = hasHanRuns(chinese.text) ? chinese : decoded(bytes, 'windows-1252')
  return { ...guess, encoding: `${guess.encoding}${GUESSED}` }
}

const GUESSED = '-guessed'

/** The encoding where the content bears the guess out, as the column names of a Chinese bank do. */
export function confirmedEncoding(encoding: string): string {
  return encoding.endsWith(GUESSED) ? encoding.slice(0, -GUESSED.length) : encoding
}

function decoded(bytes: Uint8Array, label: string, encoding = label): DecodedText {
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

/** `<?xml encoding="…"?>`, or the `CHARSET` of an OFX header; null where there is none, it is UTF-8 or nobody knows it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SAMPLE))
  const xml = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  const ofx = /^\s*OFXHEADER:/.test(head)
    ? /^\s*CHARSET:\s*([\w.:-]{1,40})\s*$/m.exec(head)?.[1]?.replace(/^(?=125\d$)/, 'windows-')
    : undefined
  const label = xml ?? ofx
  if (label === undefined) return null
  try {
    const { encoding } = new TextDecoder(label.replace(/^(?=8859-\d+$)/, 'iso-'))
    // It was tried already: the declaration is wrong.
    return encoding === 'utf-8' ? null : encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
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

/** Whether most Han characters stand beside another one: an accented letter read as GB18030 stands alone among Latin ones. */
function hasHanRuns(text: string): boolean {
  let inRuns = 0
  let alone = 0
  let run = 0
  for (let at = 0; at <= text.length; at++) {
    if (isHan(text.charCodeAt(at))) {
      run++
      continue
    }
    if (run === 1) alone++
    else inRuns += run
    run = 0
  }
  return inRuns > alone
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
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
