import { z } from 'zod'
import { ulidSchema } from '../../base/ids.ts'
import { FILE_LIMIT_BYTES } from '../console-platform/protocol.ts'

export const languageSchema = z.enum(['zh', 'en'])

/** How a table leaves the desk. CSV is UTF-8 with a byte order mark, or GB18030 for programs of old. */
export const TABLE_FORMATS = ['xlsx', 'csv', 'csv-gb18030'] as const
export const tableFormatSchema = z.enum(TABLE_FORMATS)
export type TableFormat = z.infer<typeof tableFormatSchema>

/** A file the desk made, to be saved by the page. */
export const exportedFileSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  base64: z.string(),
})
export type ExportedFile = z.infer<typeof exportedFileSchema>

/** Most bytes of one piece of a file on its way to the engine. */
export const PIECE_BYTES = 512 * 1024
const attachIdInput = z.strictObject({ attachId: ulidSchema })
/** A file that a person attaches to a decision; its bytes follow in pieces. `type` as the computer names it. */
export const beginAttachInput = z.strictObject({
  name: z.string().min(1).max(1000),
  type: z.string().max(300),
  size: z.int().positive().max(FILE_LIMIT_BYTES),
})
export const attachInputs = {
  id: attachIdInput,
  piece: attachIdInput.extend({ base64: z.string().max(Math.ceil(PIECE_BYTES / 3) * 4 + 4) }),
}
