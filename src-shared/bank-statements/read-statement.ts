import { confirmedEncoding, decodeText } from './decode-text.ts'
import { isBai2, readBai2 } from './international/bai2.ts'
import { readCamt053 } from './international/camt053.ts'
import { isMt940, readMt940 } from './international/mt940.ts'
import { isOfx, readOfx } from './international/ofx.ts'
import { plainReferences } from './international/xml-text.ts'
import type { Statement } from './statement.ts'
import { skippedRow } from './statement.ts'
import { csvGrid } from './table/csv-grid.ts'
import { isPicture, isWorkbook, isZip64 } from './table/file-kind.ts'
import type { MappedLayout } from './table/find-header.ts'
import { fullestRows } from './table/fullest-rows.ts'
import type { Grid } from './table/grid.ts'
import { isBlankRow } from './table/grid.ts'
import { readTable } from './table/read-table.ts'

/** Larger files are refused: 200,000 lines of the widest layout take about half of it. */
export const MAX_STATEMENT_BYTES = 128 * 1024 * 1024
const MAX_ROWS = 400_000

export interface ReadOptions {
  /** Layouts that people drew up for files no built-in layout knows. */
  readonly mappings: readonly MappedLayout[]
  /** Turns a workbook (bytes) or an HTML table (text) into grids; null where it is torn. */
  readonly decodeWorkbook: (source: Uint8Array | string) => Promise<readonly Grid[] | null>
}

export type StatementReading =
  | { readonly kind: 'read'; readonly statement: Statement }
  | {
      readonly kind: 'refused'
      readonly reason:
        | 'empty'
        | 'too-large'
        | 'doctype'
        | 'broken-xml'
        | 'broken-workbook'
        /** A workbook in the ZIP64 form, which the library that reads workbooks does not know. */
        | 'zip64-workbook'
        /** A picture or a PDF. */
        | 'picture'
        | 'unknown-xml'
        /** A message of a known format in which no statement stands. */
        | 'no-statement'
        /** No row is a header we know: a column mapping may help. */
        | 'unknown-layout'
      /** The fullest rows of a table nobody knows, to draw up a mapping from. */
      readonly candidates: readonly (readonly string[])[]
    }

/** Reads a bank's file by its content: its name plays no part. Never throws for bad input. */
export async function readStatement(bytes: Uint8Array, options: ReadOptions): Promise<StatementReading> {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_STATEMENT_BYTES) return refused('too-large')
  if (isPicture(bytes)) return refused('picture')
  if (isWorkbook(bytes)) {
    const grids = await options.decodeWorkbook(bytes)
    if (grids === null && isZip64(bytes)) return refused('zip64-workbook')
    return readGrids(grids, 'workbook', 0, options)
  }
  const { text, encoding, undecodable } = decodeText(bytes)
  const whole = (
    format: string,
    reading: Pick<Statement, 'sections' | 'skipped'> | null,
  ): StatementReading =>
    reading === null || reading.sections.length === 0
      ? refused('no-statement')
      : { kind: 'read', statement: { format, encoding, undecodable, unread: [], ...reading } }
  if (isOfx(text)) return whole('ofx', readOfx(text))
  if (/<(?:table|html)[\s>]|urn:schemas-microsoft-com:office:spreadsheet/i.test(text.slice(0, 4096))) {
    return readGrids(await options.decodeWorkbook(plainReferences(text)), encoding, undecodable, options)
  }
  if (/^\s*<(?:\?xml|!DOCTYPE|[\w:]*Document[\s>])/.test(text)) {
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return refused('doctype')
    if (!text.includes('BkToCstmrStmt')) return refused('unknown-xml')
    const reading = readCamt053(text)
    return reading === null ? refused('broken-xml') : whole('camt053', reading)
  }
  if (isMt940(text)) return whole('mt940', readMt940(text))
  if (isBai2(text)) return whole('bai2', readBai2(text))
  return readGrids([csvGrid(text)], encoding, undecodable, options)
}

function readGrids(
  grids: readonly Grid[] | null,
  encoding: string,
  undecodable: number,
  { mappings }: ReadOptions,
): StatementReading {
  if (grids === null) return refused('broken-workbook')
  if (grids.reduce((sum, { rows }) => sum + rows.length, 0) > MAX_ROWS) return refused('too-large')
  const filled = grids.filter(({ rows }) => rows.some((row) => !isBlankRow(row)))
  const tables = filled.map((grid) => ({
    grid,
    table: readTable(grid, mappings) ?? readTable(csvInCells(grid), mappings),
  }))
  const first = tables.find(({ table }) => table !== null)?.table
  if (first == null)
    return refused(filled.length === 0 ? 'empty' : 'unknown-layout', filled.flatMap(fullestRows))
  const skipped = tables.flatMap(
    ({ grid, table }) =>
      table?.skipped ?? [skippedRow({ page: grid.page, row: 1 }, 'sheet-without-table', grid.page)],
  )
  const sections = tables.flatMap(({ table }) => table?.sections ?? [])
  const unread = [...new Set(tables.flatMap(({ table }) => table?.unread ?? []))]
  // The names of its columns were found: they were decoded rightly.
  const confirmed = confirmedEncoding(encoding)
  return {
    kind: 'read',
    statement: { format: first.layout, encoding: confirmed, undecodable, sections, skipped, unread },
  }
}

/** A text file that somebody opened and saved as a workbook has whole lines in its first column. */
function csvInCells({ page, rows }: Grid): Grid {
  const isText = rows.every(({ cells }) => cells.slice(1).every((cell) => cell === ''))
  if (!isText) return { page, rows: [] }
  const numbers = rows.map(({ row }) => row)
  const { rows: parsed } = csvGrid(rows.map(({ cells }) => cells[0] ?? '').join('\n'))
  return { page, rows: parsed.map((each) => ({ ...each, row: numbers[each.row - 1] ?? each.row })) }
}

type Refusal = Extract<StatementReading, { kind: 'refused' }>

function refused(reason: Refusal['reason'], candidates: Refusal['candidates'] = []): Refusal {
  return { kind: 'refused', reason, candidates }
}
