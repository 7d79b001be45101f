import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileHashSchema } from '#shared/base/ids.ts'

/** Bytes that are not what their name says: the disk or somebody changed them. */
export class FileDamagedError extends Error {
  override readonly name = 'FileDamagedError'
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError'
}

/** Bytes came that are not those of the hash they were announced by. */
export class FileDiffersError extends Error {
  override readonly name = 'FileDiffersError'
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The SHA-256 of a file, read piece by piece. @throws what the system says where it cannot be read */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

/** Files by the SHA-256 of their bytes: written once, never changed. */
export interface FileStore {
  /**
   * Keeps bytes and answers their hash; what is there already is left alone. After the answer they survive a crash.
   * @throws FileTooLargeError above the limit.
   */
  put(bytes: Uint8Array): Promise<string>
  /**
   * Keeps bytes that come in pieces, if they are those of the hash, and answers how many they are.
   * @throws FileDiffersError where they are others, FileTooLargeError above the limit; then nothing is kept.
   */
  putStream(hash: string, pieces: AsyncIterable<Uint8Array>): Promise<number>
  has(hash: string): Promise<boolean>
  /**
   * The bytes of a file, null where it is not kept.
   * @throws FileDamagedError where they no longer have their hash.
   */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | null>
  /**
   * Drops files that were put, for the last time, before an instant (milliseconds) and that nothing names; answers how
   * many. `isNamed` is asked about each of them.
   */
  sweep(before: number, isNamed: (hash: string) => Promise<boolean>): Promise<number>
}

/** The files in one folder: written beside, synced, renamed. */
export class FolderFileStore implements FileStore {
  readonly #directory: string
  readonly #limitBytes: number
  /** Milliseconds since 1970; when a file was put is the time of its last change. */
  readonly #clock: () => number
  /** Being looked for and being dropped exclude each other. */
  #alone: Promise<unknown> = Promise.resolve()

  constructor(directory: string, limitBytes: number, clock: () => number = Date.now) {
    this.#directory = directory
    this.#limitBytes = limitBytes
    this.#clock = clock
  }

  async put(bytes: Uint8Array): Promise<string> {
    if (bytes.byteLength > this.#limitBytes) {
      throw new FileTooLargeError(
        `A file has ${bytes.byteLength} bytes; at most ${this.#limitBytes} are kept.`,
      )
    }
    const hash = hashOfBytes(bytes)
    if (await this.#keepsAgain(hash)) return hash
    await this.#write(hash, (file) => file.writeFile(bytes))
    return hash
  }

  async putStream(hash: string, pieces: AsyncIterable<Uint8Array>): Promise<number> {
    let size = 0
    await this.#write(hash, async (file) => {
      const found = createHash('sha256')
      for await (const piece of pieces) {
        size += piece.byteLength
        if (size > this.#limitBytes) {
          throw new FileTooLargeError(`A file has more than ${this.#limitBytes} bytes.`)
        }
        found.update(piece)
        await file.writeFile(piece)
      }
      const has = found.digest('hex')
      if (has !== hash) throw new FileDiffersError(`Bytes that were announced as ${hash} are ${has}.`)
    })
    return size
  }

  async has(hash: string): Promise<boolean> {
    return (await sizeAt(this.#path(hash))) !== null
  }

  async get(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = this.#path(hash)
    const size = await sizeAt(path)
    if (size === null) return null
    if (size > this.#limitBytes) throw new FileDamagedError(`File ${hash} is larger than anything kept here.`)
    const bytes = new Uint8Array(await readFile(path))
    if (hashOfBytes(bytes) !== hash) throw new FileDamagedError(`File ${hash} no longer has its hash.`)
    return bytes
  }

  async sweep(before: number, isNamed: (hash: string) => Promise<boolean>): Promise<number> {
    let dropped = 0
    for (const path of await this.#paths()) {
      const { name } = path
      const isFile = fileHashSchema.safeParse(name).success
      if (!isFile && !name.endsWith('.part')) continue
      if (!(await isOlder(path.whole, before)) || (isFile && (await isNamed(name)))) continue
      // It may have been put again while its names were looked for.
      const isGone = await this.#excluding(async () => {
        if (!(await isOlder(path.whole, before))) return false
        await rm(path.whole, { force: true })
        return true
      })
      if (isGone && isFile) dropped += 1
    }
    return dropped
  }

  /** Whether a file is there whole; then it counts as put now. */
  #keepsAgain(hash: string): Promise<boolean> {
    return this.#excluding(async () => {
      const path = this.#path(hash)
      if ((await hashAt(path)) !== hash) return false
      const now = new Date(this.#clock())
      await utimes(path, now, now)
      return true
    })
  }

  async #write(hash: string, fill: (file: FileHandle) => Promise<void>): Promise<void> {
    const path = this.#path(hash)
    await mkdir(dirname(path), { recursive: true })
    const beside = `${path}.${randomUUID()}.part`
    try {
      const file = await open(beside, 'wx')
      try {
        await fill(file)
        const now = new Date(this.#clock())
        await file.utimes(now, now)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(beside, path)
      await syncDirectory(dirname(path))
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  }

  async #excluding<T>(work: () => Promise<T>): Promise<T> {
    const running = this.#alone.then(work)
    this.#alone = running.catch(() => undefined)
    return running
  }

  async #paths(): Promise<{ readonly name: string; readonly whole: string }[]> {
    const folders = await readdir(this.#directory).catch(noneIfMissing)
    const found = folders.map(async (folder) => {
      const names = await readdir(join(this.#directory, folder)).catch(noneIfMissing)
      return names.map((name) => ({ name, whole: join(this.#directory, folder, name) }))
    })
    return (await Promise.all(found)).flat()
  }

  /** Two levels, so that no folder grows without bound. The name is checked: it comes from outside. */
  #path(hash: string): string {
    const name = fileHashSchema.parse(hash)
    return join(this.#directory, name.slice(0, 2), name)
  }
}

async function sizeAt(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  )
}

async function isOlder(path: string, before: number): Promise<boolean> {
  return stat(path).then(
    (found) => found.mtimeMs < before,
    () => false,
  )
}

/** The hash of what lies at a path; null where nothing does. */
async function hashAt(path: string): Promise<string | null> {
  return (await sizeAt(path)) === null ? null : hashOfFile(path)
}

function noneIfMissing(error: unknown): string[] {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR') return []
  throw error
}

/** Makes a rename last. Windows cannot open a directory, and keeps its own journal. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
