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
  await createOperator(platform.platform, {
    id: 'fay',
    name: 'fay',
    email: 'fay@example.cn',
    password: PASSWORD,
    roles: ['finance'],
  })
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
