import type { Fen } from '../../money/fen.ts'
import type { DeclaredTotals, Place, SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { NO_TOTALS, skippedRow } from '../statement.ts'
import type { Header, MappedLayout } from './find-header.ts'
import { findHeader } from './find-header.ts'
import { foldName, headerSignature } from './fold-name.ts'
import type { Grid, GridRow } from './grid.ts'
import { cellValue, isBlankRow } from './grid.ts'
import { mergeTotals, readHeadData } from './head-data.ts'
import { rowReader } from './read-row.ts'

export interface TableReading {
  readonly layout: string
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
  /** Names of the columns that hold something and were not read. */
  readonly unread: readonly string[]
}

/** Reads a table of cells as a statement; null where no row is a header we know. */
export function readTable(grid: Grid, mapped: readonly MappedLayout[]): TableReading | null {
  const header = findHeader(grid, mapped)
  if (header === null) return null
  const placeOf = ({ row }: GridRow): Place => ({ page: grid.page, row })
  const skip = (row: GridRow, reason: SkippedRow['reason']) =>
    skippedRow(placeOf(row), reason, row.cells.filter((cell) => cell.trim() !== '').join(' '))

  const above = grid.rows.slice(0, header.at)
  const below = grid.rows.slice(header.at + 1)
  const skipped = above.map((row) => skip(row, isBlankRow(row) ? 'blank-row' : 'head'))
  const holdings = new Holdings()
  let holding: Holding | null = null
  const around: GridRow[] = [...above]
  let totals = NO_TOTALS
  let opening: number | null = null
  const reader = rowReader(header, below)
  const amountOf = (text: string): Fen | null => {
    const amount = reader.amountOf(text)
    return amount === 'amount-ambiguous' ? null : amount
  }
  for (const row of below) {
    const reading = isBlankRow(row) ? 'blank-row' : reader.read(row, placeOf(row))
    if (typeof reading !== 'string') {
      // An account may hold several currencies, each with a balance of its own.
      if (reading.hasUnreadableBalance) skipped.push(skip(row, 'balance-unreadable'))
      const { account, line } = reading
      // Lines of one holding follow one another.
      if (holding?.account !== account || holding.currency !== line.currency)
        holding = holdings.of(account, line.currency)
      holding.lines.push(line)
      continue
    }
    const reason = reading !== 'blank-row' && isHeaderAgain(header, row) ? 'header' : reading
    if (reason === 'note' || reason === 'total') around.push(row)
    if (reason === 'total') totals = mergeTotals(totals, totalsOfRow(reader.value, amountOf, row))
    if (reason === 'opening-balance') opening ??= amountOf(reader.value(row.cells, 'balance'))
    skipped.push(skip(row, reason))
  }
  const head = readHeadData(around, amountOf)
  const place = { page: grid.page, row: grid.rows[header.at]?.row ?? 1 }
  skipped.push(...head.unreadable.map((text) => skippedRow(place, 'balance-unreadable', text)))
  const named = below.find(({ cells }) => reader.value(cells, 'ownName') !== '')
  const ownName = named && reader.value(named.cells, 'ownName')
  // What the bank adds up covers the whole file: with several accounts in it there is nothing to hold it against.
  const isOne = holdings.all.length <= 1
  const held = holdings.all.length === 0 ? [{ account: '', lines: [] }] : holdings.all
  const sections = held.map(
    ({ account, lines }): StatementSection => ({
      account: account || head.account,
      accountName: ownName ?? head.accountName,
      currency: lines[0]?.currency ?? head.currency,
      opening: isOne ? (head.opening ?? opening) : null,
      closing: isOne ? head.closing : null,
      totals: isOne ? mergeTotals(head.totals, totals) : NO_TOTALS,
      lines,
    }),
  )
  return { layout: header.layout.id, sections, skipped, unread: unreadColumns(header, below) }
}

/** What one account holds in one currency. */
interface Holding {
  readonly account: string
  readonly currency: string | null
  readonly lines: StatementLine[]
}

class Holdings {
  readonly #byName = new Map<string, Holding>()

  /** In the order of the file. */
  get all(): readonly Holding[] {
    return [...this.#byName.values()]
  }

  of(account: string, currency: string | null): Holding {
    const name = `${account} ${currency}`
    const holding = this.#byName.get(name) ?? { account, currency, lines: [] }
    this.#byName.set(name, holding)
    return holding
  }
}

/** Numbers of rows say nothing of a payment. */
const ROW_NUMBERS: ReadonlySet<string> = new Set(['序号', '行号', '编号', 'no', 'no.', '#'])

/** How many rows are looked at for a value in a column that nobody reads. */
const UNREAD_ROWS = 2000

function unreadColumns({ columns, names }: Header, rows: readonly GridRow[]): readonly string[] {
  const read = new Set(Object.values(columns).flat())
  const looked = rows.slice(0, UNREAD_ROWS)
  return names.flatMap((name, at) => {
    if (read.has(at) || ROW_NUMBERS.has(foldName(name))) return []
    return looked.some(({ cells }) => cellValue(cells[at]) !== '') ? [name.trim() || `#${at + 1}`] : []
  })
}

function isHeaderAgain(header: Header, { cells }: GridRow): boolean {
  return headerSignature(cells) === header.signature
}

/** A last row that adds up the columns above it; what adds up one page only is of no use. */
function totalsOfRow(
  value: (cells: readonly string[], role: 'debit' | 'credit') => string,
  amountOf: (text: string) => Fen | null,
  { cells }: GridRow,
): DeclaredTotals {
  if (cells.some((cell) => /小计|本页/.test(cell))) return NO_TOTALS
  return {
    ...NO_TOTALS,
    debitSum: amountOf(value(cells, 'debit')),
    creditSum: amountOf(value(cells, 'credit')),
  }
}
