import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { proveSection } from '#shared/bank-statements/proof.ts'
import type { StatementSection } from '#shared/bank-statements/statement.ts'
import { balanceEffect } from '#shared/bank-statements/statement.ts'
import { csv, reading, sectionOf, statementOf } from './statement-files.ts'

const effects = ({ lines }: StatementSection) => lines.map(balanceEffect)
const reasons = async (source: string) =>
  (await statementOf(source)).skipped.map(({ place, reason }) => [place.row, reason])

/** PSBC as public importers describe it: a merged title, a preamble, the header in row 6. */
const PSBC = [
  ['中国邮政储蓄银行对公账户交易明细'],
  ['账号：', '911003010000123456', '户名：', '示例科技有限公司'],
  ['起始日期：', '20261101', '截止日期：', '20261130'],
  ['币种：', '人民币'],
  [],
  ['序号', '交易日期', '交易时间', '摘要', '支出金额', '收入金额', '余额', '对方账号', '对方户名', '附言'],
  ['1', '2026-11-02', '09:12:33', '转账', '', '5,000.00', '15,000.00', '0200001', '甲公司', '保证金'],
  ['2', '2026-11-03', '10:00:00', '手续费', '15.00', '', '14,985.00', '', '', ''],
  ['合计', '', '', '', '15.00', '5,000.00', '', '', '', ''],
]
/** Zheshang: payer and payee, one amount, the flag 1 for in and 2 for out, no balance. */
const ZHESHANG = [
  [
    '流水号',
    '付款账号',
    '付款人户名',
    '收款账号',
    '收款人户名',
    '交易日期',
    '交易金额',
    '借贷标志(1收2付)',
    '备注',
  ],
  ['Z1', '0200001', '甲公司', '3310001', '我方', '20261102', '5,000.00', '1', '保证金'],
  ['Z2', '3310001', '我方', '0200002', '乙公司', '20261103', '123.45', '2', '退款'],
]

function workbook(rows: readonly (readonly string[])[], bookType: 'xlsx' | 'biff8' | 'html'): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 9 } }]
  const book = { Sheets: { 明细: sheet }, SheetNames: ['明细'] }
  const written: unknown = write(book, { bookType, type: bookType === 'html' ? 'string' : 'buffer' })
  return typeof written === 'string' ? Buffer.from(written) : (written as Uint8Array)
}

describe.each(['xlsx', 'biff8', 'html'] as const)('PSBC as %s', (bookType) => {
  test('has its header under a merged title in row 6, and is proven by balance and total', async () => {
    const statement = await statementOf(workbook(PSBC, bookType))
    const [section] = statement.sections
    expect(statement.format).toBe('psbc-history')
    expect(section).toMatchObject({
      account: '911003010000123456',
      accountName: '示例科技有限公司',
      currency: 'CNY',
    })
    expect(section?.lines[0]).toMatchObject({
      direction: 'in',
      amount: 500000,
      bookedOn: '2026-11-02',
      bookedTime: '09:12:33',
      counterpartyAccount: '0200001',
      remark: '保证金',
      place: { row: 7 },
    })
    expect(section && effects(section)).toEqual([500000, -1500])
    expect(section && proveSection(section).verdict).toBe('proven')
  })
})

test('Zheshang: 1 is in, 2 is out; the other side is the payer of one and the payee of the other', async () => {
  const section = await sectionOf(csv(ZHESHANG))
  expect(effects(section)).toEqual([500000, -12345])
  expect(
    section.lines.map(({ counterpartyName, counterpartyAccount }) => [counterpartyName, counterpartyAccount]),
  ).toEqual([
    ['甲公司', '0200001'],
    ['乙公司', '0200002'],
  ])
  expect(proveSection(section).verdict).toBe('unprovable')
})

