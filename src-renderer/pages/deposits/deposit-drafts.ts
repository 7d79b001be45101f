import { z } from 'zod'
import { readKept } from '#renderer/review/read-kept.ts'
import { useKeptText } from '#renderer/review/use-kept-text.ts'

const text = z.string().max(4000)
const draftsSchema = z.strictObject({
  'deposit.waive': z.strictObject({ until: z.string().max(20), reason: text }).optional(),
  'deposit.request-refund': z.strictObject({ amount: z.string().max(40), reason: text }).optional(),
  'deposit.decline-refund': z.strictObject({ reason: text }).optional(),
})
/** What stands unsent in the forms of one deposit. */
export type DepositDrafts = z.infer<typeof draftsSchema>
export type DraftedForm = keyof DepositDrafts

/** The drafts of one deposit; use it under a `key` of its id. */
export function useDepositDrafts(id: string) {
  const { known, content, keep } = useKeptText(id)
  const drafts: DepositDrafts = readKept(draftsSchema, content) ?? {}
  const write = <F extends DraftedForm>(form: F, draft: DepositDrafts[F]) =>
    keep(JSON.stringify({ ...drafts, [form]: draft }))
  return { known, drafts, write }
}
