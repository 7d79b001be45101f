import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'

const typed = z.string().max(40)

/** As it stands on the invoice; `gross` as typed, in yuan. */
const numberDraftSchema = z.strictObject({ number: typed, issuedOn: typed, gross: typed, blueNumber: typed })
export type NumberDraft = Readonly<z.infer<typeof numberDraftSchema>>

export const EMPTY_NUMBER: NumberDraft = { number: '', issuedOn: '', gross: '', blueNumber: '' }

export const numberDraft = {
  schema: numberDraftSchema,
  written: ({
    number,
    issuedOn,
    gross,
  }: CommandArguments<'commission-invoice.record-number'>): NumberDraft => ({
    ...EMPTY_NUMBER,
    ...{ number, issuedOn, gross: plainYuan(gross) },
  }),
}

export const redLetterDraft = {
  schema: numberDraftSchema,
  written: (given: CommandArguments<'commission-invoice.record-red-letter'>): NumberDraft => ({
    ...given,
    gross: plainYuan(given.gross),
  }),
}
