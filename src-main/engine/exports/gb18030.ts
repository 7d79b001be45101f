const FOUR_BYTE_BMP = 39_420
/** The place of U+10000 among the four-byte codes, which go on from there code point by code point. */
const FOUR_BYTE_SUPPLEMENT = 189_000
const NEWLINE = 0x0a
const UNKNOWN = [0x3f]

let table: ReadonlyMap<string, readonly number[]> | null = null

/** Text in GB18030; a character it has no code for becomes `?`. The platform can only decode it, so this inverts that. */
export function encodeGb18030(text: string): Buffer {
  table ??= invert()
  const bytes: number[] = []
  for (const character of text) bytes.push(...codeOf(table, character))
  return Buffer.from(bytes)
}

function codeOf(known: ReadonlyMap<string, readonly number[]>, character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return [point]
  if (point >= 0x10000) return fourBytes(FOUR_BYTE_SUPPLEMENT + point - 0x10000)
  return known.get(character) ?? UNKNOWN
}

function invert(): ReadonlyMap<string, readonly number[]> {
  const codes: (readonly number[])[] = []
  for (let index = 0; index < FOUR_BYTE_BMP; index++) codes.push(fourBytes(index))
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail])
  }
  // One line for each code, decoded at once. Two bytes come last: where a character has both codes, it has that one.
  const lines = new TextDecoder('gb18030')
    .decode(Uint8Array.from(codes.flatMap((code) => [...code, NEWLINE])))
    .split('\n')
  return new Map(
    codes.flatMap((code, at) => {
      const character = lines[at] ?? ''
      return character.length === 1 && character !== '\u{FFFD}' ? [[character, code] as const] : []
    }),
  )
}

function fourBytes(index: number): readonly number[] {
  return [
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}
