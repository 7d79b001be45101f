import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read as readSheets } from '@e965/xlsx'
import exceljs from 'exceljs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createOperator } from '#platform/auth/operators.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform } from '#test/contract/engine-platform.ts'
import {
  sampleMonth,
  sampleSettlement,
  sampleSettlementLine,
} from '#test/integration/platform/sample-settlement.ts'
import { cli } from '#test/unit/cli/cli-run.ts'

const statement = sampleSettlement({ status: 'committed' })
const { id: statementId, providerId } = statement

let platform: EnginePlatform
let folder: string
beforeAll(async () => {
  platform = await startEnginePlatform()
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-export-'))
  for (const [id, role] of [
    ['fay', 'finance'],
    ['olga', 'ops'],
  ] as const) {
    const person = { id, name: id, email: `${id}@example.cn`, password: PASSWORD, roles: [role] }
    await createOperator(platform.platform, person)
  }
  await platform.platform.store.write(async (transaction) => {
    await transaction.put('settlementMonth', sampleMonth({ id: statement.monthId }))
    await transaction.put('settlementStatement', statement)
    await transaction.put('settlementLine', sampleSettlementLine({ statementId, providerId }))
  })
})
afterAll(async () => {
  await platform.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  vi.stubEnv('MARKETDESK_PASSWORD', PASSWORD)
})
afterEach(() => vi.unstubAllEnvs())

function exporting(name: string, who: string, ...more: string[]) {
  const to = ['--platform', platform.url, '--email', `${who}@example.cn`, '--data', join(folder, who)]
  return cli('export', 'settlement', '--out', join(folder, name), ...to, ...more)
}

test('a month leaves as a workbook that verifies, and again with the same content', async () => {
  const first = await exporting(
    'a.xlsx',
    'fay',
    '--month',
    '2026-10',
    '--marketplace',
    'kubesphere',
    '--json',
  )
  expect(first).toMatchObject({ code: 0, errors: '' })
  const report = JSON.parse(first.out)
  expect(report).toMatchObject({
    statements: 1,
    rows: 1,
    contentHash: expect.stringMatching(/^[\da-f]{64}$/),
  })
  expect(readSheets(await readFile(join(folder, 'a.xlsx'))).SheetNames).toContain('订单明细')
  const verified = await cli('export', 'verify', join(folder, 'a.xlsx'), '--json')
  expect(verified).toMatchObject({ code: 0, errors: '' })
  expect(JSON.parse(verified.out)).toMatchObject({ outcome: 'whole', contentHash: report.contentHash })
  const again = await exporting(
    'b.xlsx',
    'fay',
    '--month',
    '2026-10',
    '--marketplace',
    'kubesphere',
    '--json',
  )
  expect(JSON.parse(again.out).contentHash).toBe(report.contentHash)
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('an edited workbook ends with exit code 1 and names the first cell', async () => {
  await exporting('c.xlsx', 'fay', '--month', '2026-10')
  const book = new exceljs.Workbook()
  await book.xlsx.readFile(join(folder, 'c.xlsx'))
  const orders = book.getWorksheet('订单明细')
  if (orders !== undefined) orders.getCell('P2').value = 1
  await book.xlsx.writeFile(join(folder, 'c.xlsx'))
  const found = await cli('export', 'verify', join(folder, 'c.xlsx'))
  expect(found.code).toBe(1)
  expect(found.out).toContain('订单明细!P2')
})

test('what is no such workbook ends with exit code 2', async () => {
  expect(await cli('export', 'verify', join(folder, 'none.xlsx'))).toMatchObject({
    ...{ code: 2, out: '', errors: expect.stringContaining('no such file') },
  })
  await writeFile(join(folder, 'text.xlsx'), 'text')
  expect(await cli('export', 'verify', join(folder, 'text.xlsx'))).toMatchObject({ code: 2 })
})

test('CSV has the orders, and a month without statements ends with exit code 1', async () => {
  expect(await exporting('d.csv', 'fay', '--month', '2026-10', '--format', 'csv')).toMatchObject({ code: 0 })
  expect(await readFile(join(folder, 'd.csv'), 'utf8')).toContain('订单号')
  expect(await exporting('e.xlsx', 'fay', '--month', '2025-01')).toMatchObject({ code: 1 })
})

test.each<[string, string, string[], string]>([
  ['a month that is none', 'fay', ['--month', 'october'], 'no month'],
  ['a marketplace that is none', 'fay', ['--month', '2026-10', '--marketplace', 'nowhere'], 'no marketplace'],
  ['somebody who may not see settlements', 'olga', ['--month', '2026-10'], 'finance'],
])('%s is told so, with exit code 2 and no file', async (_what, who, args, says) => {
  const found = await exporting('f.xlsx', who, ...args)
  expect(found).toMatchObject({ code: 2, errors: expect.stringContaining(says) })
  expect(await readdir(folder)).not.toContain('f.xlsx')
})
