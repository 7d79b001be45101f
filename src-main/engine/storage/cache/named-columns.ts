import { assert } from '#shared/base/assert.ts'
import { RECORD_KINDS } from '#shared/contracts/console-platform/records/record-kinds.ts'

/** A column whose values records are found by. */
export interface NamedColumn {
  readonly table: string
  readonly column: string
}

/** Every column of names; a name keeps a bit for each that may hold it, by its place here. */
export const NAMED_COLUMNS: readonly NamedColumn[] = Object.values(RECORD_KINDS).flatMap(
  ({ table, foundBy }) => foundBy.map((column) => ({ table, column })),
)
// Beyond that a number of JavaScript does not hold all bits.
assert(NAMED_COLUMNS.length <= 52, 'a name has a bit for each column of names')

/** The bit of each column, by table and column. */
const PLACES = new Map<string, Map<string, number>>()
for (const [at, { table, column }] of NAMED_COLUMNS.entries()) {
  const ofTable = PLACES.get(table) ?? new Map<string, number>()
  PLACES.set(table, ofTable.set(column, 2 ** at))
}

/** The bit of a column of names. */
export function placeOfNames({ table, column }: NamedColumn): number {
  const place = PLACES.get(table)?.get(column)
  assert(place !== undefined, `${table}.${column} is a column of names`)
  return place
}

/**
 * Whether a column may hold a name with these bits: it did when the name came in. Columns whose names are those of other
 * records have no bit and may hold any.
 */
export function mayHold(places: number, table: string, column: string): boolean {
  const place = PLACES.get(table)?.get(column)
  return place === undefined || Math.floor(places / place) % 2 === 1
}

/** A number of this many bits is taken apart: JavaScript's operators look at 32. */
const HALF = 2 ** 26

/** Whether any of some columns may hold a name, by its bits; see `mayHold`. */
export function holderOf(columns: readonly NamedColumn[]): (places: number) => boolean {
  const bits = new Set(columns.map(({ table, column }) => PLACES.get(table)?.get(column)))
  if (bits.has(undefined)) return () => true
  const all = [...bits].reduce<number>((sum, bit) => sum + (bit ?? 0), 0)
  const [low, high] = [all % HALF, Math.floor(all / HALF)]
  return (places) => ((places % HALF) & low) !== 0 || (Math.floor(places / HALF) & high) !== 0
}

/** Tables with more names than all others together. */
const MANY: readonly string[] = ['subscription', 'cluster']

/** Names that only those tables have are numbered from here on, so that a search need not pass them to find others. */
export const FIRST_OF_MANY = 2 ** 40

/** Whether a name of a table is numbered among the many. */
export function isOfMany(table: string): boolean {
  return MANY.includes(table)
}

/** The bits of the columns of all other tables. */
export const PLACES_OF_FEW = NAMED_COLUMNS.filter(({ table }) => !isOfMany(table)).reduce(
  (sum, named) => sum + placeOfNames(named),
  0,
)
