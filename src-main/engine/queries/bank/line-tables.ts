import type { QueueTables } from '../window/window-sql.ts'

/** Lines that are confirmed, those of imports on their way, and those that pending decisions change. */
export const LINE_TABLES = {
  confirmed: 'bank_line',
  arriving: 'imported_bank_line',
  overlay: 'overlay_bank_line',
  totals: null,
} as const satisfies QueueTables

const { confirmed, arriving, overlay } = LINE_TABLES

/** SQL of `columns` of the lines as they are on this desk: the row is `r`. For conditions that leave few. */
export function presentLines(columns: string, where: string): string {
  const unchanged = `NOT EXISTS (SELECT 1 FROM ${overlay} o WHERE o.id = r.id)`
  return [
    `SELECT ${columns} FROM ${confirmed} r WHERE ${where} AND ${unchanged}`,
    `SELECT ${columns} FROM ${arriving} r WHERE ${where} AND ${unchanged}`,
    `SELECT ${columns} FROM ${overlay} r WHERE ${where}`,
  ].join(' UNION ALL ')
}

/**
 * The same lines for sums over many: each with `sign`, and those that a pending decision hides a second time with -1,
 * which is quicker than asking of each whether one hides it.
 */
export function signedLines(columns: string, where: string): string {
  const hidden = (table: string) =>
    `SELECT ${columns}, -1 AS sign FROM (SELECT id AS pendingId FROM ${overlay}) o
      CROSS JOIN ${table} r ON r.id = o.pendingId WHERE ${where}`
  const shown = (table: string) => `SELECT ${columns}, 1 AS sign FROM ${table} r WHERE ${where}`
  return [shown(confirmed), shown(arriving), shown(overlay), hidden(confirmed), hidden(arriving)].join(
    ' UNION ALL ',
  )
}
