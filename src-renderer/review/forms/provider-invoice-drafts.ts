import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import { COMMAND_ARGUMENTS, type CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { attachmentSchema } from '#shared/contracts/console-platform/records/attachment.ts'
import {
  INVOICE_SOURCES,
  RED_REASONS,
  RED_WAITS,
  VERIFY_RESULTS,
} from '#shared/contracts/console-platform/records/invoice.ts'
import { invoiceLineSchema } from '#shared/invoices/invoice.ts'
import { parseYuan } from '#shared/money/yuan.ts'

const text = z.string().max(4000)
const typed = z.string().max(40)

/** What the tax site said, as it is written. */
export const verifyResultDraft = {
  schema: z.strictObject({ result: z.enum(VERIFY_RESULTS), checkedOn: typed, note: text }),
  written: (given: CommandArguments<'invoice.verify-result'>) => ({ ...given }),
}

/** An entry of a red letter, as it is written. */
export const enteredRedDraft = {
  schema: z.strictObject({
    number: typed,
    reason: z.enum(RED_REASONS),
    enteredAt: typed,
    waitsFor: z.enum(RED_WAITS),
  }),
  written: (given: CommandArguments<'invoice.enter-red-letter'>) => ({ ...given }),
}

/** Which entry is confirmed. */
export const confirmedRedDraft = {
  schema: z.strictObject({ number: typed, happenedAt: typed }),
  written: (given: CommandArguments<'invoice.confirm-red-letter'>) => ({ ...given }),
}

export const refusedRedDraft = {
  schema: z.strictObject({ number: typed, happenedAt: typed, reason: text }),
  written: (given: CommandArguments<'invoice.refuse-red-letter' | 'invoice.withdraw-red-letter'>) => ({
    ...given,
  }),
}

/** The tax period of a tick. */
export const tickDraft = {
  schema: z.strictObject({ period: typed }),
  written: ({ period }: CommandArguments<'invoice.tick-deduction'>) => ({ period }),
}

const short = z.string().max(200)

/** When and how the paper came. */
export const paperDraft = {
  schema: z.strictObject({ receivedOn: typed, courier: short, tracking: short }),
  written: (given: CommandArguments<'invoice.record-paper'>) => ({ ...given }),
}

/** Lines a draft keeps of a file that came back; more of them are left to the file. */
const LINES_KEPT = 100

/** An invoice as it is typed; amounts in yuan, `original` and `confirmation` of a red letter only. */
const invoiceDraftSchema = z.strictObject({
  ...{ providerId: z.string().max(64), payoutId: typed },
  source: z.enum(INVOICE_SOURCES),
  file: attachmentSchema.nullable(),
  ...{ receivedOn: typed, courier: short, tracking: short },
  ...{ number: short, code: short, kind: z.enum(['special', 'ordinary', '']) },
  ...{ seller: short, sellerTaxId: short, buyer: short, buyerTaxId: short },
  ...{ net: typed, tax: typed, gross: typed, issuedOn: typed },
  ...{ remark: text, capitals: short, original: typed, confirmation: typed },
  lines: z.array(invoiceLineSchema).max(LINES_KEPT),
})
export type InvoiceDraft = Readonly<z.infer<typeof invoiceDraftSchema>>

export const EMPTY_INVOICE: InvoiceDraft = {
  ...{ providerId: '', payoutId: '', source: 'typed', file: null },
  ...{ receivedOn: '', courier: '', tracking: '', number: '', code: '', kind: '' },
  ...{ seller: '', sellerTaxId: '', buyer: '', buyerTaxId: '', net: '', tax: '', gross: '', issuedOn: '' },
  ...{ remark: '', capitals: '', original: '', confirmation: '', lines: [] },
}

export const invoiceDraft = {
  schema: invoiceDraftSchema,
  written: ({ redLetter, paper, lines, ...given }: CommandArguments<'invoice.record'>): InvoiceDraft => ({
    ...given,
    ...(paper ?? { receivedOn: '', courier: '', tracking: '' }),
    ...{ payoutId: given.payoutId ?? '', code: given.code ?? '', kind: given.kind ?? '' },
    ...{ net: plainYuan(given.net), tax: plainYuan(given.tax), gross: plainYuan(given.gross) },
    ...{ original: redLetter?.original ?? '', confirmation: redLetter?.confirmation ?? '' },
    lines: lines.length > LINES_KEPT ? [] : [...lines],
  }),
}

/** What was typed as the arguments of the command, where it is whole. */
export function invoiceTyped(draft: InvoiceDraft) {
  const { receivedOn, courier, tracking, original, confirmation, ...said } = draft
  const plain = (value: string) => value.replaceAll(/\s/g, '')
  const gross = parseYuan(draft.gross)
  const isRed = (gross ?? 0) < 0 || plain(original) !== ''
  return COMMAND_ARGUMENTS['invoice.record'].safeParse({
    ...said,
    payoutId: isRed || draft.payoutId === '' ? null : draft.payoutId,
    paper: draft.source === 'paper' ? { receivedOn: receivedOn.trim(), courier, tracking } : null,
    ...{ number: plain(draft.number), code: plain(draft.code) || null, kind: draft.kind || null },
    ...{ net: parseYuan(draft.net), tax: parseYuan(draft.tax), gross, issuedOn: draft.issuedOn.trim() },
    redLetter: isRed
      ? { original: plain(original) || null, confirmation: plain(confirmation) || null }
      : null,
  })
}
