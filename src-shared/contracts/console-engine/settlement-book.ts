import { z } from 'zod'
import { instantSchema, ulidSchema } from '../../base/ids.ts'
import { languageSchema, tableFormatSchema } from './files.ts'
import { settlementFilterSchema } from './settlement.ts'

/** What a settlement workbook holds; CSV has its sheet of orders alone. Without a state: all but the voided ones. */
export const beginBookInput = z.strictObject({
  filter: settlementFilterSchema,
  language: languageSchema,
  format: tableFormatSchema,
})
export const begunBookSchema = z.object({ exportId: ulidSchema, fileName: z.string(), mediaType: z.string() })
export const bookIdInput = z.strictObject({ exportId: ulidSchema })

/** What a whole file holds. */
const wholeBookSchema = z.object({
  statements: z.int(),
  /** Orders and refunds. */
  rows: z.int(),
  /** What of the feed it has seen. */
  position: z.int(),
  /** SHA-256 of what it says, in hex; the same records give the same. */
  contentHash: z.string(),
})
export type WholeBook = z.infer<typeof wholeBookSchema>

/** The next piece of a file that is being made: it is made as fast as it is taken. */
export const bookPieceSchema = z.object({
  base64: z.string(),
  /** How far it is, of 1000. */
  share: z.int(),
  /** Null until the last piece. */
  whole: wholeBookSchema.nullable(),
})
export const cancelledBookSchema = z.object({ cancelled: z.boolean() })

/** A workbook that left this computer: what was asked for, by whom and when, and what it held. */
export const bookRunSchema = z.object({
  at: instantSchema,
  byName: z.string(),
  fileName: z.string(),
  ...beginBookInput.shape,
  ...wholeBookSchema.shape,
})
export type BookRun = Readonly<z.infer<typeof bookRunSchema>>
