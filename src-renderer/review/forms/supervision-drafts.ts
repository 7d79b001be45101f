import { z } from 'zod'
import { typedOf } from '#renderer/format/typed-instant.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import {
  openingSaidSchema,
  reviewSaidSchema,
  supervisionRulingSchema,
} from '#shared/contracts/console-platform/records/supervision.ts'

const text = z.string().max(4000)
/** Date and time in Beijing, as typed. */
const typed = z.string().max(40)

export const openingDraft = {
  schema: z.strictObject({ delivery: openingSaidSchema.shape.delivery.nullable(), reason: text }),
  written: (given: CommandArguments<'supervision.open'>) => ({ ...given }),
}

export const deliveryDraft = {
  schema: z.strictObject({
    happened: typed,
    deliverable: text,
    filedAt: z.string().max(400),
    sha256: z.string().max(100),
    governmentVoucher: z.boolean(),
  }),
  written: ({ deliveredAt, sha256, ...given }: CommandArguments<'supervision.record-delivery'>) => ({
    ...given,
    happened: typedOf(deliveredAt),
    sha256: sha256 ?? '',
  }),
}

export const confirmationDraft = {
  schema: z.strictObject({ happened: typed, evidence: text }),
  written: ({ confirmedAt, evidence }: CommandArguments<'supervision.confirm'>) => ({
    happened: typedOf(confirmedAt),
    evidence,
  }),
}

export const rejectionDraft = {
  schema: z.strictObject({ happened: typed, reason: text, evidence: text }),
  written: ({ rejectedAt, ...given }: CommandArguments<'supervision.reject'>) => ({
    ...given,
    happened: typedOf(rejectedAt),
  }),
}

export const buyerAppealDraft = {
  schema: z.strictObject({ happened: typed, statement: text, evidence: text }),
  written: ({ appealedAt, ...given }: CommandArguments<'supervision.appeal'>) => ({
    ...given,
    happened: typedOf(appealedAt),
  }),
}

export const reviewDraft = {
  schema: z.strictObject({ outcome: reviewSaidSchema.shape.outcome.nullable(), evidence: text }),
  written: ({ outcome, evidence }: CommandArguments<'supervision.record-review'>) => ({ outcome, evidence }),
}

export const supervisionRulingDraft = {
  schema: z.strictObject({ outcome: supervisionRulingSchema.shape.outcome.nullable(), reason: text }),
  written: (given: CommandArguments<'supervision.decide'>) => ({ ...given }),
}
