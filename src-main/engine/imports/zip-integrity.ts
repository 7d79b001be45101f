import { crc32, inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8

/**
 * Whether every entry of a ZIP unpacks to what its directory promises, and all together to no more than `limit` bytes.
 * The library that reads workbooks loops for ever on a torn entry and believes the sizes that are written there.
 */
export function isIntactZip(bytes: Uint8Array, limit: number): boolean {
  try {
    return checkEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limit)
  } catch {
    // Reading behind the end, or data that do not unpack.
    return false
  }
}

function checkEntries(zip: Buffer, limit: number): boolean {
  let end = zip.length - 22
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  const count = zip.readUInt16LE(end + 8)
  let at = zip.readUInt32LE(end + 16)
  let left = limit
  for (let entry = 0; entry < count; entry++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return false
    const content = unpack(zip, at, left)
    if (content === null || crc32(content) !== zip.readUInt32LE(at + 16)) return false
    left -= content.length
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return true
}

/** The content of the entry that the directory describes at `at`; its own header must say the same. */
function unpack(zip: Buffer, at: number, limit: number): Buffer | null {
  const method = zip.readUInt16LE(at + 10)
  const packed = zip.readUInt32LE(at + 20)
  const local = zip.readUInt32LE(at + 42)
  const nameLength = zip.readUInt16LE(local + 26)
  if (zip.readUInt32LE(local) !== LOCAL_HEADER || zip.readUInt16LE(local + 8) !== method) return null
  if (nameLength !== zip.readUInt16LE(at + 28)) return null
  const start = local + 30 + nameLength + zip.readUInt16LE(local + 28)
  const data = zip.subarray(start, start + packed)
  if (data.length !== packed) return null
  const size = zip.readUInt32LE(at + 24)
  if (size > limit) return null
  if (method === STORED) return data
  if (method !== DEFLATED) return null
  const content = inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  return content.length === size ? content : null
}
