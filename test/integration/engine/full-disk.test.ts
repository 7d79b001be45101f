import { createRouterClient, ORPCError } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { routerOf } from '#main/engine/router/engine-router.ts'
import { readConfirmed } from '#main/engine/storage/cache/read-confirmed.ts'
import { isDiskFull } from '#main/engine/storage/disk-full.ts'
import { ManualClock } from './harness/manual-clock.ts'
import { startTestConsole, type TestConsole } from './harness/test-console.ts'
import { startTestPlatform, type TestPlatform } from './harness/test-platform.ts'

let clock: ManualClock
let platform: TestPlatform
let console_: TestConsole

beforeEach(async () => {
  clock = new ManualClock()
  platform = await startTestPlatform(clock)
  console_ = await startTestConsole(platform, clock)
})
afterEach(async () => {
  await console_.close()
  await platform.close()
})

interface Sql {
  pragma(text: string, options?: { simple: true }): unknown
}
/** As on a disk that has no room for another page of this file. */
const fill = (sql: Sql) => sql.pragma(`max_page_count = ${sql.pragma('page_count', { simple: true })}`)
const free = (sql: Sql) => sql.pragma('max_page_count = 1000000')

describe('a full disk', () => {
  it('is said to who saves something, with the folder, and what was saved before stays', async () => {
    const ann = await console_.signIn('ann')
    const client = createRouterClient(routerOf(console_.engine))
    const [first, second] = ['payout.request', 'payout.batch'] as const
    await client.drafts.put({ id: first, content: '先写的' })
    fill(ann.journal.sql)
    const put = client.drafts.put({ id: second, content: 'x'.repeat(20_000) })
    const refused: unknown = await put.catch((error: unknown) => error)
    if (!(refused instanceof ORPCError)) throw new Error('it is refused')
    expect([refused.code, refused.data]).toEqual(['DISK_FULL', { folder: console_.folder }])
    expect(console_.reported).toEqual([])
    expect((await client.drafts.get({ id: first })).content).toBe('先写的')
    expect((await client.drafts.get({ id: second })).content).toBeNull()
    free(ann.journal.sql)
    await client.drafts.put({ id: second, content: 'x'.repeat(20_000) })
  })

  it('keeps the copy where it came to, says so, and is over by itself once there is room', async () => {
    const ann = await console_.signIn('ann')
    const added = []
    for (let count = 0; count < 60; count += 1) added.push(await platform.addApplication())
    fill(ann.cache.sql)
    await ann.sync.now()
    expect(ann.sync.status()).toMatchObject({ state: 'offline', lastError: 'disk-full' })
    const last = added.at(-1)?.id ?? ''
    expect(readConfirmed(ann.cache.sql, 'application', last)).toBeNull()
    free(ann.cache.sql)
    await ann.sync.now()
    expect(ann.sync.status()).toMatchObject({ state: 'live', lastError: null })
    for (const { id } of added) expect(readConfirmed(ann.cache.sql, 'application', id)).not.toBeNull()
  })

  it('is known by what SQLite and the system say, wherever it stands among the causes', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
    expect(isDiskFull(new Error('outer', { cause: full }))).toBe(true)
    expect(isDiskFull(new Error('outer', { cause: new Error('inner') }))).toBe(false)
  })
})
