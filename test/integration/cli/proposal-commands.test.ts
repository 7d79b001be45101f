import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

const PACK = new URL('../../../resources/policy-packs/kubesphere/2023-10-20.yaml', import.meta.url)
/** Far enough for every clock this runs by. */
const FROM = '2090-01-01'
const TABLE = {
  year: 2090,
  papers: ['https://www.gov.cn/x.htm'],
  off: [{ date: '2090-01-01', name: '元旦' }],
  makeUp: [],
}

let platform: EnginePlatform
let folder: string
beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-propose-'))
  for (const [id, role] of [
    ['fay', 'finance'],
    ['ann', 'finance-approver'],
    ['ada', 'admin'],
    ['ben', 'admin'],
    ['sue', 'support'],
  ] as const) {
    const email = `${id}@example.cn`
    await createOperator(platform.platform, { id, name: id, email, password: PASSWORD, roles: [role] })
  }
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
})
afterEach(() => vi.unstubAllEnvs())

/** Runs a command as a person, whose own copy lies in a folder of her own. */
const as = (id: string, ...args: string[]) =>
  cli(
    ...args,
    ...['--platform', platform.url, '--email', `${id}@example.cn`, '--data', join(folder, id), '--json'],
  )
async function put(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('marketdesk policy propose and adopt', () => {
  const packFile = async (from: string) => {
    const text = await readFile(PACK, 'utf8')
    return put(
      `kubesphere-${from}.yaml`,
      text
        .replace('2023-10-20\neffectiveTo', `${from}\neffectiveTo`)
        .replace(/version: '[\d.]+'/, "version: '9.0'"),
    )
  }
  const propose = async (id: string, file: string) =>
    as(id, 'policy', 'propose', file, '--reason', '公告：明年起施行')

  it('put a pack into force by two people, and not by one', async () => {
    const given = await propose('fay', await packFile(FROM))
    expect(given).toMatchObject({ code: 0, errors: '' })
    const { id, outcome } = JSON.parse(given.out)
    expect(outcome).toBe('applied')
    expect(await as('fay', 'policy', 'adopt', id)).toMatchObject({
      ...{ code: 2, errors: expect.stringContaining('refused') },
    })
    expect(JSON.parse((await as('ann', 'policy', 'adopt', id)).out)).toEqual({
      id,
      outcome: 'applied',
      detail: null,
    })
    expect(await platform.platform.store.get('policyPack', id)).toMatchObject({
      ...{ status: 'adopted', packVersion: '9.0', from: FROM, reason: '公告：明年起施行' },
      ...{ proposed: { by: 'fay' }, decided: { by: 'ann' } },
    })
  })

  it('end with 2 and say why where the file is no pack, comes too early, or who asks may not', async () => {
    expect(await propose('fay', await put('bad.yaml', 'no: [pack'))).toMatchObject({ code: 2 })
    const early = await propose('fay', await packFile('2023-10-21'))
    expect(early).toMatchObject({ code: 2, errors: expect.stringContaining('too-early') })
    expect(await propose('sue', await packFile(FROM))).toMatchObject({ code: 2 })
    expect(await as('ann', 'policy', 'adopt', 'nothing')).toMatchObject({
      ...{ code: 2, errors: expect.stringContaining('there is no proposal nothing') },
    })
  })
})

describe('marketdesk calendar import and adopt', () => {
  it('put a year of holidays into force by two admins, from the day that is said', async () => {
    const file = await put('2090.json', JSON.stringify(TABLE))
    const given = await as(
      'ada',
      'calendar',
      'import',
      file,
      '--from',
      '2089-12-01',
      '--reason',
      '国务院办公厅通知',
    )
    expect(given).toMatchObject({ code: 0, errors: '' })
    const { id } = JSON.parse(given.out)
    expect(await as('ada', 'calendar', 'adopt', id)).toMatchObject({ code: 2 })
    expect(JSON.parse((await as('ben', 'calendar', 'adopt', id)).out)).toMatchObject({ outcome: 'applied' })
    expect(await platform.platform.store.get('holidayTable', id)).toMatchObject({
      ...{ status: 'adopted', year: 2090, from: '2089-12-01' },
    })
  })

  it('end with 2 and name the day where a table cannot be right', async () => {
    const file = await put(
      'wrong.json',
      JSON.stringify({ ...TABLE, makeUp: [{ date: '2090-01-06', name: '元旦' }] }),
    )
    const { code, errors } = await as('ada', 'calendar', 'import', file, '--reason', '国务院办公厅通知')
    expect(code).toBe(2)
    expect(errors).toContain('2090-01-06')
  })
})
