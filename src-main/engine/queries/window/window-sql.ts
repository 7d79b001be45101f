/** Where a queue reads: confirmed rows, and those with pending decisions laid over, in a table of equal columns. */
export interface QueueTables {
  readonly confirmed: string
  /** Rows that come with a pending decision, in a third such table; where a decision lies over one, it is hidden too. */
  readonly arriving?: string
  /** Null where nothing is ever laid over. */
  readonly overlay: string | null
  /** Counts of the confirmed rows by state, marketplace and due day; null where none are kept. */
  readonly totals: string | null
}

export interface WindowShape {
  readonly tables: QueueTables
  /** SQL over the row `r`, never null; `(status, key, id)` has an index for each key of a large queue. */
  readonly key: string
  readonly descending: boolean
  /** How many states are asked for, as `@state0`, `@state1` ... */
  readonly states: number
  /** Further conditions over the row `r`. */
  readonly where: readonly string[]
  /** Whether `where` alone leaves few rows: then those are sorted, and no index over the states is walked. */
  readonly narrow: boolean
  /** A common table expression that `where` reads, or ''. */
  readonly prelude: string
  /** Whether the window goes on behind `@fromKey` and `@fromId`, in the direction it is read. */
  readonly continued: boolean
}

/**
 * Keys, ids and places (rowids) of one window, in order. One branch a state: `status = ?` with the key is a walk along an index,
 * and SQLite merges the branches, so that no window ever sorts a queue. `status IN (...)` would sort it.
 */
export function windowKeysSql(shape: WindowShape): string {
  const { tables, key, descending, narrow } = shape
  const direction = descending ? 'DESC' : 'ASC'
  const branch = (table: string, more: readonly string[]) =>
    `SELECT ${key} AS key, r.id AS id, r.rowid AS place, '${table}' AS source FROM ${table} r WHERE ${all([
      ...more,
      ...shape.where,
      ...(shape.continued ? [past(key, descending)] : []),
    ])}`
  const states = stateNames(shape.states)
  const conditions = narrow
    ? [`+r.status IN (${states.join(', ')})`]
    : states.map((name) => `r.status = ${name}`)
  const branches = beneath(tables).flatMap((table) =>
    conditions.map((state) => branch(table, [state, ...notOverlaid(tables)])),
  )
  if (tables.overlay !== null) {
    branches.push(branch(tables.overlay, [`r.status IN (${states.join(', ')})`]))
  }
  return `${branches.join(' UNION ALL ')} ORDER BY key ${direction}, id ${direction} LIMIT @limit OFFSET @skip`
}

/** The rows of a window: `columns` over the row `r`, joined as `joins` says. */
export function windowRowsSql(shape: WindowShape, columns: string, joins: string): string {
  const direction = shape.descending ? 'DESC' : 'ASC'
  const part = (table: string) =>
    `SELECT w.key AS key, r.id AS id, ${columns} FROM w CROSS JOIN ${table} r ON r.rowid = w.place ${joins} WHERE w.source = '${table}'`
  const { overlay } = shape.tables
  const parts = [...beneath(shape.tables), ...(overlay === null ? [] : [overlay])].map(part)
  const prelude = shape.prelude === '' ? '' : `${shape.prelude}, `
  return `WITH ${prelude}w AS MATERIALIZED (${windowKeysSql(shape)}) ${parts.join(' UNION ALL ')} ORDER BY key ${direction}, id ${direction}`
}

/**
 * Keys and ids of rows of the filter among `@places` (rowids, as JSON): rows taken at even distances tell about where
 * in the order a place of the list is, without walking there.
 */
export function sampleSql(
  shape: Pick<WindowShape, 'tables' | 'key' | 'states' | 'where' | 'prelude'>,
): string {
  const state = `r.status IN (${stateNames(shape.states).join(', ')})`
  return `${shape.prelude === '' ? '' : `WITH ${shape.prelude} `}SELECT ${shape.key} AS key, r.id AS id
    FROM json_each(@places) p CROSS JOIN ${shape.tables.confirmed} r ON r.rowid = p.value
    WHERE ${all([`+${state}`, ...shape.where])} ORDER BY 1, 2`
}

/**
 * How many rows a filter has in all. Confirmed rows are counted from the index alone; those that a pending one
 * stands for are few, and taken off.
 */
export function countSql(
  shape: Pick<WindowShape, 'tables' | 'states' | 'where' | 'narrow' | 'prelude'> & {
    /** Whether to add up totals instead of counting confirmed rows: `where` asks for nothing they do not tell. */
    readonly fromTotals: boolean
  },
): string {
  const { tables, where, narrow } = shape
  const state = `r.status IN (${stateNames(shape.states).join(', ')})`
  const count = (table: string, more: readonly string[]) =>
    `(SELECT count(*) FROM ${table} r WHERE ${all([...more, ...where])})`
  const { confirmed, arriving, overlay, totals } = tables
  const parts =
    shape.fromTotals && totals !== null
      ? [`(SELECT ifnull(sum(r.count), 0) FROM ${totals} r WHERE ${all([state, ...where])})`]
      : [count(confirmed, [narrow ? `+${state}` : state])]
  if (arriving !== undefined) parts.push(`+ ${count(arriving, [narrow ? `+${state}` : state])}`)
  if (overlay !== null) {
    for (const table of beneath(tables)) {
      // From the few pending rows to the ones they stand for, whatever index the filter might take.
      const replaced = `(SELECT id AS pendingId FROM ${overlay}) o CROSS JOIN ${table} r ON r.id = o.pendingId`
      parts.push(`- (SELECT count(*) FROM ${replaced} WHERE ${all([`+${state}`, ...where])})`)
    }
    parts.push(`+ ${count(overlay, [state])}`)
  }
  return `${shape.prelude === '' ? '' : `WITH ${shape.prelude} `}SELECT ${parts.join(' ')} AS total`
}

/** The tables over which pending decisions may lie. */
function beneath({ confirmed, arriving }: QueueTables): string[] {
  return arriving === undefined ? [confirmed] : [confirmed, arriving]
}

/** The condition that keeps a confirmed row out where a pending one stands for it. */
function notOverlaid(tables: QueueTables): string[] {
  return tables.overlay === null ? [] : [`NOT EXISTS (SELECT 1 FROM ${tables.overlay} o WHERE o.id = r.id)`]
}

export function stateNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `@state${index}`)
}

/** The bound on the key alone lets the index begin at the cursor; a comparison of row values would not. */
function past(key: string, descending: boolean): string {
  return descending
    ? `${key} <= @fromKey AND (${key} < @fromKey OR r.id < @fromId)`
    : `${key} >= @fromKey AND (${key} > @fromKey OR r.id > @fromId)`
}

function all(conditions: readonly string[]): string {
  return conditions.join(' AND ')
}