test('flags are written 贷 Cr and 借 Dr, under bilingual names', async () => {
  const section = await sectionOf(
    csv([
      [
        '交易日期 Trans Date',
        '交易地点 Trading Place',
        '交易方式 Trading Type',
        '借贷状态 Dc Flg',
        '交易金额 Trans Amt',
        '余额 Balance',
      ],
      ['2026-11-02', '网银', '转账', '贷 Cr', '5,000.00', '6,000.00'],
      ['2026-11-03', '网银', '手续费', '借 Dr', '15.00', '5,985.00'],
    ]),
  )
  expect(effects(section)).toEqual([500000, -1500])
  expect(proveSection(section).verdict).toBe('proven')
})

test('a web page under the name of a workbook: bilingual flags, another 帐, a unit in the names', async () => {
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag} x:str>${text}</${tag}>`).join('')}</tr>`
  const page = [
    '<html><head><meta charset="gb2312"></head><body><table><tr><td colspan="7">浙商银行账户明细</td></tr>',
    cells('td', ['帐号：', '0200001109024543164']),
    cells('th', ['流水号', '交易日期', '借贷标志', '交易金额（元）', '余额（元）', '对方帐号', '对方户名']),
    cells('td', ['0001', '20261102', '贷 Cr', '5,000.00', '5,000.00', '02000011090245431640', '甲&amp;乙']),
    cells('td', ['0002', '20261103', '借 Dr', '1,000.00', '4,000.00', '3', '丙']),
    '</table></body></html>',
  ].join('\n')
  const section = await sectionOf(page)
  expect(section.account).toBe('0200001109024543164')
  expect(effects(section)).toEqual([500000, -100000])
  expect(section.lines[0]).toMatchObject({
    serial: '0001',
    counterpartyName: '甲&乙',
    counterpartyAccount: '02000011090245431640',
  })
  expect(proveSection(section).verdict).toBe('proven')
})

test('ICBC with one amount column and a flag; a negative debit is a reversal', async () => {
  const section = await sectionOf(
    csv([
      [
        '对方账号',
        '交易时间',
        '借贷标志',
        '对方单位',
        '对方行号',
        '用途',
        '摘要',
        '附言',
        '发生额',
        '余额',
        '币种',
      ],
      ['1', '2026-11-02 09:00:00', '贷', '甲', '', '', '转账', '', '10.00', '10.00', '人民币'],
      ['', '2026-11-02 10:00:00', '借', '', '', '', '手续费', '', '1.00', '9.00', '人民币'],
      ['', '2026-11-02 11:00:00', '借', '', '', '', '冲正', '', '-1.00', '10.00', '人民币'],
    ]),
  )
  expect(effects(section)).toEqual([1000, -100, 100])
  expect(section.lines[2]).toMatchObject({ isReversal: true, side: 'debit' })
})

test("CMB's preamble may have 5 lines", async () => {
  const header = [
    '账号',
    '账号名称',
    '币种',
    '交易日',
    '交易时间',
    '起息日',
    '交易类型',
    '借方金额',
    '贷方金额',
    '余额',
    '摘要',
  ]
  const line = ['11', '我方', '人民币', '20261102', '09:12:33', '20261102', '转账', '', '5', '5', '保证金']
  const statement = await statementOf(csv([['招商银行'], ['a'], ['b'], ['c'], ['d'], header, line]))
  expect(statement.format).toBe('cmb-history')
  expect(statement.sections[0]?.lines).toHaveLength(1)
})

describe.each(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'utf-16le without a mark'])('%s', (encoding) => {
  test('is decoded', async () => {
    const text = csv(PSBC)
    const wide = Buffer.from(text, 'utf16le')
    const bytes = {
      'utf-8': Buffer.from(text),
      'utf-8-bom': Buffer.from(`\ufeff${text}`),
      'utf-16le': Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      'utf-16le without a mark': wide,
    }[encoding]
    const statement = await statementOf(bytes ?? '')
    expect(statement.encoding).toBe(encoding.split(' ')[0])
    expect(statement.sections[0]?.lines[0]?.remark).toBe('保证金')
  })
})

