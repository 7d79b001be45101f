import { z } from 'zod'
import { readKept } from './read-kept.ts'

/** What a reviewer has written and not yet decided. `noteByHand`: the note no longer follows the reasons. */
export const verdictDraftSchema = z.strictObject({
  reasons: z.array(z.string()).max(30),
  noteToVendor: z.string().max(4000),
  internalNote: z.string().max(4000),
  noteByHand: z.boolean(),
})
export type VerdictDraft = Readonly<z.infer<typeof verdictDraftSchema>>

export const VERDICT_FORMS = ['request-changes', 'approve', 'reject', 'propose-delisting', 'delist'] as const
export type VerdictForm = (typeof VERDICT_FORMS)[number]

const keptDraftsSchema = z.partialRecord(z.enum(VERDICT_FORMS), verdictDraftSchema)
/** The drafts of one case, by form. */
export type KeptDrafts = Readonly<z.infer<typeof keptDraftsSchema>>

/** Reads kept drafts; a draft of another program version that no longer fits counts as none. */
export function parseDrafts(content: string | null): KeptDrafts {
  return readKept(keptDraftsSchema, content) ?? {}
}
