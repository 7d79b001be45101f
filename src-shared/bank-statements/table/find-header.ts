import { anyBank } from '../layouts/any-bank.ts'
import { LAYOUTS } from '../layouts/layouts.ts'
import { headerSignature } from './fold-name.ts'
import type { Grid } from './grid.ts'
import type { ColumnRole, Layout } from './layout.ts'
import { COLUMN_ROLES } from './layout.ts'

/** For each role the positions of its columns, in the order in which they are asked. */
export type Columns = Readonly<Record<ColumnRole, readonly number[]>>

export interface Header {
  readonly layout: Layout
  /** Index into the rows of the grid. */
  readonly at: number
  readonly columns: Columns
  readonly signature: string
  /** Its cells as they stand. */
  readonly names: readonly string[]
  readonly width: number
}

/** A layout that a person drew up for files with this header signature. */
export interface MappedLayout {
  readonly signature: string
  readonly layout: Layout
}

/** Preambles are short; a table that begins later than this is none. */
const SEARCHED_ROWS = 200

/**
 * Finds the header row by the column names we know, wherever it stands. A mapping made for exactly this header goes
 * first, then the bank with the longest signature, then what the names alone tell. Null where no row is a header.
 */
export function findHeader({ page, rows }: Grid, mapped: readonly MappedLayout[]): Header | null {
  let best: { readonly header: Header; readonly score: number } | null = null
  for (const [at, { cells }] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const filled = cells.filter((cell) => cell.trim() !== '').length
    if (filled < 3) continue
    const signature = headerSignature(cells)
    const names = signature.split('|')
    const places = Map.groupBy(names.keys(), (place) => names[place] ?? '')
    const says = (heading: RegExp) =>
      heading.test(page) || rows.slice(0, at).some((row) => row.cells.some((cell) => heading.test(cell)))
    for (const { layout, rank } of candidates(names, signature, mapped)) {
      if (layout.heading !== undefined && !says(layout.heading)) continue
      const columns = locate(layout, places)
      if (!isReadable(columns, layout)) continue
      const found = COLUMN_ROLES.filter((role) => columns[role].length > 0).length
      const score = rank * 1000 + layout.signature.length * 20 + found
      if (best === null || score > best.score) {
        best = { header: { layout, at, columns, signature, names: cells, width: names.length }, score }
      }
    }
  }
  return best?.header ?? null
}

function candidates(names: readonly string[], signature: string, mapped: readonly MappedLayout[]) {
  const present = new Set(names)
  return [
    ...mapped.filter((each) => each.signature === signature).map(({ layout }) => ({ layout, rank: 2 })),
    ...LAYOUTS.filter((layout) => layout.signature.every((name) => present.has(name))).map((layout) => ({
      layout,
      rank: 1,
    })),
    { layout: anyBank, rank: 0 },
  ]
}

/** `places`: where each name stands. */
function locate(layout: Layout, places: ReadonlyMap<string, readonly number[]>): Columns {
  const positions = (role: ColumnRole) =>
    (layout.columns[role] ?? []).flatMap((name) => places.get(name) ?? [])
  return Object.fromEntries(COLUMN_ROLES.map((role) => [role, positions(role)])) as unknown as Columns
}

/** Whether the columns tell a day and which way an amount went. A bare amount needs a balance to prove its sign. */
function isReadable(columns: Columns, layout: Layout): boolean {
  if (columns.date.length === 0) return false
  if (columns.debit.length > 0 && columns.credit.length > 0) return true
  if (columns.amount.length === 0) return false
  return columns.flag.length > 0 || columns.balance.length > 0 || layout.amountSign === 'signed'
}
