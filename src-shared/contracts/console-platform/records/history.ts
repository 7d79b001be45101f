import { z } from 'zod'
import { instantSchema } from '../../../base/ids.ts'

/**
 * One step in the life of a record. `action` is a command type, or `vendor.<act>` for the vendor's own doing.
 * The note to the vendor was sent to it; the internal note never leaves the desk.
 */
export const historyEntrySchema = z.strictObject({
  at: instantSchema,
  /** Operator id, or `vendor`. */
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  noteToVendor: z.string().nullable(),
  internalNote: z.string().nullable(),
  reasons: z.array(z.string()),
})
export type HistoryEntry = Readonly<z.infer<typeof historyEntrySchema>>
