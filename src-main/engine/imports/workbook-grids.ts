import type { CellObject, WorkBook } from '@e965/xlsx'
import { read, SSF } from '@e965/xlsx'
import type { Grid, GridRow } from '#shared/bank-statements/table/grid.ts'
import { isIntactZip } from './zip-integrity.ts'

/** Rows and columns beyond these are not looked at: no bank's table is as large. */
const MAX_ROWS = 400_000
const MAX_COLUMNS = 256
/** What a zipped workbook may come to when unpacked. */
const MAX_UNPACKED = 512 * 1024 * 1024

/**
 * The sheets of a workbook (xlsx, legacy xls, XML spreadsheet, HTML table) as text. The dimension a sheet declares is
 * not believed. Null where the file is torn or unpacks to more than the limit.
 */
export function workbookGrids(source: Uint8Array | string): readonly Grid[] | null {
  const isZip = typeof source !== 'string' && source[0] === 0x50
  if (isZip && !isIntactZip(source, MAX_UNPACKED)) return null
  const workbook = openWorkbook(source)
  if (workbook === null) return null
  const usesDatesOf1904 = workbook.Workbook?.WBProps?.date1904 === true
  return workbook.SheetNames.map((page): Grid => {
    const data: unknown = workbook.Sheets[page]?.['!data']
    return { page, rows: Array.isArray(data) ? rowsOf(data, usesDatesOf1904) : [] }
  })
}

function openWorkbook(source: Uint8Array | string): WorkBook | null {
  const options = {
    dense: true,
    nodim: true,
    raw: true,
    cellNF: true,
    cellHTML: false,
    cellFormula: false,
  } as const
  try {
    return read(source, {
      ...options,
      type: typeof source === 'string' ? 'string' : 'array',
      sheetRows: MAX_ROWS,
    })
  } catch {
    // The library throws plain errors for whatever it cannot read.
    return null
  }
}

/** Rows that hold a cell; the numbers of those between them are kept. */
function rowsOf(
  data: readonly (readonly (CellObject | undefined)[] | undefined)[],
  is1904: boolean,
): GridRow[] {
  const rows: GridRow[] = []
  data.forEach((cells, at) => {
    if (cells === undefined || cells.length === 0) return
    const shown = Array.from(cells.slice(0, MAX_COLUMNS), (cell) => cellText(cell, is1904))
    rows.push({ cells: shown, row: at + 1, isBroken: false })
  })
  return rows
}

/** Text as it is, a date as `2026-11-02 09:12:33`, a number by its decimal digits and never as it is formatted. */
function cellText(cell: CellObject | undefined, is1904: boolean): string {
  if (cell === undefined || cell.v === undefined || cell.v === null || cell.t === 'e') return ''
  if (typeof cell.v !== 'number') return String(cell.v)
  if (typeof cell.z === 'string' && SSF.is_date(cell.z)) return dateText(cell.v, cell.z, is1904)
  return numberText(cell.v)
}

/**
 * A workbook keeps 15 digits; what a double has beyond them is noise (`0.1 + 0.2`). A whole number of more digits has
 * lost some: it stays in exponential form, which no account and no amount has.
 */
function numberText(value: number): string {
  return Math.abs(value) >= 1e15 ? value.toExponential() : String(Number(value.toPrecision(15)))
}

function dateText(serial: number, format: string, is1904: boolean): string {
  const date: unknown = SSF.parse_date_code(serial, { date1904: is1904 })
  if (typeof date !== 'object' || date === null) return ''
  const { y, m, d, H, M, S } = date as Readonly<Record<'y' | 'm' | 'd' | 'H' | 'M' | 'S', number>>
  const two = (part: number) => String(part).padStart(2, '0')
  const time = `${two(H)}:${two(M)}:${two(Math.floor(S))}`
  // A time of day alone has no day, and a day alone no time: midnight is one where the format shows it.
  if (serial < 1) return time
  return `${y}-${two(m)}-${two(d)}${Number.isInteger(serial) && !/[hs]/i.test(format) ? '' : ` ${time}`}`
}
