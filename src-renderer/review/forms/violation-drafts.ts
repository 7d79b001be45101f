import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'
import {
  appealRulingSchema,
  violationRulingSchema,
} from '#shared/contracts/console-platform/records/violation.ts'
import { citationSchema } from '#shared/rules/verdict.ts'

const text = z.string().max(4000)
const short = z.string().max(200)
const typed = z.string().max(40)

/** `deduction` is as typed, in yuan; the rest is empty or null while nothing is chosen. */
const rulingDraftSchema = z.strictObject({
  outcome: violationRulingSchema.shape.outcome.nullable(),
  deduction: typed,
  topUpBy: typed,
  barsRefund: z.boolean(),
  reason: text,
})
export type RulingDraft = Readonly<z.infer<typeof rulingDraftSchema>>

export const rulingDraft = {
  schema: rulingDraftSchema,
  written: (given: CommandArguments<'violation.decide'>): RulingDraft => ({
    outcome: given.outcome,
    deduction: given.deduction === 0 ? '' : plainYuan(given.deduction),
    topUpBy: given.topUpBy ?? '',
    barsRefund: given.barsRefund,
    reason: given.reason,
  }),
}

export const appealDraft = {
  schema: z.strictObject({
    receivedOn: typed,
    statement: text,
    evidence: text,
    attachments: attachmentsSchema,
  }),
  written: (given: CommandArguments<'violation.record-appeal'>) => ({ ...given }),
}

export const appealRulingDraft = {
  schema: z.strictObject({ outcome: appealRulingSchema.shape.outcome.nullable(), reason: text }),
  written: (given: CommandArguments<'violation.decide-appeal'>) => ({ ...given }),
}

export const violationDraft = {
  schema: z.strictObject({
    marketplace: short,
    providerId: short.nullable(),
    obligationId: short.nullable(),
    rule: citationSchema.nullable(),
    occurredOn: typed,
    facts: text,
    evidence: text,
    attachments: attachmentsSchema,
  }),
  written: (given: CommandArguments<'violation.record'>) => ({ ...given }),
}
