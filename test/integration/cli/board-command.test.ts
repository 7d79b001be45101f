import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lockFolder } from '#node/instance-lock.ts'
import { DEMO_ACCOUNTS } from '#platform/demo/demo-accounts.ts'
import { growDemo } from '#platform/demo/grow-demo.ts'
import { accountSchema } from '#platform/store/credentials.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { sampleCluster, sampleSubscription } from '#test/integration/platform/sample-boards.ts'
import { sampleOrder } from '#test/integration/platform/sample-records.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

let platform: EnginePlatform
let folder: string
const PERIOD = ['--from', '2024-02-01', '--to', '2024-02-29'] as const

beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-board-'))
  const paidAt = '2024-02-29T15:59:59.999Z'
  await platform.platform.store.write(async (transaction) => {
    await transaction.put('subscription', sampleSubscription({ subscribedAt: paidAt }))
    await transaction.put('subscription', sampleSubscription({ subscribedAt: '2024-02-29T16:00:00.000Z' }))
    await transaction.put('order', sampleOrder({ paidAt, listingId: 'listing-1', cash: 1_234_05 }))
    await transaction.put('order', sampleOrder({ paidAt, kind: 'refund', cash: -5 }))
    await transaction.put('cluster', sampleCluster({ installedAt: paidAt }))
  })
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  await cli('sync', '--platform', platform.url, '--email', 'op-1@example.cn', '--data', folder)
  vi.stubEnv('MARKETDESK_PASSWORD', '')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

const board = (name: string, ...more: string[]) => cli('board', name, ...PERIOD, '--data', folder, ...more)

test('tells the figures of the copy here, without platform, e-mail and password, beside a console that is open', async () => {
  await platform.close()
  const unlock = lockFolder(folder)
  const { code, out, errors } = await board('subscriptions', '--by', 'extension', '--json')
  unlock()
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(JSON.parse(out)).toEqual({
    from: '2024-02-01',
    to: '2024-02-29',
    asOf: expect.stringMatching(/^\d{4}-.*Z$/),
    totals: { subscriptions: 1, users: 1, revenue: '1234.05', refunds: '0.05' },
    groups: [
      { key: 'listing-1', name: '云备份', subscriptions: 1, users: 1, revenue: '1234.05', refunds: '0.00' },
      { key: '', name: '', subscriptions: 0, users: 0, revenue: '0.00', refunds: '0.05' },
    ],
  })
  expect(JSON.parse((await board('clusters', '--by', 'version', '--json')).out)).toMatchObject({
    totals: { users: 1, clusters: 1 },
    groups: [{ key: '1.0.0', users: 1, clusters: 1 }],
  })
  expect((await board('subscriptions', '--by', 'month')).out).toMatch(/1 +1 +1234\.05 +0\.05 +2024-02$/m)
})

test('ends with 1 where nothing is in these days, and with 2 where the question makes no sense', async () => {
  const days = ['--from', '2020-01-01', '--to', '2020-01-31']
  const base = ['--platform', platform.url, '--data', folder]
  expect(await cli('board', 'clusters', ...days, ...base)).toMatchObject({ code: 1, errors: '' })
  const wrong = ['--from', '2024-03-01', '--to', '2024-02-01']
  expect(await cli('board', 'clusters', ...wrong, ...base)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('no period'),
  })
  expect(await board('clusters', '--by', 'plan')).toMatchObject({ code: 2 })
  const elsewhere = ['--platform', platform.url, '--data', join(folder, 'other')]
  expect(await cli('board', 'clusters', ...days, ...elsewhere)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('marketdesk sync'),
  })
})

test('a demo, and nothing else, grows to what is asked for, the same each time, and no further', async () => {
  const grown = async () => {
    const grows = await startEnginePlatform()
    await grows.platform.store.write(async (transaction) => {
      await transaction.put('order', sampleOrder({ id: '01J00000000000000000000000', number: 'first' }))
    })
    await expect(growDemo(grows.platform, 100)).rejects.toThrow('no invented orders')
    await grows.platform.store.write(async (transaction) => {
      for (const { id, email } of DEMO_ACCOUNTS) {
        await transaction.putAccount(accountSchema.parse({ id, email, passwordHash: '' }))
      }
    })
    const counts = await growDemo(grows.platform, 100)
    const again = await growDemo(grows.platform, 100)
    const further = await growDemo(grows.platform, 150)
    const rows = await grows.platform.store.snapshotRows('subscription', '', 5000)
    await grows.close()
    return { counts, again, further, rows: Buffer.from(rows.json).toString('utf8') }
  }
  const [one, other] = [await grown(), await grown()]
  expect(one.counts).toEqual({ subscriptions: 100, clusters: 20, orders: 120 })
  expect(one.again).toEqual(one.counts)
  expect(one.further).toEqual({ subscriptions: 150, clusters: 30, orders: 180 })
  expect(other).toEqual(one)
})
