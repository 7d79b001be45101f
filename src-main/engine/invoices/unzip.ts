import { crc32, inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8
const UTF8_NAMES = 0x0800
const ENCRYPTED = 0x0001

/** What is still allowed of an archive and of the archives in it. */
export interface UnzipBudget {
  /** Bytes that may still be unpacked. */
  bytes: number
  /** Entries that may still be looked at. */
  entries: number
}

export interface ZipEntry {
  readonly name: string
  /** Unpacks it. @throws Error where it is torn, packed otherwise, or more than the budget allows */
  content(): Uint8Array<ArrayBuffer>
}

/** Whether bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

/**
 * The entries of an archive by its directory, folders left out. Nothing is unpacked until it is asked for.
 * @throws Error where the directory is torn, or lists more than the budget allows
 */
export function zipEntries(bytes: Uint8Array, budget: UnzipBudget): ZipEntry[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < 0) throw new Error('the archive has no directory')
  const count = zip.readUInt16LE(end + 8)
  let at = zip.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let entry = 0; entry < count; entry++) {
    budget.entries -= 1
    if (budget.entries < 0) throw new Error('the archive lists too many files')
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('the directory of the archive is torn')
    const place = at
    const name = nameAt(zip, at)
    if (!name.endsWith('/')) entries.push({ name, content: () => unpack(zip, place, budget) })
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** Names are UTF-8 where a flag says so; what Chinese programs write without it is GB18030 where it is no UTF-8. */
function nameAt(zip: Buffer, at: number): string {
  const bytes = zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const isUtf8 = (zip.readUInt16LE(at + 8) & UTF8_NAMES) !== 0
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes)
  }
}

/** The content of the entry that the directory describes at `at`; its own header and its sum must agree. */
function unpack(zip: Buffer, at: number, budget: UnzipBudget): Uint8Array<ArrayBuffer> {
  const method = zip.readUInt16LE(at + 10)
  const packed = zip.readUInt32LE(at + 20)
  const size = zip.readUInt32LE(at + 24)
  const local = zip.readUInt32LE(at + 42)
  if ((zip.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new Error('it is encrypted')
  if (zip.readUInt32LE(local) !== LOCAL_HEADER || zip.readUInt16LE(local + 8) !== method) {
    throw new Error('its header is torn')
  }
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const data = zip.subarray(start, start + packed)
  if (data.length !== packed) throw new Error('it is torn')
  budget.bytes -= size
  if (budget.bytes < 0) throw new Error('it unpacks to too much')
  const content = contentOf(data, method, size)
  if (content.length !== size || crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error('it is torn')
  return content
}

function contentOf(data: Buffer, method: number, size: number): Uint8Array<ArrayBuffer> {
  if (method === STORED) return Uint8Array.from(data)
  if (method !== DEFLATED) throw new Error('it is packed otherwise')
  return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
}
