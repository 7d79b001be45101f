import { z } from 'zod'
import { exportedFileSchema, languageSchema, tableFormatSchema } from './files.ts'

/** Most rows of one exported file. */
export const EXPORT_LIMIT = 50_000

/** What is asked for a queue as a file: its order, the language and the format; a queue adds its filter. */
export function exportSchema<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  return z.strictObject({
    sort: z.strictObject({ column: z.enum(columns), descending: z.boolean() }),
    language: languageSchema,
    format: tableFormatSchema,
  })
}

/** How many rows the file holds. `complete`: not cut at the limit. */
export const exportedRowsSchema = exportedFileSchema.extend({ rows: z.int(), complete: z.boolean() })
export type ExportedRows = z.infer<typeof exportedRowsSchema>
