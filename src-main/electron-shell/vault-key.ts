import { randomBytes } from 'node:crypto'
import { safeStorage } from 'electron'
import { readIfThere, writePrivateFile } from '#main/engine/storage/keys/private-file.ts'
import { StorageError } from '#main/engine/storage/storage-error.ts'

const KEY_BYTES = 32

/** The system offers no place for a secret; the message tells the user what to do. */
export class NoKeychain extends Error {
  override readonly name = 'NoKeychain'
}

/**
 * The key of everything stored here, sealed by the system's keychain. 32 bytes, made at the first call.
 * `isInUse`: there are files that it opens, so that one that is missing is not made anew.
 * @throws NoKeychain where the system has none, or only a pretended one (Linux without a secret service)
 */
export async function vaultKey(file: string, isInUse: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const pretended = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (!safeStorage.isEncryptionAvailable() || pretended) {
    throw new NoKeychain(
      '系统没有可用的钥匙串；请启用密钥服务，或改用浏览器方式（marketdesk serve）。\n' +
        'This system has no keychain. Turn on its secret service, or use the browser (marketdesk serve).',
    )
  }
  const sealed = await readIfThere(file)
  if (sealed !== null) return new Uint8Array(Buffer.from(safeStorage.decryptString(sealed), 'base64'))
  if (isInUse) throw new StorageError('key-missing', file)
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  await writePrivateFile(file, safeStorage.encryptString(Buffer.from(key).toString('base64')))
  return key
}
