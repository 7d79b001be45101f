import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileHashSchema } from '#shared/base/ids.ts'

/** Bytes that are not what their name says: the disk or somebody changed them. */
export class FileDamagedError extends Error {
  override readonly name = 'FileDamagedError'
}

export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError'
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Files by the SHA-256 of their bytes, in one directory: written once, never changed. */
export class FileStore {
  readonly #directory: string
  readonly #limitBytes: number

  constructor(directory: string, limitBytes: number) {
    this.#directory = directory
    this.#limitBytes = limitBytes
  }

  /**
   * Keeps bytes and answers their hash; what is there already is left alone. After the answer they survive a
   * crash: written beside, synced, renamed.
   * @throws FileTooLargeError above the limit.
   */
  async put(bytes: Uint8Array): Promise<string> {
    if (bytes.byteLength > this.#limitBytes) {
      throw new FileTooLargeError(
        `A file has ${bytes.byteLength} bytes; at most ${this.#limitBytes} are kept.`,
      )
    }
    const hash = hashOfBytes(bytes)
    if (await this.has(hash)) return hash
    const path = this.#path(hash)
    await mkdir(dirname(path), { recursive: true })
    const beside = `${path}.${randomUUID()}.part`
    try {
      const file = await open(beside, 'wx')
      try {
        await file.writeFile(bytes)
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
    return hash
  }

  async has(hash: string): Promise<boolean> {
    return access(this.#path(hash), constants.R_OK).then(
      () => true,
      () => false,
    )
  }

  /**
   * The bytes of a file, null where it is not kept.
   * @throws FileDamagedError where they no longer have their hash.
   */
  async get(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = this.#path(hash)
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    )
    if (size === null) return null
    if (size > this.#limitBytes) throw new FileDamagedError(`File ${hash} is larger than anything kept here.`)
    const bytes = new Uint8Array(await readFile(path))
    if (hashOfBytes(bytes) !== hash) throw new FileDamagedError(`File ${hash} no longer has its hash.`)
    return bytes
  }

  /** Two levels, so that no folder grows without bound. The name is checked: it comes from outside. */
  #path(hash: string): string {
    const name = fileHashSchema.parse(hash)
    return join(this.#directory, name.slice(0, 2), name)
  }
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
