import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** A file of the archive, made piece by piece while it is packed; texts are UTF-8. */
export interface ZipEntry {
  readonly name: string
  readonly text: Iterable<string | Buffer>
}

/** Beyond it sizes need another form of archive, and spreadsheets give up before. */
const MOST_BYTES = 0xffff_ffff
/** Bytes packed at a time; more makes the file hardly smaller. */
const PART = 256 * 1024
/** Parts packed at a time, each in a thread of the pool. */
const IN_FLIGHT = 4
const LEVEL = 1
/** 1 January 1980: the same content gives the same bytes. */
const NO_DATE = 0x0021_0000
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808
const VERSION = 20
const DEFLATED = 8

/** An empty last block: parts end at whole bytes and none of them is the last. */
const LAST_BLOCK = Buffer.from([3, 0])

const deflate = promisify<Uint8Array, object, Buffer>(deflateRaw)

interface Packed {
  readonly name: Buffer
  readonly crc: number
  readonly size: number
  readonly packed: number
  readonly at: number
}

/**
 * A ZIP archive, piece by piece, as fast as it is taken and never more of it in memory than some parts.
 * @throws RangeError beyond 4 GiB
 */
export async function* zipOf(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Buffer, void> {
  const all: Packed[] = []
  let at = 0
  for await (const entry of entries) {
    const name = Buffer.from(entry.name)
    const head = localHeader(name)
    yield head
    let [crc, size, packed] = [0, 0, 0]
    for await (const part of packedParts(entry.text)) {
      crc = crc32(part.plain, crc)
      size += part.plain.length
      packed += part.packed.length
      yield part.packed
    }
    packed += LAST_BLOCK.length
    const whole: Packed = { name, crc, size, packed, at }
    const end = sizesOf(whole, 4)
    end.writeUInt32LE(0x0807_4b50, 0)
    yield Buffer.concat([LAST_BLOCK, end])
    all.push(whole)
    at += head.length + packed + end.length
    if (size > MOST_BYTES || at > MOST_BYTES) {
      throw new RangeError('the file grows beyond 4 GiB: choose fewer months or marketplaces')
    }
  }
  yield directory(all, at)
}

interface Part {
  readonly plain: Buffer
  readonly packed: Buffer
}

/** Texts packed in parts, several at once, in their order. */
async function* packedParts(text: Iterable<string | Buffer>): AsyncGenerator<Part> {
  const options = { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH }
  const waiting: Promise<Part>[] = []
  let [some, size]: [Buffer[], number] = [[], 0]
  const pack = () => {
    const plain = Buffer.concat(some)
    ;[some, size] = [[], 0]
    const packing = deflate(plain, options).then((packed) => ({ plain, packed }))
    // It is awaited in its turn; where an earlier one fails, nobody asks for it.
    packing.catch(() => undefined)
    waiting.push(packing)
  }
  for (const piece of text) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    some.push(bytes)
    size += bytes.length
    if (size < PART) continue
    pack()
    if (waiting.length >= IN_FLIGHT) yield* first(waiting)
  }
  if (size > 0) pack()
  while (waiting.length > 0) yield* first(waiting)
}

async function* first(waiting: Promise<Part>[]): AsyncGenerator<Part> {
  const part = await waiting.shift()
  if (part !== undefined) yield part
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x0403_4b50, 0)
  head.writeUInt16LE(VERSION, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt32LE(NO_DATE, 10)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

/** Checksum and sizes, after so many bytes. */
function sizesOf({ crc, size, packed }: Packed, after: number): Buffer {
  const sizes = Buffer.alloc(after + 12)
  sizes.writeUInt32LE(crc, after)
  sizes.writeUInt32LE(packed, after + 4)
  sizes.writeUInt32LE(size, after + 8)
  return sizes
}

function directory(all: readonly Packed[], at: number): Buffer {
  const rows = all.map((entry) => {
    const head = Buffer.concat([sizesOf(entry, 16), Buffer.alloc(18)])
    head.writeUInt32LE(0x0201_4b50, 0)
    head.writeUInt16LE(VERSION, 4)
    head.writeUInt16LE(VERSION, 6)
    head.writeUInt16LE(FLAGS, 8)
    head.writeUInt16LE(DEFLATED, 10)
    head.writeUInt32LE(NO_DATE, 12)
    head.writeUInt16LE(entry.name.length, 28)
    head.writeUInt32LE(entry.at, 42)
    return Buffer.concat([head, entry.name])
  })
  const size = rows.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(all.length, 8)
  end.writeUInt16LE(all.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...rows, end])
}
