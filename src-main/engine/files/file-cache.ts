import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileHashSchema } from '#shared/base/ids.ts'
import type { PlatformClient } from '../platform-client/platform-client.ts'
import { PlatformFailure } from '../platform-client/platform-failure.ts'
import { readIfThere, writePrivateFile } from '../storage/keys/private-file.ts'
import type { Clock } from '../time/clock.ts'
import { open, seal } from './sealed-bytes.ts'

/** Files of records (packages, documents, images), fetched when first asked for and kept within a bound. */
export interface FileCache {
  /**
   * The bytes of a file by its SHA-256.
   * @throws PlatformFailure where it is not here and the platform does not give it.
   */
  read(hash: string): Promise<Uint8Array<ArrayBuffer>>
}

export interface FileCacheSetting {
  readonly folder: string
  /** Documents name people: they are sealed with the key of the databases. */
  readonly key: Uint8Array
  /** Most bytes kept; the longest unread go first. */
  readonly limitBytes: number
  readonly client: Pick<PlatformClient, 'file'>
  readonly clock: Clock
}

export function createFileCache(setting: FileCacheSetting): FileCache {
  const { folder, key, client, clock } = setting
  const fetching = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  async function kept(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = join(folder, hash)
    const sealed = await readIfThere(path)
    if (sealed === null) return null
    const bytes = open(sealed, key, hash)
    if (bytes === null) {
      // Changed by somebody, or of another key: it can be fetched anew.
      await rm(path, { force: true })
      return null
    }
    await noteRead(path)
    return bytes
  }

  async function fetched(hash: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await client.file(hash)
    if (createHash('sha256').update(bytes).digest('hex') !== hash) {
      throw new PlatformFailure('server', `the bytes of file ${hash} are others`)
    }
    const sealed = seal(bytes, key, hash)
    if (sealed.byteLength > setting.limitBytes) return bytes
    const path = join(folder, hash)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await makeRoom(folder, setting.limitBytes - sealed.byteLength)
    await writePrivateFile(path, sealed)
    await noteRead(path)
    return bytes
  }

  async function noteRead(path: string): Promise<void> {
    const now = new Date(clock.now())
    await utimes(path, now, now)
  }

  return {
    read: async (name) => {
      const hash = fileHashSchema.parse(name)
      const here = await kept(hash)
      if (here !== null) return here
      const running = fetching.get(hash)
      if (running !== undefined) return running
      const coming = fetched(hash).finally(() => fetching.delete(hash))
      fetching.set(hash, coming)
      return coming
    },
  }
}

/** Removes files, the longest unread first, until no more than `bytes` are left. */
async function makeRoom(folder: string, bytes: number): Promise<void> {
  const names = await readdir(folder)
  const files = await Promise.all(
    names.map(async (name) => ({ name, ...pick(await stat(join(folder, name))) })),
  )
  files.sort((one, other) => one.mtimeMs - other.mtimeMs)
  let total = files.reduce((sum, file) => sum + file.size, 0)
  for (const file of files) {
    if (total <= bytes) return
    await rm(join(folder, file.name), { force: true })
    total -= file.size
  }
}

function pick({ mtimeMs, size }: { mtimeMs: number; size: number }) {
  return { mtimeMs, size }
}
