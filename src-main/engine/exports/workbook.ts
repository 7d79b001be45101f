import type { Cell as SheetCell, Worksheet } from 'exceljs'
import { assert } from '#shared/base/assert.ts'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Fen } from '#shared/money/fen.ts'
import { spreadsheetText } from './spreadsheet-text.ts'
import { type Cell, type CellKind, columnTotal, type Table, type TableDocument } from './table-document.ts'

type Language = keyof Bilingual

const FORMATS: Readonly<Record<CellKind, string>> = {
  text: '@',
  money: '#,##0.00',
  date: 'yyyy-mm-dd',
  count: '#,##0',
}
const WIDTHS: Readonly<Record<CellKind, number>> = { text: 20, money: 16, date: 12, count: 10 }
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

/** A workbook: the control sheet first, then a sheet for each table. */
export async function writeWorkbook(document: TableDocument, language: Language): Promise<Buffer> {
  // Loaded when it is wanted: reading it takes as long as the rest of the engine.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const control = workbook.addWorksheet(WORDS.control[language])
  const totals = document.tables.flatMap((table) => {
    const sheet = workbook.addWorksheet(table.name[language], {
      views: [{ state: 'frozen', ySplit: 1 }],
    })
    return fillTable(sheet, table, language)
  })
  fillControl(control, document.control, totals, language)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A total below a table: where it stands and what it has to come to. */
interface Total {
  readonly label: string
  readonly kind: CellKind
  readonly reference: string
  readonly value: number
}

function fillTable(sheet: Worksheet, table: Table, language: Language): Total[] {
  sheet.columns = table.columns.map(({ kind, width }) => ({ width: width ?? WIDTHS[kind] }))
  table.columns.forEach(({ header, kind }, at) => {
    const cell = sheet.getCell(1, at + 1)
    put(cell, 'text', header[language])
    cell.font = { bold: true }
    cell.alignment = { horizontal: kind === 'money' || kind === 'count' ? 'right' : 'left' }
  })
  table.rows.forEach((row, index) => {
    table.columns.forEach(({ kind }, at) => {
      const cell = sheet.getCell(index + 2, at + 1)
      const value = row[at] ?? null
      const formula = table.formulas[index]?.[at] ?? null
      put(cell, kind, value)
      if (formula !== null) cell.value = { formula, result: shown(kind, Number(value)) }
    })
  })
  const lastRow = table.rows.length + 1
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: table.columns.length } }
  return fillTotals(sheet, table, lastRow, language)
}

/** One row apart from the data, so that sorting and filtering never take it for data. */
function fillTotals(sheet: Worksheet, table: Table, lastRow: number, language: Language): Total[] {
  const at = lastRow + 2
  const totals = table.columns.flatMap(({ header, kind, total }, index): Total[] => {
    if (!total) return []
    const cell = sheet.getCell(at, index + 1)
    const letter = cell.address.replace(/\d+$/, '')
    const value = columnTotal(table, index)
    // An empty table has the row below its heading summed, which is empty.
    const range = `${letter}2:${letter}${Math.max(lastRow, 2)}`
    cell.value = { formula: `SUM(${range})`, result: shown(kind, value) }
    cell.numFmt = FORMATS[kind]
    const name = table.name[language]
    const reference = `'${name.replaceAll("'", "''")}'!${cell.address}`
    return [{ label: `${name} ${header[language]}`, kind, reference, value }]
  })
  if (totals.length > 0) {
    put(sheet.getCell(at, 1), 'text', WORDS.total[language])
    sheet.getRow(at).eachCell((cell) => {
      cell.font = { bold: true }
      cell.border = { top: { style: 'thin' } }
    })
  }
  return totals
}

function fillControl(
  sheet: Worksheet,
  rows: readonly (readonly Cell[])[],
  totals: readonly Total[],
  language: Language,
): void {
  sheet.columns = [{ width: 28 }, { width: 24 }, { width: 18 }, { width: 18 }]
  rows.forEach((cells, index) => {
    cells.forEach(({ kind, value }, at) => {
      put(sheet.getCell(index + 1, at + 1), kind, value)
    })
    sheet.getCell(index + 1, 1).font = { bold: true }
  })
  if (totals.length === 0) return
  let at = rows.length + 2
  WORDS.check.forEach((word, index) => {
    put(sheet.getCell(at, index + 1), 'text', word[language])
    sheet.getCell(at, index + 1).font = { bold: true }
  })
  for (const { label, kind, reference, value } of totals) {
    at += 1
    put(sheet.getCell(at, 1), 'text', label)
    const live = sheet.getCell(at, 2)
    live.value = { formula: reference, result: shown(kind, value) }
    put(sheet.getCell(at, 3), kind, value)
    const difference = sheet.getCell(at, 4)
    difference.value = { formula: `ROUND(B${at}-C${at},2)`, result: 0 }
    for (const cell of [live, difference]) cell.numFmt = FORMATS[kind]
  }
}

function put(cell: SheetCell, kind: CellKind, value: Cell['value']): void {
  cell.numFmt = FORMATS[kind]
  if (value === null) return
  if (kind === 'text') {
    const text = String(value)
    assert(text.length <= CELL_LIMIT, 'a text fits into a cell')
    cell.value = spreadsheetText(text)
  } else if (kind === 'date') {
    // Days have no zone; the writer takes instants as UTC.
    cell.value = new Date(`${value}T00:00:00.000Z`)
  } else cell.value = shown(kind, Number(value))
}

/** Fen as yuan: the double next to it, which prints back to the same two decimals. */
function shown(kind: CellKind, value: Fen | number): number {
  return kind === 'money' ? value / 100 : value
}
