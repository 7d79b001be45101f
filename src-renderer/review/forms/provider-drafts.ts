import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentSchema, attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'
import {
  CONTRACT_RENEWALS,
  verificationOutcomeSchema,
} from '#shared/contracts/console-platform/records/provider.ts'

const text = z.string().max(4000)
const typed = z.string().max(40)
const why = z.strictObject({ reason: text, attachments: attachmentsSchema })

/** Why, and what proves it. */
export const provenDraft = {
  schema: why,
  written: (given: z.infer<typeof why>) => ({ ...given }),
}

export const leaveDraft = {
  schema: why.extend({ on: typed }),
  written: (given: CommandArguments<'provider.leave'>) => ({ ...given }),
}

/** `expiresOn` is empty where a paper does not run out. */
export const verificationDraft = {
  schema: why.extend({
    on: typed,
    outcome: verificationOutcomeSchema.nullable(),
    documents: z
      .array(z.strictObject({ kind: z.string().max(64), expiresOn: typed, file: attachmentSchema }))
      .max(20),
  }),
  written: ({ documents, ...given }: CommandArguments<'provider.re-verify'>) => ({
    ...given,
    documents: documents.map(({ expiresOn, ...each }) => ({ ...each, expiresOn: expiresOn ?? '' })),
  }),
}

/** `until` is empty where no last day is stated, `renewal` null until it is chosen. */
export const termDraft = {
  schema: why.extend({
    agreement: z.string().max(64),
    from: typed,
    until: typed,
    renewal: z.enum(CONTRACT_RENEWALS).nullable(),
  }),
  written: ({ until, ...given }: CommandArguments<'provider.record-term'>) => ({
    ...given,
    until: until ?? '',
  }),
}
