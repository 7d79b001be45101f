import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { assert } from '#shared/base/assert.ts'
import { StorageError } from '../storage-error.ts'
import type { KeyStore, SecretStore } from './key-store.ts'
import { readIfThere, writePrivateFile } from './private-file.ts'

const KEY_BYTES = 32

/** The key in a file that only its owner can read: for hosts without a keychain. */
export function fileKeyStore(folder: string): KeyStore {
  const path = join(folder, 'database.key')
  return {
    databaseKey: async (isInUse) => {
      const kept = await readIfThere(path)
      if (kept !== null) {
        if (kept.byteLength !== KEY_BYTES) throw new StorageError('key-unreadable', path)
        return new Uint8Array(kept)
      }
      if (isInUse) throw new StorageError('key-missing', path)
      const made = new Uint8Array(randomBytes(KEY_BYTES))
      await writePrivateFile(path, made)
      return made
    },
  }
}

/** Secrets as files that only their owner can read. */
export function fileSecretStore(folder: string): SecretStore {
  const pathOf = (name: string) => {
    assert(/^[a-z0-9-]{1,100}$/.test(name), 'a secret is named in lower case, digits and dashes')
    return join(folder, `${name}.secret`)
  }
  return {
    get: async (name) => (await readIfThere(pathOf(name)))?.toString('utf8') ?? null,
    put: (name, value) => writePrivateFile(pathOf(name), Buffer.from(value, 'utf8')),
    delete: (name) => rm(pathOf(name), { force: true }),
  }
}
