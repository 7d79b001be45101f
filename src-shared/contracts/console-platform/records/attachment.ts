import { z } from 'zod'
import { fileHashSchema } from '../../../base/ids.ts'
import { FILE_LIMIT_BYTES } from '../protocol.ts'

/** Most files one decision or one record names in one place. */
export const ATTACHMENTS_LIMIT = 50

/** Characters no name of a file has: they would lead elsewhere, or not be seen. */
const NOT_IN_NAMES = /[\p{Cc}\p{Bidi_Control}/\\]/u

/** A file that proves something, named by its bytes; those lie in the platform's store of files. */
export const attachmentSchema = z.strictObject({
  sha256: fileHashSchema,
  /** As the person's computer calls it, without a folder. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((name) => !NOT_IN_NAMES.test(name), 'not a file name'),
  /** Bytes. */
  size: z.int().min(1).max(FILE_LIMIT_BYTES),
  /** Media type as its name has it: nothing is decided by it. */
  type: z.string().regex(/^[a-z0-9.+-]{1,64}\/[a-z0-9.+-]{1,100}$/, 'not a media type'),
})
export type Attachment = Readonly<z.infer<typeof attachmentSchema>>

/** Files beside a text that says what they prove; none in what was written before there were any. */
export const attachmentsSchema = z.array(attachmentSchema).max(ATTACHMENTS_LIMIT).default([])

/** Every file that a value names, wherever it stands in it: of a record, or of what a decision says. */
export function attachmentsIn(value: unknown): Attachment[] {
  if (typeof value !== 'object' || value === null) return []
  const parsed = 'sha256' in value && 'size' in value ? attachmentSchema.safeParse(value) : null
  if (parsed?.success === true) return [parsed.data]
  return Object.values(value).flatMap(attachmentsIn)
}

/** The hashes of those files, each once. */
export function hashesIn(value: unknown): string[] {
  return [...new Set(attachmentsIn(value).map(({ sha256 }) => sha256))]
}
