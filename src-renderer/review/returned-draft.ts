import { z } from 'zod'
import type { VerdictDraft } from './verdict-draft.ts'

const writtenSchema = z.object({
  reasons: z.array(z.string()).max(30).default([]),
  noteToVendor: z.string().max(4000).default(''),
  internalNote: z.string().max(4000).default(''),
})

/** What was written for a decision that came back, as a draft to go on from. */
export function draftOfArguments(given: unknown): VerdictDraft {
  const written = writtenSchema.safeParse(given)
  const { reasons, noteToVendor, internalNote } = written.success ? written.data : writtenSchema.parse({})
  return { reasons, noteToVendor, internalNote, noteByHand: noteToVendor !== '' }
}
