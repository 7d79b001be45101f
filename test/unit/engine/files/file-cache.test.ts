import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileCache } from '#main/engine/files/file-cache.ts'
import { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const KEY = new Uint8Array(32).fill(3)
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

function fileCache(limitBytes = 1000, give = (hash: string) => texts.get(hash)) {
  const folder = temporaryFolder()
  const asked: string[] = []
  const clock = new ManualClock()
  const client = {
    file: async (hash: string) => {
      asked.push(hash)
      return bytesOf(give(hash) ?? 'something else')
    },
  }
  return { folder, asked, clock, cache: createFileCache({ folder, key: KEY, limitBytes, client, clock }) }
}
const texts = new Map(['one', 'two', 'three', 'x'.repeat(2000)].map((text) => [hashOf(text), text]))

describe('files', () => {
  it('are fetched once, however many ask', async () => {
    const { cache, asked } = fileCache()
    const [first, second] = await Promise.all([cache.read(hashOf('one')), cache.read(hashOf('one'))])
    expect([first, second, await cache.read(hashOf('one'))]).toEqual(Array(3).fill(bytesOf('one')))
    expect(asked).toHaveLength(1)
  })

  it('are sealed on disk, and fetched anew when somebody changed them', async () => {
    const { cache, asked, folder } = fileCache()
    await cache.read(hashOf('one'))
    const path = join(folder, hashOf('one'))
    const sealed = readFileSync(path)
    expect(sealed.includes('one')).toBe(false)
    writeFileSync(path, sealed.fill(0))
    expect(await cache.read(hashOf('one'))).toEqual(bytesOf('one'))
    expect(asked).toHaveLength(2)
  })

  it('make room, the longest unread first', async () => {
    const { cache, folder, clock } = fileCache(70)
    for (const text of ['one', 'two', 'one', 'three']) {
      await cache.read(hashOf(text))
      clock.jump(60_000)
    }
    expect(readdirSync(folder).sort()).toEqual([hashOf('one'), hashOf('three')].sort())
  })

  it('larger than the cache are given and not kept', async () => {
    const { cache, folder } = fileCache()
    expect(await cache.read(hashOf('x'.repeat(2000)))).toHaveLength(2000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('with other bytes than their name says are refused', async () => {
    const { cache } = fileCache(1000, () => 'other')
    await expect(cache.read(hashOf('one'))).rejects.toMatchObject({ kind: 'server' })
  })
})
