import { readFileSync } from 'node:fs'
import { read as readSheets, type WorkBook } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TableDocument, tableOf } from '#main/engine/exports/table-document.ts'
import { writeWorkbook } from '#main/engine/exports/workbook.ts'
import { writeTable } from '#main/engine/exports/write-table.ts'
import { parseYuan } from '#shared/money/yuan.ts'

const cases = z
  .object({
    text_cells: z.array(z.object({ value: z.string() })),
    formula_like: z.array(z.string()),
    money: z.object({ values: z.array(z.string()) }),
  })
  .parse(JSON.parse(readFileSync('test/fixtures/export/export_cases.json', 'utf8')))
const TEXTS = [...cases.text_cells.map(({ value }) => value), ...cases.formula_like]
const AMOUNTS = cases.money.values.flatMap((text) => parseYuan(text) ?? [])

interface Row {
  readonly id: string
  readonly fen: number | null
  readonly on: string | null
  readonly count: number
}

const documentOf = (rows: readonly Row[]): TableDocument => ({
  fileStem: 'sample',
  tables: [
    tableOf<Row>(
      { zh: '保证金', en: 'Deposits' },
      [
        { header: { zh: '编号', en: 'Id' }, kind: 'text', value: ({ id }) => id },
        {
          header: { zh: '金额（元）', en: 'Amount (CNY)' },
          kind: 'money',
          total: true,
          value: ({ fen }) => fen,
        },
        { header: { zh: '日期', en: 'Day' }, kind: 'date', value: ({ on }) => on },
        { header: { zh: '笔数', en: 'Count' }, kind: 'count', total: true, value: ({ count }) => count },
      ],
      rows,
    ),
  ],
  control: [
    [
      { kind: 'text', value: '筛选' },
      { kind: 'text', value: '=已缴' },
    ],
  ],
})
const rowOf = (change: Partial<Row>): Row => ({ id: 'a', fen: 100, on: '2026-11-20', count: 1, ...change })

async function workbook(rows: readonly Row[]) {
  const bytes = Buffer.from(await writeWorkbook(documentOf(rows), 'zh'))
  const book = new exceljs.Workbook()
  await book.xlsx.load(Uint8Array.from(bytes).buffer)
  const sheet = book.getWorksheet('保证金')
  const control = book.getWorksheet('汇总')
  if (sheet === undefined || control === undefined) throw new Error('both sheets are there')
  return { book, sheet, control, other: readSheets(bytes, { cellFormula: true, cellNF: true }) }
}

const otherCell = (book: WorkBook, address: string) => book.Sheets.保证金?.[address]

async function csv(format: 'csv' | 'csv-gb18030', rows: readonly Row[]) {
  const { base64, mediaType, fileName } = await writeTable(format, documentOf(rows), 'zh')
  const bytes = Buffer.from(base64, 'base64')
  const text = new TextDecoder(format === 'csv' ? 'utf-8' : 'gb18030', { ignoreBOM: true }).decode(bytes)
  return { text, bytes, mediaType, fileName }
}

