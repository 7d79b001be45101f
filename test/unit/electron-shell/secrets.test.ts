import { mkdtemp, readdir, readFile, rename, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { sealedSecretStore, vaultKeyStore } from '#main/electron-shell/sealed-secrets.ts'
import { NoKeychain, vaultKey } from '#main/electron-shell/vault-key.ts'
import { electronDouble } from './electron-double.ts'

vi.mock('electron', async () => (await import('./electron-double.ts')).electronModule())

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-vault-'))
  electronDouble.keychain = { available: true, backend: 'gnome_libsecret' }
})

test('the vault key is made once, sealed by the keychain, in a file only its user can read', async () => {
  const file = join(folder, 'vault.sealed')
  const key = await vaultKey(file, false)
  expect(key).toHaveLength(32)
  expect(await vaultKey(file, true)).toEqual(key)
  expect((await readFile(file)).includes(Buffer.from(key))).toBe(false)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('the vault key is not made anew while there are files that it opens', async () => {
  await expect(vaultKey(join(folder, 'vault.sealed'), true)).rejects.toMatchObject({ code: 'key-missing' })
  expect(await readdir(folder)).toEqual([])
})

test('without a keychain, or with a pretended one, nothing is stored and the user is told', async () => {
  electronDouble.keychain = { available: false, backend: 'unknown' }
  await expect(vaultKey(join(folder, 'vault.sealed'), false)).rejects.toThrow(NoKeychain)
  electronDouble.keychain = { available: true, backend: 'basic_text' }
  if (process.platform === 'linux')
    await expect(vaultKey(join(folder, 'vault.sealed'), false)).rejects.toThrow(NoKeychain)
  expect(await readdir(folder)).toEqual([])
})

test('a sealed secret comes back, is not readable in its file, and is gone after delete', async () => {
  const secrets = sealedSecretStore(folder, new Uint8Array(32).fill(7))
  await secrets.put('refresh-token', '令牌 token')
  expect(await secrets.get('refresh-token')).toBe('令牌 token')
  expect((await readFile(join(folder, 'refresh-token.sealed'))).includes('token')).toBe(false)
  await secrets.delete('refresh-token')
  expect(await secrets.get('refresh-token')).toBeNull()
})

test('a secret does not open with another key or under another name', async () => {
  const secrets = sealedSecretStore(folder, new Uint8Array(32).fill(7))
  await secrets.put('one', 'value')
  expect(await sealedSecretStore(folder, new Uint8Array(32).fill(8)).get('one')).toBeNull()
  await rename(join(folder, 'one.sealed'), join(folder, 'two.sealed'))
  expect(await secrets.get('two')).toBeNull()
})

test('the database key is drawn from the vault key and is not the vault key', async () => {
  const vault = new Uint8Array(32).fill(7)
  const key = await vaultKeyStore(vault).databaseKey(false)
  expect(key).toHaveLength(32)
  expect(key).not.toEqual(vault)
  expect(await vaultKeyStore(vault).databaseKey(true)).toEqual(key)
})
