import { z } from 'zod'
import { WINDOW_LIMIT } from './protocol.ts'

/** The window of a table: keyset paging, `after` being the `next` of the window before. */
export function windowSchema<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  return z.strictObject({
    sort: z.strictObject({ column: z.enum(columns), descending: z.boolean() }),
    after: z.string().max(1000).nullable(),
    limit: z.int().min(1).max(WINDOW_LIMIT),
  })
}

/** Rows, the cursor of the next window (null at the end) and how many rows the filter has in all. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int().nonnegative() })
}
