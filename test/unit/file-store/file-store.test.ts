import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileDamagedError, FileStore, FileTooLargeError, hashOfBytes } from '#node/file-store/file-store.ts'

let folder: string
let files: FileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-files-'))
  files = new FileStore(folder, 100)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = new Uint8Array(Buffer.from('a licence'))

describe('files by hash', () => {
  it('gives back what was put, by the hash of its bytes', async () => {
    const hash = await files.put(bytes)
    expect(hash).toBe(hashOfBytes(bytes))
    expect(await files.get(hash)).toEqual(bytes)
    expect(await files.has(hash)).toBe(true)
  })
  it('keeps the same bytes once and leaves nothing half-written behind', async () => {
    const [first, second] = await Promise.all([files.put(bytes), files.put(bytes)])
    expect(second).toBe(first)
    await files.put(bytes)
    const names = (await readdir(folder, { recursive: true })).sort()
    expect(names).toEqual([first.slice(0, 2), join(first.slice(0, 2), first)])
  })
  it('answers null for what it does not have', async () => {
    expect(await files.get('0'.repeat(64))).toBeNull()
  })
  it('notices bytes that are no longer what their name says', async () => {
    const hash = await files.put(bytes)
    await writeFile(join(folder, hash.slice(0, 2), hash), 'another licence')
    await expect(files.get(hash)).rejects.toThrow(FileDamagedError)
  })
  it('refuses what is above the limit, and names that are no hash', async () => {
    await expect(files.put(new Uint8Array(101))).rejects.toThrow(FileTooLargeError)
    await expect(files.get('../../etc/passwd')).rejects.toThrow('not a SHA-256')
  })
})
