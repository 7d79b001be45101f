import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { lockFolder } from '#node/instance-lock.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

let platform: EnginePlatform
let folder: string

beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-lookup-'))
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
  const of = ['--platform', platform.url, '--email', 'op-1@example.cn', '--data', folder]
  const synced = await cli('sync', ...of)
  if (synced.code !== 0) throw new Error(synced.errors)
  // From here on nothing answers but the copy.
  await platform.close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

const lookup = (...args: string[]) => cli('lookup', '--data', folder, ...args)

describe('lookup', () => {
  test('answers from the copy, without the platform, an e-mail or a password, beside a console that is open', async () => {
    const [application] = platform.applications
    const unlock = lockFolder(folder)
    const found = await lookup(application?.id ?? '', '--json')
    unlock()
    expect(found).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(found.out)).toEqual({
      kind: 'application',
      id: application?.id,
      title: application?.applicant.name,
      matched: application?.id,
    })
  })

  test('finds by one character, of one kind, and no more than asked for', async () => {
    const name = platform.applications[0]?.applicant.name ?? ''
    const found = await lookup(name.slice(1, 2), '--kind', 'provider', '--limit', '1', '--json')
    expect(found.out.split('\n').every((line) => line === '' || JSON.parse(line).kind === 'provider')).toBe(
      true,
    )
    const beginning = platform.applications[0]?.id.slice(0, 6) ?? ''
    expect((await lookup(beginning, '--limit', '2', '--json')).out.split('\n')).toHaveLength(2)
  })

  test('prints a table without --json', async () => {
    const name = platform.applications[0]?.applicant.name ?? ''
    expect((await lookup(name)).out).toMatch(/^kind +id +matched +title\n/)
  })

  test('ends with 1 where nothing is found', async () => {
    expect(await lookup('鿿鿿鿿')).toMatchObject({ code: 1, out: 'nothing found', errors: '' })
    expect(await lookup('鿿鿿鿿', '--json')).toMatchObject({ code: 1, out: '' })
  })

  test('takes --platform for the copy of that platform', async () => {
    const name = platform.applications[0]?.applicant.name ?? ''
    expect(await lookup(name, '--platform', platform.url)).toMatchObject({ code: 0, errors: '' })
    expect(await lookup(name, '--platform', 'http://127.0.0.1:9')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('marketdesk sync'),
    })
  })

  test('is bad usage without a copy, with several, of a blank text and of a kind that is none', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'marketdesk-lookup-none-'))
    expect(await cli('lookup', '云', '--data', empty)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('marketdesk sync'),
    })
    await mkdir(join(empty, 'accounts', 'one'), { recursive: true })
    await mkdir(join(empty, 'accounts', 'other'))
    expect(await cli('lookup', '云', '--data', empty)).toMatchObject({
      code: 2,
      errors: expect.stringContaining('--platform'),
    })
    await rm(empty, { recursive: true })
    for (const bad of [[' '], ['云', '--kind', 'bankLine'], ['云', '--limit', '0'], []]) {
      expect((await lookup(...bad)).code).toBe(2)
    }
  })
})
