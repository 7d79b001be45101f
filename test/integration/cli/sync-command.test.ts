import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { lockFolder } from '#node/instance-lock.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

let platform: EnginePlatform
let folder: string

beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-sync-'))
})

afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})

afterEach(() => vi.unstubAllEnvs())

const sync = (...more: string[]) =>
  cli('sync', '--platform', platform.url, '--email', 'op-1@example.cn', '--data', folder, ...more)

test('fetches everything and proves that the copy equals the platform; a second run needs no password', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  const first = await sync('--json')
  expect(first.errors).toBe('')
  const report = JSON.parse(first.out)
  expect(report).toMatchObject({ state: 'live', equal: true, outboxWaiting: 0, returned: 0 })
  expect(report.kinds).toContainEqual({
    kind: 'application',
    count: platform.applications.length,
    platformCount: platform.applications.length,
    equal: true,
  })
  vi.stubEnv('MARKETDESK_PASSWORD', '')
  const second = await sync()
  expect(second).toMatchObject({ code: 0, errors: '' })
  expect(second.out).toMatch(/^application +\d+ +\d+ +yes$/m)
})

test('a folder that another program works with is left alone', async () => {
  const unlock = lockFolder(folder)
  expect(await sync()).toMatchObject({ code: 2, errors: expect.stringContaining('--data') })
  unlock()
})

test('a wrong password and a missing platform end with exit code 2 and a reason', async () => {
  vi.stubEnv('MARKETDESK_PASSWORD', 'wrong')
  const elsewhere = ['sync', '--email', 'op-1@example.cn', '--data', join(folder, 'other'), '--platform']
  expect(await cli(...elsewhere, platform.url)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('does not know this e-mail and password'),
  })
  expect(await cli(...elsewhere, 'http://127.0.0.1:9')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('cannot be reached'),
  })
})

test('a file in the place of the data folder is bad input', async () => {
  const place = ['--data', import.meta.filename]
  const { code, errors } = await cli(
    'sync',
    '--platform',
    platform.url,
    '--email',
    'op-1@example.cn',
    ...place,
  )
  expect(code).toBe(2)
  expect(errors).toContain('choose another folder with --data')
})
