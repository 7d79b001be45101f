import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import exceljs, { type CellValue, type Row, type Style, type Worksheet } from 'exceljs'
import { assert } from '#shared/base/assert.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { Fen } from '#shared/money/fen.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import type { Cell, CellKind, Table, TableDocument } from './table-document.ts'
import { type Total, totalsOf, totalsRow } from './workbook-totals.ts'

type Language = keyof Bilingual

const FORMATS: Readonly<Record<CellKind, string>> = {
  text: '@',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm:ss',
  count: '#,##0',
}
const WIDTHS: Readonly<Record<CellKind, number>> = { text: 20, money: 16, date: 12, moment: 20, count: 10 }
const WORDS = {
  control: { zh: '汇总', en: 'Summary' },
  total: { zh: '合计', en: 'Total' },
  check: [
    { zh: '核对', en: 'Check' },
    { zh: '明细合计', en: 'Sum of the rows' },
    { zh: '系统合计', en: 'Exact total' },
    { zh: '差额', en: 'Difference' },
  ],
} as const
/** The longest text a cell may hold, as spreadsheets have it. */
const CELL_LIMIT = 32_767

/** A workbook: the control sheet first, then a sheet for each table. In the export thread: it takes long to load and write. */
export async function writeWorkbook(document: TableDocument, language: Language): Promise<Buffer> {
  const stream = new PassThrough()
  const written = buffer(stream)
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  })
  const totals = document.tables.flatMap((table) => totalsOf(table, language))
  // What another program reads has nothing but the table.
  if (document.control.length + totals.length > 0) {
    fillControl(workbook.addWorksheet(WORDS.control[language]), document.control, totals, language)
  }
  for (const table of document.tables) {
    const sheet = workbook.addWorksheet(table.name[language], { views: [{ state: 'frozen', ySplit: 1 }] })
    fillTable(sheet, table, language)
  }
  await workbook.commit()
  return await written
}

function fillTable(sheet: Worksheet, table: Table, language: Language): void {
  const { columns, rows, formulas } = table
  sheet.columns = columns.map(({ kind, width }) => ({
    width: width ?? WIDTHS[kind],
    style: { numFmt: FORMATS[kind] },
  }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  const heading = sheet.getRow(1)
  columns.forEach(({ header, kind }, at) => {
    const isNumber = kind === 'money' || kind === 'count'
    put(heading, at + 1, 'text', header[language], {
      font: { bold: true },
      alignment: { horizontal: isNumber ? 'right' : 'left' },
    })
  })
  heading.commit()
  for (const [index, values] of rows.entries()) {
    const row = sheet.getRow(index + 2)
    columns.forEach(({ kind }, at) => {
      // The format is the column's.
      const value = values[at] ?? null
      const formula = formulas[index]?.[at] ?? null
      row.getCell(at + 1).value =
        formula === null ? cellValue(kind, value) : { formula, result: shown(kind, Number(value)) }
    })
    row.commit()
  }
  fillTotals(sheet.getRow(totalsRow(table)), totalsOf(table, language), language)
  sheet.commit()
}

function fillTotals(row: Row, totals: readonly Total[], language: Language): void {
  if (totals.length === 0) return
  const style = { font: { bold: true }, border: { top: { style: 'thin' } } } as const
  put(row, 1, 'text', WORDS.total[language], style)
  for (const { column, kind, formula, value } of totals) {
    row.getCell(column).style = { numFmt: FORMATS[kind], ...style }
    row.getCell(column).value = { formula, result: shown(kind, value) }
  }
  row.commit()
}

function fillControl(
  sheet: Worksheet,
  rows: readonly (readonly Cell[])[],
  totals: readonly Total[],
  language: Language,
): void {
  sheet.columns = [{ width: 28 }, { width: 24 }, { width: 18 }, { width: 18 }]
  rows.forEach((cells, index) => {
    const row = sheet.getRow(index + 1)
    cells.forEach(({ kind, value }, at) => {
      put(row, at + 1, kind, value, { font: { bold: at === 0 } })
    })
    row.commit()
  })
  if (totals.length > 0) fillCheck(sheet, rows.length + 2, totals, language)
  sheet.commit()
}

/** Compares what the sheets sum up with the totals in fen, by live formulas. */
function fillCheck(sheet: Worksheet, first: number, totals: readonly Total[], language: Language): void {
  const heading = sheet.getRow(first)
  WORDS.check.forEach((word, index) => {
    put(heading, index + 1, 'text', word[language], { font: { bold: true } })
  })
  heading.commit()
  totals.forEach(({ label, kind, reference, value }, index) => {
    const at = first + 1 + index
    const row = sheet.getRow(at)
    put(row, 1, 'text', label)
    put(row, 3, kind, value)
    for (const column of [2, 4]) row.getCell(column).numFmt = FORMATS[kind]
    row.getCell(2).value = { formula: reference, result: shown(kind, value) }
    row.getCell(4).value = { formula: `ROUND(B${at}-C${at},2)`, result: 0 }
    row.commit()
  })
}

function put(row: Row, column: number, kind: CellKind, value: Cell['value'], style?: Partial<Style>): void {
  const cell = row.getCell(column)
  cell.style = { numFmt: FORMATS[kind], ...style }
  cell.value = cellValue(kind, value)
}

function cellValue(kind: CellKind, value: Cell['value']): CellValue {
  if (value === null) return null
  // Days and Beijing's clock have no zone in a workbook; the writer takes instants as UTC.
  if (kind === 'date') return new Date(`${value}T00:00:00.000Z`)
  if (kind === 'moment') return new Date(`${shanghaiDateTime(String(value)).replace(' ', 'T')}.000Z`)
  if (kind !== 'text') return shown(kind, Number(value))
  const text = String(value)
  assert(text.length <= CELL_LIMIT, 'a text fits into a cell')
  return spreadsheetText(text)
}

/** Fen as yuan: the double next to it, which prints back to the same two decimals. */
function shown(kind: CellKind, value: Fen | number): number {
  return kind === 'money' ? value / 100 : value
}
