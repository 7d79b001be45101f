import { z } from 'zod'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { TOLD_BY } from '#shared/contracts/console-platform/records/notice.ts'

export const toldDraft = {
  schema: z.strictObject({ channel: z.enum(TOLD_BY), note: z.string().max(1000) }),
  written: (given: CommandArguments<'notice.mark-told'>) => ({ ...given }),
}

export const resendDraft = {
  schema: z.strictObject({ language: z.enum(['zh', 'en']), email: z.string().max(254) }),
  written: (given: CommandArguments<'notice.resend'>) => ({ ...given }),
}

export const cancelNoticeDraft = {
  schema: z.strictObject({ reason: z.string().max(1000) }),
  written: (given: CommandArguments<'notice.cancel'>) => ({ ...given }),
}