test('a damaged character in a UTF-8 file is counted, and the rest is read', async () => {
  const bytes = Buffer.from(csv(PSBC))
  bytes[bytes.indexOf(Buffer.from('手续费'))] = 0xff
  const statement = await statementOf(bytes)
  expect(statement).toMatchObject({ encoding: 'utf-8', format: 'psbc-history' })
  expect(statement.undecodable).toBeGreaterThan(0)
})

const HEADER = ['交易日期', '借方金额', '贷方金额', '余额', '对方户名', '摘要']

test('every row that is no line has its reason', async () => {
  const rows = [
    ['某某银行'],
    HEADER,
    ['2026-11-01', '', '', '100.00', '', '期初余额'],
    ['2026-11-02', '', '5.00', '105.00', '甲', ''],
    HEADER,
    ['2026-11-03', '5.00', '5.00', '105.00', '甲', ''],
    ['2026-11-03', '五元', '', '100.00', '甲', ''],
    ['2026-11-03', '', '', '100.00', '甲', ''],
    ['2026-11-03', '0.00', '0.00', '100.00', '甲', ''],
    ['2026-02-30', '5.00', '', '100.00', '甲', ''],
    ['2026-11-03', '5.00', '', '100.00', '甲', '', '多出'],
    ['', '', '', ''],
    ['合计', '5.00', '5.00', '', '', ''],
    ['以上数据仅供参考'],
  ]
  expect(await reasons(csv(rows))).toEqual([
    [1, 'head'],
    [3, 'opening-balance'],
    [5, 'header'],
    [6, 'both-sides'],
    [7, 'amount-unreadable'],
    [8, 'amount-missing'],
    [9, 'zero-amount'],
    [10, 'date-unreadable'],
    [11, 'too-many-cells'],
    [12, 'blank-row'],
    [13, 'total'],
    [14, 'note'],
  ])
})

test('a quotation mark that is never closed is a broken row, not a silent loss', async () => {
  const text = `${csv([HEADER, ['2026-11-02', '', '5.00', '105.00', '甲', '']])}\r\n"2026-11-03,5.00,,100.00,甲,\r\n`
  expect(await reasons(text)).toEqual([[3, 'broken-quotes']])
})

