import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x0605_4b50
const DIRECTORY_ENTRY = 0x0201_4b50
const STORED = 0
const DEFLATED = 8
/** The end of an archive with the longest comment. */
const TAIL = 22 + 65_535
/** A workbook lists some dozen files. */
const MOST_DIRECTORY = 16 * 1024 * 1024
/** Bytes of an entry that nobody reads to its end. */
const MOST_UNPACKED = 16 * 1024 ** 3

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly at: number
}

/** An archive whose entries are read as streams of text, by its directory. */
export class ZipReader {
  readonly #path: string
  readonly #entries: readonly Entry[]

  private constructor(path: string, entries: readonly Entry[]) {
    this.#path = path
    this.#entries = entries
  }

  /** @throws Error where it is no archive */
  static async open(path: string): Promise<ZipReader> {
    const file = await open(path)
    try {
      return new ZipReader(path, await readDirectory(file))
    } finally {
      await file.close()
    }
  }

  has(name: string): boolean {
    return this.#entries.some((entry) => entry.name === name)
  }

  /** The text of an entry, piece by piece. @throws Error where it is torn, or not there */
  async *text(name: string): AsyncGenerator<string, void> {
    const entry = this.#entries.find((each) => each.name === name)
    if (entry === undefined) throw new Error(`the archive has no ${name}`)
    const head = await this.#head(entry.at)
    const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    const decoder = new TextDecoder('utf-8', { fatal: true })
    if (entry.packed === 0) return
    const packed = createReadStream(this.#path, { start, end: start + entry.packed - 1 })
    const plain = entry.method === DEFLATED ? packed.pipe(createInflateRaw()) : packed
    packed.on('error', (error) => plain.destroy(error))
    if (entry.method !== DEFLATED && entry.method !== STORED) throw new Error(`${name} is packed otherwise`)
    let size = 0
    for await (const chunk of plain) {
      // A stream without an encoding gives buffers.
      const bytes = chunk as Buffer
      size += bytes.length
      if (size > MOST_UNPACKED) throw new Error(`${name} is too large`)
      yield decoder.decode(bytes, { stream: true })
    }
    yield decoder.decode()
  }

  /** The whole text of a small entry. */
  async whole(name: string, most: number): Promise<string> {
    let text = ''
    for await (const piece of this.text(name)) {
      text += piece
      if (text.length > most) throw new Error(`${name} is too large`)
    }
    return text
  }

  async #head(at: number): Promise<Buffer> {
    const file = await open(this.#path)
    try {
      return await bytesAt(file, at, 30)
    } finally {
      await file.close()
    }
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - TAIL), Math.min(size, TAIL))
  let end = tail.length - 22
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1
  if (end < 0) throw new Error('it is no archive')
  const length = tail.readUInt32LE(end + 12)
  if (length > MOST_DIRECTORY) throw new Error('its directory is too large')
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), length)
  const entries: Entry[] = []
  for (let at = 0; at < directory.length; ) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('its directory is torn')
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  if (bytesRead !== length) throw new Error('it is torn')
  return bytes
}
