import { z } from 'zod'
import { typedOf } from '#renderer/format/typed-instant.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'
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
    attachments: attachmentsSchema,
    governmentVoucher: z.boolean(),
  }),
  written: ({ deliveredAt, sha256, ...given }: CommandArguments<'supervision.record-delivery'>) => ({
    ...given,
    happened: typedOf(deliveredAt),
    sha256: sha256 ?? '',
  }),
}

export const confirmationDraft = {
  schema: z.strictObject({ happened: typed, evidence: text, attachments: attachmentsSchema }),
  written: ({ confirmedAt, ...given }: CommandArguments<'supervision.confirm'>) => ({
    ...given,
    happened: typedOf(confirmedAt),
  }),
}

export const rejectionDraft = {
  schema: z.strictObject({ happened: typed, reason: text, evidence: text, attachments: attachmentsSchema }),
  written: ({ rejectedAt, ...given }: CommandArguments<'supervision.reject'>) => ({
    ...given,
    happened: typedOf(rejectedAt),
  }),
}

export const buyerAppealDraft = {
  schema: z.strictObject({
    happened: typed,
    statement: text,
    evidence: text,
    attachments: attachmentsSchema,
  }),
  written: ({ appealedAt, ...given }: CommandArguments<'supervision.appeal'>) => ({
    ...given,
    happened: typedOf(appealedAt),
  }),
}

export const reviewDraft = {
  schema: z.strictObject({
    outcome: reviewSaidSchema.shape.outcome.nullable(),
    evidence: text,
    attachments: attachmentsSchema,
  }),
  written: ({ step: _step, ...given }: CommandArguments<'supervision.record-review'>) => ({ ...given }),
}

export const supervisionRulingDraft = {
  schema: z.strictObject({ outcome: supervisionRulingSchema.shape.outcome.nullable(), reason: text }),
  written: (given: CommandArguments<'supervision.decide'>) => ({ ...given }),
}
