import { z } from 'zod'
import { WINDOW_LIMIT } from './protocol.ts'

/**
 * The window of a table: keyset paging, `after` being the `next` of the window before, `before` the `previous` of the
 * one behind. Without either it begins about `at` rows from the start: exactly so near both ends of the list, else
 * where a sample of the rows says.
 */
export function windowSchema<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  return z.strictObject({
    sort: z.strictObject({ column: z.enum(columns), descending: z.boolean() }),
    after: z.string().max(1000).nullable(),
    before: z.string().max(1000).nullable().optional(),
    at: z.int().nonnegative().optional(),
    limit: z.int().min(1).max(WINDOW_LIMIT),
  })
}

/**
 * Rows, the cursors of the windows before and behind (null at the start and at the end) and how many rows the filter
 * has in all.
 */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    previous: z.string().nullable(),
    next: z.string().nullable(),
    total: z.int().nonnegative(),
  })
}
