import { z } from 'zod'

export const noteSchema = z.string().trim().max(4000)
export const noArguments = z.strictObject({})
/** What a decision tells the vendor, and us. */
export const notesSchema = z.strictObject({ noteToVendor: noteSchema, internalNote: noteSchema })
export const refusalSchema = z.strictObject({
  reasons: z.array(z.string().min(1).max(200)).min(1).max(30),
  noteToVendor: noteSchema,
  internalNote: noteSchema,
})
export const assignSchema = z.strictObject({ assignee: z.string().min(1).nullable() })
