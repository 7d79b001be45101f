import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'

const text = z.string().max(4000)
const short = z.string().max(200)
const typed = z.string().max(40)

/** `amount` is as typed, in yuan. */
const rechargeDraftSchema = z.strictObject({
  obligationId: short,
  channel: short,
  number: short,
  paidOn: typed,
  amount: typed,
  payerName: short,
  payerAccount: short,
  evidence: text,
  attachments: attachmentsSchema,
})
export type RechargeDraft = Readonly<z.infer<typeof rechargeDraftSchema>>

export const rechargeDraft = {
  schema: rechargeDraftSchema,
  written: ({ amount, ...given }: CommandArguments<'recharge.record'>): RechargeDraft => ({
    ...given,
    amount: plainYuan(amount),
  }),
}
