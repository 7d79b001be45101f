import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'

/** The day as typed, and what proves it. */
const returnDraftSchema = z.strictObject({ returnedOn: z.string().max(40), evidence: z.string().max(4000) })
export type ReturnDraft = Readonly<z.infer<typeof returnDraftSchema>>

export const EMPTY_RETURN: ReturnDraft = { returnedOn: '', evidence: '' }

export const returnDraft = {
  schema: returnDraftSchema,
  written: ({ returnedOn, evidence }: CommandArguments<'rebate.record-return'>): ReturnDraft => ({
    ...{ returnedOn, evidence },
  }),
}