test('rows in one file may be shorter, amounts full-width, signed, with thousands and currency', async () => {
  const section = await sectionOf(
    csv([
      HEADER,
      ['2026/11/2', '', '１，２３４．５０', '１，２３４．５０'],
      ['2026年11月3日', '￥1,000.00\t', '', '+234.50'],
      ['20261104', '', '.50', '235.000', '甲', '=1+1'],
    ]),
  )
  expect(effects(section)).toEqual([123450, -100000, 50])
  expect(section.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-11-02', '2026-11-03', '2026-11-04'])
  expect(section.lines[2]?.summary).toBe('=1+1')
  expect(proveSection(section).verdict).toBe('proven')
})

test('an account that a spreadsheet turned into a number has lost its digits and is left empty', async () => {
  const section = await sectionOf(
    csv([
      [...HEADER, '对方账号'],
      ['2026-11-02', '', '5.00', '5.00', '甲', '', '6.22202E+18'],
      ['2026-11-02', '', '5.00', '10.00', '甲', '', "'0012"],
      ['2026-11-02', '', '5.00', '15.00', '甲', '', '="0013"'],
    ]),
  )
  expect(section.lines.map(({ counterpartyAccount }) => counterpartyAccount)).toEqual(['', '0012', '0013'])
})

test('numbers and dates of a workbook are read by their value, not by how they are shown', async () => {
  const sheet = utils.aoa_to_sheet([
    HEADER,
    [46328.5, null, 0.1 + 0.2, 100.3, '甲', ''],
    [46329, 1234567.89, null, -1234467.59, '甲', ''],
  ])
  for (const address of ['A2', 'A3']) Object.assign(sheet[address], { z: 'yyyy-mm-dd' })
  for (const address of ['C2', 'B3']) Object.assign(sheet[address], { z: '#,##0' })
  const bytes: unknown = write(
    { Sheets: { a: sheet }, SheetNames: ['a'] },
    { bookType: 'xlsx', type: 'buffer' },
  )
  const section = await sectionOf(bytes as Uint8Array)
  expect(section.lines[0]).toMatchObject({ bookedOn: '2026-11-02', bookedTime: '12:00:00', amount: 30 })
  expect(effects(section)).toEqual([30, -123456789])
})

test('the same statement saved as a workbook has the same times: a day of its own has none, midnight that is shown is one', async () => {
  const rows = (day: unknown, moment: unknown) => [
    ['交易日期', '交易时间', '收入', '支出', '余额'],
    [day, '09:12:33', 1, null, 1],
    [moment, '', 1, null, 2],
  ]
  const sheet = utils.aoa_to_sheet(rows(46328, 46329))
  Object.assign(sheet.A2, { z: 'yyyy-mm-dd' })
  Object.assign(sheet.A3, { z: 'yyyy-mm-dd hh:mm:ss' })
  const bytes: unknown = write(
    { Sheets: { a: sheet }, SheetNames: ['a'] },
    { bookType: 'xlsx', type: 'buffer' },
  )
  const text = csv(
    rows('2026-11-02', '2026-11-03 00:00:00').map((row) => row.map((cell) => String(cell ?? ''))),
  )
  const times = (section: Awaited<ReturnType<typeof sectionOf>>) =>
    section.lines.map(({ bookedTime }) => bookedTime)
  expect(times(await sectionOf(bytes as Uint8Array))).toEqual(['09:12:33', '00:00:00'])
  expect(times(await sectionOf(text))).toEqual(['09:12:33', '00:00:00'])
})

test('a text file that was saved as a workbook has its lines in one column', async () => {
  const lines = csv(PSBC).split('\r\n')
  const single = lines.map((line) => [line])
  const statement = await statementOf(workbook(single, 'xlsx'))
  expect(statement.format).toBe('psbc-history')
  expect(statement.sections[0]?.lines[0]?.place).toEqual({ page: '明细', row: 7 })
})

test('currencies of one account are proven each for itself', async () => {
  const { sections } = await statementOf(
    csv([
      [...HEADER, '币种'],
      ['2026-11-02', '', '5.00', '5.00', '', '', '人民币'],
      ['2026-11-02', '', '7.00', '70.00', '', '', '美元'],
      ['2026-11-03', '1.00', '', '4.00', '', '', '人民币'],
    ]),
  )
  expect(sections.map(({ currency, lines }) => [currency, lines.length])).toEqual([
    ['CNY', 2],
    ['USD', 1],
  ])
})

test('several accounts in one file are proven each for itself', async () => {
  const { sections } = await statementOf(
    csv([
      ['账号', ...HEADER],
      ['1', '2026-11-02', '', '5.00', '5.00', '', ''],
      ['2', '2026-11-02', '', '7.00', '70.00', '', ''],
      ['1', '2026-11-03', '1.00', '', '4.00', '', ''],
      ['2', '2026-11-03', '1.00', '', '69.00', '', ''],
    ]),
  )
  expect(sections.map(({ account }) => account)).toEqual(['1', '2'])
  expect(sections.map((section) => proveSection(section).verdict)).toEqual(['proven', 'proven'])
})

test('a table nobody knows is refused with the rows that may be its header', async () => {
  const result = await reading(Buffer.from('Tag,Was,Wieviel\n2026-11-02,x,5\n'))
  expect(result).toMatchObject({ kind: 'refused', reason: 'unknown-layout' })
  expect(result.kind === 'refused' && result.candidates[0]).toEqual(['Tag', 'Was', 'Wieviel'])
})
