import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import { temporaryFolder } from '../temporary-folder.ts'

describe('the key file', () => {
  it('is made once, and only its owner can read it', async () => {
    const folder = temporaryFolder()
    const key = await fileKeyStore(folder).databaseKey(false)
    expect(key).toHaveLength(32)
    expect(await fileKeyStore(folder).databaseKey(true)).toEqual(key)
    expect(statSync(join(folder, 'database.key')).mode & 0o777).toBe(0o600)
  })

  it('is not replaced when it is damaged', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'database.key'), 'short')
    await expect(fileKeyStore(folder).databaseKey(false)).rejects.toMatchObject({ code: 'key-unreadable' })
  })

  it('is not made anew while there are files that it opens', async () => {
    const folder = temporaryFolder()
    await expect(fileKeyStore(folder).databaseKey(true)).rejects.toMatchObject({ code: 'key-missing' })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('secrets', () => {
  it('are put, read and deleted by name', async () => {
    const store = fileSecretStore(temporaryFolder())
    expect(await store.get('session-1')).toBeNull()
    await store.put('session-1', 'a')
    await store.put('session-1', 'b')
    expect(await store.get('session-1')).toBe('b')
    await store.delete('session-1')
    expect(await store.get('session-1')).toBeNull()
  })

  it('cannot be named outside their folder', async () => {
    await expect(async () => fileSecretStore(temporaryFolder()).get('../x')).rejects.toThrow(/is named/)
  })
})
