import { z } from 'zod'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'

const chosen = z.strictObject({ kind: z.enum(['payout', 'refund']), id: z.string(), amount: z.int() })

/** What is to go into a batch, as it was ticked. */
export const batchDraft = {
  schema: z.strictObject({
    accountId: z.string().max(40),
    executeOn: z.string().max(10),
    format: z.string().max(40),
    chosen: z.array(chosen).max(500),
  }),
  written: ({ accountId, executeOn, format, payments }: CommandArguments<'payout.batch'>) => ({
    accountId,
    executeOn,
    format: format.kind === 'template' ? format.template.id : format.kind,
    chosen: payments.map(({ source, amount }) => ({ ...source, amount })),
  }),
}

/** The file that was on screen. */
export const sentDraft = {
  schema: z.strictObject({ hash: z.string().max(64) }),
  written: ({ hash }: CommandArguments<'payout.mark-sent'>) => ({ hash }),
}

/** What the bank says is read from its file; nobody types it. */
export const answerDraft = {
  schema: COMMAND_ARGUMENTS['payout.record-answer'],
  written: (given: CommandArguments<'payout.record-answer'>) => ({ ...given }),
}