describe('a workbook', () => {
  it.each(TEXTS)('carries %j as text, unaltered', async (value) => {
    const { sheet, other } = await workbook([rowOf({ id: value })])
    expect(sheet.getCell('A2').type).toBe(exceljs.ValueType.String)
    expect(sheet.getCell('A2').value).toBe(value)
    expect(sheet.getCell('A2').numFmt).toBe('@')
    expect(otherCell(other, 'A2')).toMatchObject({ t: 's', v: value, z: '@' })
    expect(otherCell(other, 'A2')).not.toHaveProperty('f')
  })

  it('carries any text, control characters and all', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(texts, async (ids) => {
        const { sheet } = await workbook(
          ['_x000D_', 'a\u{0}b\u{1F}', '\u{7F}', ...ids].map((id) => rowOf({ id })),
        )
        const found = ids.map((_, index) => sheet.getCell(index + 5, 1).value)
        expect(found).toEqual(ids)
        expect(sheet.getCell('A2').value).toBe('_x000D_')
        expect(sheet.getCell('A3').value).toBe('a\u{0}b\u{1F}')
      }),
      { numRuns: 20 },
    )
  })

  it('has amounts as numbers that print back to the same two decimals', async () => {
    const { sheet, other } = await workbook(AMOUNTS.map((fen) => rowOf({ fen })))
    AMOUNTS.forEach((fen, index) => {
      const cell = sheet.getCell(index + 2, 2)
      expect(cell.type).toBe(exceljs.ValueType.Number)
      expect(cell.numFmt).toBe('#,##0.00')
      expect(parseYuan(Number(cell.value).toFixed(2))).toBe(fen)
      expect(otherCell(other, `B${index + 2}`)?.t).toBe('n')
    })
  })

  it('has days as days', async () => {
    const { sheet, other } = await workbook([rowOf({ on: '2026-02-28' }), rowOf({ on: null })])
    expect(sheet.getCell('C2').type).toBe(exceljs.ValueType.Date)
    expect(sheet.getCell('C2').value).toEqual(new Date('2026-02-28T00:00:00.000Z'))
    expect(sheet.getCell('C2').numFmt).toBe('yyyy-mm-dd')
    expect(otherCell(other, 'C2')).toMatchObject({ t: 'n', z: 'yyyy-mm-dd', v: 46_081 })
    expect(sheet.getCell('C3').value).toBeNull()
  })

  it('freezes and filters the heading, and totals outside the filter by a live formula', async () => {
    const { sheet, other } = await workbook([rowOf({ fen: 10 }), rowOf({ fen: 20 })])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:D3')
    expect(sheet.getCell('A5').value).toBe('合计')
    expect(sheet.getCell('B5').value).toEqual({ formula: 'SUM(B2:B3)', result: 0.3 })
    expect(otherCell(other, 'B5')).toMatchObject({ f: 'SUM(B2:B3)', v: 0.3 })
    expect(sheet.getColumn(1).width).toBeGreaterThan(10)
  })

  it('of ten thousand times ten fen totals to the fen', async () => {
    const { sheet, control, other } = await workbook(Array.from({ length: 10_000 }, () => rowOf({ fen: 10 })))
    expect(sheet.getCell('B10003').value).toEqual({ formula: 'SUM(B2:B10001)', result: 1000 })
    expect(control.getCell('B4').value).toEqual({ formula: "'保证金'!B10003", result: 1000 })
    expect(control.getCell('C4').value).toBe(1000)
    expect(other.Sheets.汇总?.D4).toMatchObject({ f: 'ROUND(B4-C4,2)', v: 0 })
  })

  it('without rows is a heading and empty totals', async () => {
    const { sheet, other } = await workbook([])
    expect(sheet.getRow(1).getCell(2).value).toBe('金额（元）')
    expect(otherCell(other, 'B3')).toMatchObject({ f: 'SUM(B2:B2)', v: 0 })
    expect(sheet.autoFilter).toBe('A1:D1')
  })

  it('opens with the control sheet, whose words are words', async () => {
    const { book, control } = await workbook([rowOf({})])
    expect(book.worksheets.map(({ name }) => name)).toEqual(['汇总', '保证金'])
    expect(control.getCell('B1').value).toBe('=已缴')
  })
})

describe('a CSV file', () => {
  it('is UTF-8 with a byte order mark and CR LF', async () => {
    const { bytes, text, mediaType, fileName } = await csv('csv', [rowOf({})])
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(text).toBe('\u{FEFF}编号,金额（元）,日期,笔数\r\na,1.00,2026-11-20,1')
    expect({ mediaType, fileName }).toEqual({ mediaType: 'text/csv;charset=utf-8', fileName: 'sample.csv' })
  })

  it('is GB18030 on request, also beyond the basic plane', async () => {
    const { text, mediaType } = await csv('csv-gb18030', [rowOf({ id: '𠮷祥软件' })])
    expect(text).toBe('编号,金额（元）,日期,笔数\r\n𠮷祥软件,1.00,2026-11-20,1')
    expect(mediaType).toBe('text/csv;charset=gb18030')
  })

  it.each(TEXTS)('carries %j, with an apostrophe where it would run', async (value) => {
    const { text } = await csv('csv', [rowOf({ id: value })])
    const [, row] = z.array(z.array(z.string())).parse(parse(text.slice(1), { record_delimiter: '\r\n' }))
    const safe = ['safe\n=1+1', '|calc', '%0A=1']
    const runs = cases.formula_like.includes(value) && !safe.includes(value)
    expect(row?.[0]).toBe(runs ? `'${value}` : value)
  })

  it('has a negative amount as the number it is', async () => {
    const { text } = await csv('csv', [rowOf({ fen: -1_272_000 })])
    expect(text).toContain('a,-12720.00,')
  })
})

it('a workbook is made in a thread of its own, cell for cell what it is without', async () => {
  const rows = [rowOf({ id: '00000000000000000001' }), rowOf({ fen: null, on: null })]
  const file = await writeTable('xlsx', documentOf(rows), 'zh')
  expect(file.fileName).toBe('sample.xlsx')
  const cells = (bytes: Uint8Array) => readSheets(bytes, { type: 'array' }).Sheets
  expect(cells(Buffer.from(file.base64, 'base64'))).toEqual(
    cells(await writeWorkbook(documentOf(rows), 'zh')),
  )
})
