import { anyBank } from '../../bank-statements/layouts/any-bank.ts'
import { amountReader } from '../../bank-statements/table/amount-reader.ts'
import { foldName, headerSignature } from '../../bank-statements/table/fold-name.ts'
import { cellValue, type Grid, type GridRow, isBlankRow } from '../../bank-statements/table/grid.ts'
import type { Instant } from '../../base/ids.ts'
import { SILENT_HEADINGS } from './order-fields.ts'
import {
  type FieldPlaces,
  mappedPlaces,
  type OrderMapping,
  orderMappingSignature,
  usualPlaces,
} from './order-mapping.ts'
import type { OrderRow, OrderSkip, SkippedOrderRow } from './order-row.ts'
import { fieldText, type OrderNames, RowTrouble, readOrderRow } from './read-order-row.ts'

/** Preambles are short; a table that begins later than this is none. */
const SEARCHED_ROWS = 200
/** Fields that a row of names must have to be taken for a header: the number, and one that says more. */
const FEWEST_FIELDS = 3
const EXCERPT = 80

export interface OrderTable {
  readonly orders: readonly OrderRow[]
  readonly skipped: readonly SkippedOrderRow[]
  /** Names of the columns that hold something and were not read. */
  readonly unread: readonly string[]
  /** The mapping it was read by; null where the names of its columns told. */
  readonly mapping: OrderMapping | null
}

interface Header {
  /** Index into the rows of the grid. */
  readonly at: number
  readonly names: readonly string[]
  readonly places: FieldPlaces
  readonly mapping: OrderMapping | null
}

/** Reads a table of cells as orders; null where no row is a header that names the number of an order. */
export function readOrderTable(
  grid: Grid,
  mappings: readonly OrderMapping[],
  names: OrderNames,
  now: Instant,
): OrderTable | null {
  const header = findHeader(grid, mappings)
  if (header === null) return null
  const { places } = header
  const below = grid.rows.slice(header.at + 1)
  const amountOf = amountReader(anyBank, () => amountsOf(places, below))
  const reader = { places, names, amountOf, now }
  const orders: OrderRow[] = []
  const placeOf = ({ row }: GridRow) => ({ page: grid.page, row })
  const skipped: SkippedOrderRow[] = grid.rows
    .slice(0, header.at)
    .map((row) => skip(placeOf(row), row, isBlankRow(row) ? 'blank-row' : 'head'))
  const signature = headerSignature(header.names)
  const seen = new Set<string>()
  for (const row of below) {
    const plain = plainReason(row, signature, fieldText(reader, row, 'number'))
    if (plain !== null) {
      skipped.push(skip(placeOf(row), row, plain))
      continue
    }
    const order = rowOf(reader, row)
    if (order instanceof RowTrouble) skipped.push(skip(placeOf(row), row, order.reason, order.excerpt))
    else if (seen.has(order.number)) skipped.push(skip(placeOf(row), row, 'same-number', order.number))
    else {
      seen.add(order.number)
      orders.push({ place: placeOf(row), ...order })
    }
  }
  return { orders, skipped, unread: unreadColumns(header, below), mapping: header.mapping }
}

function rowOf(reader: Parameters<typeof readOrderRow>[0], row: GridRow) {
  try {
    return readOrderRow(reader, row)
  } catch (error) {
    if (error instanceof RowTrouble) return error
    throw error
  }
}

function findHeader({ rows }: Grid, mappings: readonly OrderMapping[]): Header | null {
  let best: Header | null = null
  const count = ({ places }: Header) => Object.keys(places).length
  for (const [at, { cells }] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const signature = headerSignature(cells)
    const mapping = mappings.find((each) => orderMappingSignature(each) === signature)
    if (mapping !== undefined) return { at, names: cells, places: mappedPlaces(mapping, cells), mapping }
    const header: Header = { at, names: cells, places: usualPlaces(cells), mapping: null }
    if (header.places.number === undefined || count(header) < FEWEST_FIELDS) continue
    if (best === null || count(header) > count(best)) best = header
  }
  return best
}

/** Rows that are no orders by their look; null where it may be one. */
function plainReason(row: GridRow, signature: string, number: string): OrderSkip | null {
  if (isBlankRow(row)) return 'blank-row'
  if (row.isBroken) return 'broken-quotes'
  if (headerSignature(row.cells) === signature) return 'header'
  const first = row.cells.map(cellValue).find((cell) => cell !== '') ?? ''
  return /^(?:合计|总计|小计|共计|total|sum)/i.test(first) || /^(?:合计|总计|小计)/.test(number)
    ? 'total'
    : null
}

function* amountsOf(places: FieldPlaces, rows: readonly GridRow[]): Generator<string> {
  for (const field of ['cash', 'listPrice', 'voucher'] as const) {
    const at = places[field]
    if (typeof at === 'number') for (const { cells } of rows) yield cellValue(cells[at])
  }
}

/** How many rows are looked at for a value in a column that nobody reads. */
const UNREAD_ROWS = 2000

function unreadColumns({ names, places }: Header, rows: readonly GridRow[]): string[] {
  const read = new Set(Object.values(places))
  const looked = rows.slice(0, UNREAD_ROWS)
  return names.flatMap((name, at) => {
    if (read.has(at) || SILENT_HEADINGS.has(foldName(name))) return []
    return looked.some(({ cells }) => cellValue(cells[at]) !== '') ? [name.trim() || `#${at + 1}`] : []
  })
}

function skip(
  place: SkippedOrderRow['place'],
  { cells }: GridRow,
  reason: OrderSkip,
  excerpt: string | null = null,
): SkippedOrderRow {
  const shown = excerpt ?? cells.filter((cell) => cell.trim() !== '').join(' ')
  return { place, reason, excerpt: shown.slice(0, EXCERPT) }
}
