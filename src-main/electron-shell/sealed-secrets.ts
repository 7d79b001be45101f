import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyStore, SecretStore } from '#main/engine/storage/keys/key-store.ts'
import { readIfThere, writePrivateFile } from '#main/engine/storage/keys/private-file.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The database's key, drawn from the vault key. */
export function vaultKeyStore(vaultKey: Uint8Array): KeyStore {
  return { databaseKey: async () => derive(vaultKey, 'database') }
}

/** Secrets in files sealed with a key drawn from the vault key; a file under another name does not open. */
export function sealedSecretStore(folder: string, vaultKey: Uint8Array): SecretStore {
  const key = derive(vaultKey, 'secrets')
  const pathOf = (name: string) => join(folder, `${name}.sealed`)
  return {
    get: async (name) => {
      const sealed = await readIfThere(pathOf(name))
      return sealed === null ? null : open(key, name, sealed)
    },
    put: (name, value) => writePrivateFile(pathOf(name), seal(key, name, value)),
    delete: (name) => rm(pathOf(name), { force: true }),
  }
}

function derive(vaultKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', vaultKey, new Uint8Array(0), `marketdesk ${purpose}`, 32))
}

function seal(key: Uint8Array, name: string, value: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Null where the seal is broken: as if it had not been there, so that one signs in anew. */
function open(key: Uint8Array, name: string, sealed: Buffer): string | null {
  try {
    const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(name))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]).toString(
      'utf8',
    )
  } catch {
    return null
  }
}
