import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import { sampleAccount } from '#test/integration/platform/sample-records.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

const NUMBER = '0200001109024543164'
const bank = (path: string) => fileURLToPath(new URL(`../../fixtures/bank/${path}`, import.meta.url))
const ICBC = bank('corporate/icbc_historydetail.csv')
const NO_NUMBER = bank('corporate/icbc_wrong_dimension.xlsx')

let platform: EnginePlatform
let folder: string

beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-import-'))
  for (const [id, role] of [
    ['fay', 'finance'],
    ['ann', 'finance-approver'],
  ] as const) {
    const email = `${id}@example.cn`
    await createOperator(platform.platform, { id, name: id, email, password: PASSWORD, roles: [role] })
  }
  const account = sampleAccount({ number: NUMBER, currency: 'CNY' })
  await platform.platform.store.write((transaction) => transaction.put('bankAccount', account))
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
})
afterEach(() => vi.unstubAllEnvs())

const importing = (file: string, ...more: string[]) =>
  cli('statement', 'import', file, ...as('fay@example.cn', folder), ...more)
const as = (email: string, data: string) => ['--platform', platform.url, '--email', email, '--data', data]

test('a dry run says what would happen; the import then does it, once', async () => {
  const dry = await importing(ICBC, '--dry-run', '--json')
  expect(dry.errors).toBe('')
  expect(dry.code).toBe(0)
  const expected = { account: NUMBER, lines: 24, new: 24, known: 0, barred: null, toAccept: [] }
  expect(JSON.parse(dry.out).sections).toMatchObject([{ ...expected, outcome: 'dry-run' }])

  const first = await importing(ICBC, '--json')
  expect(JSON.parse(first.out).sections).toMatchObject([
    {
      ...expected,
      outcome: 'imported',
      proof: { verdict: 'proven', opening: '1000000.00', contradicted: [] },
    },
  ])
  expect(await importing(ICBC)).toMatchObject({ code: 0, out: expect.stringMatching(/0 +24 .*nothing-new/) })
})

test('what would need acceptance is refused with exit code 1 unless it is named', async () => {
  const into = ['--account', NUMBER]
  expect(await importing(NO_NUMBER)).toMatchObject({ code: 1, out: expect.stringContaining('no-account') })
  const text = readFileSync(ICBC, 'latin1').split('\r\n')
  const later = [text[0], text[1], ...text.slice(2, -1).map((row) => row.replaceAll('202611', '202612'))]
  const broken = join(folder, 'broken.csv')
  await writeFile(broken, `${later.toSpliced(5, 1).join('\r\n')}\r\n`, 'latin1')
  const refused = await importing(broken, ...into)
  expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(/not\s+accepted:\s+contradicted/) })
  const accepted = await importing(broken, ...into, '--accept', 'contradicted', '--json')
  expect(JSON.parse(accepted.out).sections).toMatchObject([{ outcome: 'imported', new: 23 }])
  expect(accepted.code).toBe(0)
})

test('a file that is no statement, and a file that is not there, end with exit code 2 and a reason', async () => {
  const nonsense = join(folder, 'nonsense.csv')
  await writeFile(nonsense, 'a,b,c\n1,2,3\n')
  expect(await importing(nonsense)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('no header row'),
  })
  expect(await importing(join(folder, 'missing'))).toMatchObject({
    code: 2,
    errors: expect.stringContaining('ENOENT'),
  })
  expect(await importing(folder)).toMatchObject({
    code: 2,
    errors: expect.stringContaining('it is no ordinary file'),
  })
})

test('who is not of finance is refused', async () => {
  const elsewhere = join(folder, 'auditor')
  const file = ['statement', 'import', ICBC, ...as('op-2@example.cn', elsewhere)]
  expect(await cli(...file)).toMatchObject({ code: 1, out: expect.stringContaining('not-allowed') })
})

const withdrawing = (named: string, ...more: string[]) =>
  cli('statement', 'withdraw', named, ...as('ann@example.cn', join(folder, 'approver')), ...more)
const WHY = ['--reason', '导错了账户']

test('a statement is withdrawn by the name of its file, once, and its file comes in again', async () => {
  const name = 'icbc_historydetail.csv'
  const asFinance = ['statement', 'withdraw', name, ...as('fay@example.cn', folder), ...WHY]
  expect(await cli(...asFinance)).toMatchObject({
    code: 1,
    out: expect.stringContaining('refused: needs one of the roles finance-approver'),
  })
  const { code, out } = await withdrawing(name, ...WHY, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ fileName: name, account: NUMBER, lines: 24, outcome: 'applied' })
  expect(await withdrawing(name, ...WHY)).toMatchObject({
    code: 2,
    errors: expect.stringContaining(`no imported statement is called ${name}`),
  })
  const again = await importing(ICBC, '--json', '--accept', 'not-continuous')
  expect(JSON.parse(again.out).sections).toMatchObject([{ outcome: 'imported', new: 24 }])
})

test('of several statements from files of one name, the number says which is withdrawn', async () => {
  const elsewhere = join(await mkdtemp(join(folder, 'october-')), 'icbc_historydetail.csv')
  await writeFile(elsewhere, readFileSync(ICBC, 'latin1').replaceAll('202611', '202610'), 'latin1')
  const imported = await importing(elsewhere, '--json', '--accept', 'not-continuous')
  expect(JSON.parse(imported.out).sections).toMatchObject([{ outcome: 'imported', new: 24 }])
  const several = await withdrawing('icbc_historydetail.csv', ...WHY)
  expect(several).toMatchObject({ code: 2, errors: expect.stringContaining('name one by its number') })
  const october = /([0-9A-Z]{26}).*2026-10-/.exec(several.errors)?.[1] ?? ''
  expect(await withdrawing(october, '--reason', '错')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('two characters'),
  })
  expect(await withdrawing(october, ...WHY)).toMatchObject({
    code: 0,
    out: expect.stringContaining('applied'),
  })
  const left = await withdrawing('icbc_historydetail.csv', ...WHY, '--json')
  expect(JSON.parse(left.out)).toMatchObject({
    outcome: 'applied',
    period: { from: expect.stringMatching(/^2026-11/) },
  })
})
