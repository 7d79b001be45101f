import { z } from 'zod'

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
