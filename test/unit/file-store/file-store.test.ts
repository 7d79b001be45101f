import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  FileDamagedError,
  FileDiffersError,
  FileTooLargeError,
  FolderFileStore,
  hashOfBytes,
} from '#node/file-store/file-store.ts'

let folder: string
let now = Date.parse('2026-11-01T00:00:00Z')
let files: FolderFileStore
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-files-'))
  files = new FolderFileStore(folder, 100, () => now)
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
  it('keeps bytes that come in pieces only if they are those of the hash', async () => {
    const pieces = [bytes.subarray(0, 4), bytes.subarray(4)]
    const hash = hashOfBytes(bytes)
    expect(await files.putStream(hash, inPieces(pieces))).toBe(bytes.length)
    expect(await files.get(hash)).toEqual(bytes)
    const other = hashOfBytes(Buffer.from('other'))
    await expect(files.putStream(other, inPieces(pieces))).rejects.toThrow(FileDiffersError)
    const large = inPieces([bytes, new Uint8Array(100)])
    await expect(files.putStream(other, large)).rejects.toThrow(FileTooLargeError)
    await expect(files.putStream(other, cutOff())).rejects.toThrow('cut off')
    const names = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name))
    expect(names).toEqual([join(hash.slice(0, 2), hash)])
  })
  it('gives a damaged file its bytes again when it is put again', async () => {
    const hash = await files.put(bytes)
    await writeFile(join(folder, hash.slice(0, 2), hash), 'another licence')
    await files.put(bytes)
    expect(await files.get(hash)).toEqual(bytes)
  })
  it('sweeps what was put long ago and is not named, and what a crash left half-written', async () => {
    const [named, put, old] = ['named', 'put again', 'old'].map((text) => Buffer.from(text))
    for (const each of [named, put, old]) await files.put(each as Buffer)
    const hash = hashOfBytes(old as Buffer)
    await writeFile(join(folder, hash.slice(0, 2), `${hash}.1.part`), 'half')
    await utimes(join(folder, hash.slice(0, 2), `${hash}.1.part`), new Date(now), new Date(now))
    now += 1000
    await files.put(put as Buffer)
    const asked: string[] = []
    const isNamed = async (each: string) => {
      asked.push(each)
      return each === hashOfBytes(named as Buffer)
    }
    expect(await files.sweep(now, isNamed)).toBe(1)
    expect(asked.sort()).toEqual([hashOfBytes(named as Buffer), hash].sort())
    const left = (await readdir(folder, { recursive: true })).filter((name) => /[0-9a-f]{64}/.test(name))
    expect(left.map((name) => name.slice(3)).sort()).toEqual(
      [hashOfBytes(named as Buffer), hashOfBytes(put as Buffer)].sort(),
    )
  })
  it('does not sweep a file that is put while its names are looked for', async () => {
    const hash = await files.put(bytes)
    now += 1000
    const before = now
    const isNamed = async () => {
      await files.put(bytes)
      return false
    }
    expect(await files.sweep(before, isNamed)).toBe(0)
    expect(await files.has(hash)).toBe(true)
  })
})

async function* inPieces(pieces: readonly Uint8Array[]) {
  yield* pieces
}

async function* cutOff() {
  yield bytes
  throw new Error('cut off')
}
