import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { read as readSheets, utils } from '@e965/xlsx'
import { Workbook } from 'exceljs'
import { XMLParser } from 'fast-xml-parser'
import type { Page } from 'playwright-core'
import { ulid } from 'ulid'
import { expect } from 'vitest'
import { Colleague } from './harness/colleague.ts'
import { bytesOf, confirmed, decision, openQueue, openRow, part, rows, verdictForm } from './harness/desk.ts'
import { APPROVER, FINANCE, type Stage, testsOnOneStage } from './harness/stage.ts'

const test = testsOnOneStage()
const run = promisify(execFile)
const CLI = fileURLToPath(new URL('../../out/node/cli.js', import.meta.url))
/** Our account that pays, and one of ours at China Construction Bank, whose file says which payees are its own. */
const ACCOUNT = '322056023692'
const CCB_ACCOUNT = '11001016600053000123'

interface Paid {
  /** As it stands in a file: without sign and thousands. */
  readonly amount: string
  readonly account: string
  readonly name: string
}

/** All cells of a workbook as text, read by a library that does not write it. */
async function cellsOfXlsx(bytes: Buffer): Promise<string[]> {
  const book = new Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const cells: string[] = []
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(String(cell.value))))
  return cells
}

function cellsOfXls(bytes: Buffer): Promise<string[]> {
  const { SheetNames, Sheets } = readSheets(bytes)
  const sheet = Sheets[SheetNames[0] ?? '']
  const table = sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
  return Promise.resolve(table.flat().map(String))
}

function cellsOfXml(bytes: Buffer): Promise<string[]> {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true })
  const texts = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)]
  return Promise.resolve(texts(parser.parse(bytes)))
}

const FORMATS = [
  { label: '工商银行', kind: 'icbc', ours: ACCOUNT, extension: 'xls', cellsOf: cellsOfXls },
  { label: '建设银行', kind: 'ccb', ours: CCB_ACCOUNT, extension: 'xlsx', cellsOf: cellsOfXlsx },
  { label: '招商银行', kind: 'cmb', ours: ACCOUNT, extension: 'xls', cellsOf: cellsOfXls },
  { label: 'pain.001', kind: 'pain.001.001.09', ours: ACCOUNT, extension: 'xml', cellsOf: cellsOfXml },
] as const

/** Makes a batch of the first payment that is approved, in a form; answers with its number and whom it pays. */
async function makeBatch(page: Page, label: string, ours: string): Promise<Paid & { number: string }> {
  await openQueue(page, 'payout-batches')
  await page.getByRole('button', { name: '建立付款批次', exact: true }).click()
  const form = verdictForm(page)
  const choose = async (field: string, name: string) => {
    const choice = form.getByLabel(field)
    const option = choice.locator('option', { hasText: name })
    await option.waitFor({ state: 'attached' })
    await choice.selectOption(await option.getAttribute('value'))
  }
  await form.getByText('选择付款账户后列出可付的款项').waitFor()
  await choose('付款账户', ours)
  const payout = form.getByRole('listitem').filter({ hasText: ' 提现' }).first()
  await payout.waitFor()
  await choose('文件格式', label)
  const said = /^(?<name>.*) 提现¥(?<amount>[\d,.]+\.\d\d)\D+ (?<account>\d+) /.exec(
    (await payout.textContent()) ?? '',
  )?.groups
  await payout.getByRole('checkbox').check()
  await form.getByText(/^合计 1 笔/).waitFor()
  await form.getByRole('button', { name: '建立付款批次' }).click()
  await form.waitFor({ state: 'detached' })
  const newest = rows(page)
    .filter({ hasText: '草稿' })
    .filter({ hasText: said?.amount ?? '-' })
  const { name: number } = await openRow(page, newest.first())
  await confirmed(page, '草稿')
  const { name = '', amount = '', account = '' } = said ?? {}
  return { number, name, amount: amount.replaceAll(',', ''), account }
}

async function openOurAccount(stage: Stage): Promise<void> {
  const colleague = await Colleague.signIn(stage.platform.url, APPROVER)
  const outcome = await colleague.decide(
    'bank.open-account',
    { id: ulid(), version: 0 },
    {
      ...{ marketplace: 'ksyun', number: CCB_ACCOUNT, holder: '北京金山云网络技术有限公司' },
      ...{ bank: '中国建设银行', currency: 'CNY' },
    },
  )
  expect(outcome.kind).toBe('applied')
}

for (const { label, kind, ours, extension, cellsOf } of FORMATS) {
  test(`the file of ${kind} leaves the desk as its bank takes it, and reads back by the program and without it`, async (stage) => {
    if (ours === CCB_ACCOUNT) await openOurAccount(stage)
    const page = await stage.signedIn(FINANCE)
    const { number, name, amount, account } = await makeBatch(page, label, ours)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      decision(page, '生成付款文件').click(),
    ])
    expect(download.suggestedFilename()).toBe(`${number}.${extension}`)
    const bytes = await bytesOf(download)
    await confirmed(page, '已生成文件')
    const hash = createHash('sha256').update(bytes).digest('hex')
    await part(page, '批次').getByTitle(hash).waitFor()

    const file = join(stage.folder, `${number}.${extension}`)
    await writeFile(file, bytes)
    const { stdout } = await run(process.execPath, [CLI, 'batch', 'check', file, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ kind, count: 1, total: amount, hash })
    const cells = await cellsOf(bytes)
    // An amount is a number in a workbook: 796.00 stands there as 796.
    expect(cells.some((cell) => cell === amount || cell === String(Number(amount)))).toBe(true)
    expect(cells).toEqual(expect.arrayContaining([name, account]))
    expect(cells.some((cell) => cell.includes(number))).toBe(true)

    await decision(page, '作废批次').click()
    await verdictForm(page).getByLabel('理由').fill('改用另一格式')
    await verdictForm(page).getByRole('button', { name: '作废批次' }).click()
    await confirmed(page, '已作废')
    await page.close()
  })
}
