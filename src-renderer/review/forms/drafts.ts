import { z } from 'zod'
import { plainYuan } from '#renderer/format/quantity.ts'
import { bilingualSchema } from '#shared/base/bilingual.ts'
import type { CommandArguments, CommandType } from '#shared/contracts/console-platform/commands.ts'
import { attachmentsSchema } from '#shared/contracts/console-platform/records/attachment.ts'
import {
  type MatchPart,
  matchPartSchema,
  matchTargetSchema,
  otherKindSchema,
  PARTS_LIMIT,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { closeCheckSchema } from '#shared/contracts/console-platform/records/settlement-month.ts'
import { fenSchema } from '#shared/money/fen.ts'
import { ADJUSTMENT_KINDS } from '#shared/rules/settlement/statement-line.ts'

/** What may stand unsent in the form of a command, and what was written for one that came back. */
export interface DraftSheet<T extends CommandType, Draft = unknown> {
  readonly schema: z.ZodType<Draft>
  readonly written: (given: CommandArguments<T>) => Draft
}

const text = z.string().max(4000)
const short = z.string().max(200)
const typed = z.string().max(40)

/** Reasons and the two notes. `noteByHand`: the note to the vendor no longer follows the reasons. */
const verdictDraftSchema = z.strictObject({
  reasons: z.array(z.string()).max(30),
  noteToVendor: text,
  internalNote: text,
  noteByHand: z.boolean(),
})
export type VerdictDraft = Readonly<z.infer<typeof verdictDraftSchema>>

export const verdictDraft = {
  schema: verdictDraftSchema,
  written: (given: {
    readonly reasons?: readonly string[]
    readonly noteToVendor: string
    readonly internalNote: string
  }): VerdictDraft => ({
    reasons: [...(given.reasons ?? [])],
    noteToVendor: given.noteToVendor,
    internalNote: given.internalNote,
    noteByHand: given.noteToVendor !== '',
  }),
}

/** Of a form that shows what will happen and asks nothing. */
export const emptyDraft = { schema: z.strictObject({}), written: () => ({}) }

export const reasonDraft = {
  schema: z.strictObject({ reason: text }),
  written: ({ reason }: { readonly reason: string }) => ({ reason }),
}

export const contractDraft = {
  schema: z.strictObject({ agreement: short, version: short, signedBy: short, signedOn: typed }),
  written: ({ contract }: CommandArguments<'application.record-contract'>) => ({ ...contract }),
}

export const overrideDraft = {
  schema: z.strictObject({ ruleId: short, reason: text }),
  written: (given: CommandArguments<'listing.override-finding'>) => ({ ...given }),
}

export const waiveDraft = {
  schema: z.strictObject({ until: typed, reason: text }),
  written: (given: CommandArguments<'deposit.waive'>) => ({ ...given }),
}

/** `amount` is as typed, in yuan; `route` is null while none is chosen, `account` the one it goes back to or elsewhere. */
const refundDraftSchema = z.strictObject({
  amount: typed,
  reason: text,
  route: z.enum(['original', 'elsewhere']).nullable().default(null),
  name: short.default(''),
  account: short.default(''),
  bank: short.default(''),
  evidence: text.default(''),
  attachments: attachmentsSchema,
})
export type RefundDraft = Readonly<z.infer<typeof refundDraftSchema>>

export const refundDraft = {
  schema: refundDraftSchema,
  written: ({ amount, reason, payee }: CommandArguments<'deposit.request-refund'>): RefundDraft => ({
    amount: plainYuan(amount),
    reason,
    ...{ route: null, name: '', account: '', bank: '', evidence: '', attachments: [] },
    ...payee,
  }),
}

/** `owes` is null while nothing is chosen. */
export const newAmountDraft = {
  schema: z.strictObject({ owes: z.boolean().nullable(), dueOn: typed, reason: text }),
  written: ({ owes, dueOn, reason }: CommandArguments<'deposit.decide-new-amount'>) => ({
    owes,
    dueOn: dueOn ?? '',
    reason,
  }),
}

export const ticketDraft = {
  schema: z.strictObject({
    reference: short,
    account: short,
    company: short,
    address: text,
    contact: short,
    phone: short,
    attachments: attachmentsSchema,
  }),
  written: (given: CommandArguments<'deposit.record-ticket'>) => ({ ...given }),
}

export const courierDraft = {
  schema: z.strictObject({
    number: short,
    courier: short,
    tracking: short,
    attachments: attachmentsSchema,
  }),
  written: (given: CommandArguments<'deposit.send-receipt'>) => ({ ...given }),
}

/** A row of a split. `amount` is as typed, in yuan. */
const splitRowSchema = z.strictObject({
  target: matchTargetSchema,
  /** The provider; empty for another kind of money, and where it is not known. */
  name: z.string().max(400),
  /** What the deposit is for; null: the provider as a whole. */
  category: bilingualSchema.nullable(),
  /** Owed or approved; null for another kind of money, and where it is not known. Fen. */
  due: fenSchema.nullable(),
  amount: typed,
  reasons: matchPartSchema.shape.reasons,
})
export type SplitRow = Readonly<z.infer<typeof splitRowSchema>>

/** Three ways to say where a line went: divided, as money of another kind, as what takes another line back. */
const matchDraftSchema = z.strictObject({
  way: z.enum(['split', 'other', 'return']),
  /** Of the division; null before it was begun. */
  rows: z.array(splitRowSchema).max(PARTS_LIMIT).nullable(),
  what: otherKindSchema.nullable(),
  /** The line that is taken back. */
  original: short.nullable(),
  note: text,
})
export type MatchDraft = Readonly<z.infer<typeof matchDraftSchema>>
export type MatchWay = MatchDraft['way']

export const EMPTY_MATCH: MatchDraft = { way: 'split', rows: null, what: null, original: null, note: '' }

export const matchDraft = {
  schema: matchDraftSchema,
  written: ({ parts, note }: CommandArguments<'deposit.match'>): MatchDraft => {
    const draft = { ...EMPTY_MATCH, note }
    const [first] = parts
    if (first?.target.kind === 'return') return { ...draft, way: 'return', original: first.target.lineId }
    if (first?.target.kind === 'other' && parts.length === 1) {
      return { ...draft, way: 'other', what: first.target.what }
    }
    return { ...draft, rows: parts.map(rowOfPart) }
  },
}

/** A row for a part; whom it is for is looked up where it is shown. */
export function rowOfPart({ target, amount, reasons }: MatchPart): SplitRow {
  return {
    target,
    name: '',
    category: null,
    due: null,
    amount: plainYuan(amount).replaceAll(',', ''),
    reasons,
  }
}

/** Before the journal kept drafts by command, a line had the rows of its division and nothing else. */
export const splitOnlySchema = z
  .array(splitRowSchema)
  .max(PARTS_LIMIT)
  .transform((rows): MatchDraft => ({ ...EMPTY_MATCH, rows }))

export const accountDraft = {
  schema: z.strictObject({
    marketplace: short.nullable(),
    number: short,
    holder: short,
    bank: short,
    currency: typed,
  }),
  written: (given: CommandArguments<'bank.open-account'>) => ({ ...given }),
}

export const withdrawDraft = {
  schema: z.object({ statementId: typed, reason: text }),
  written: (given: CommandArguments<'bank.withdraw-statement'>) => ({ ...given }),
}

export const monthDraft = {
  schema: z.strictObject({ marketplace: short, month: typed }),
  written: (given: CommandArguments<'settlement.draft'>) => ({ ...given }),
}

export const skipDraft = {
  schema: z.strictObject({ check: closeCheckSchema, reason: text }),
  written: (given: CommandArguments<'settlement.skip-check'>) => ({ ...given }),
}

/** `amount` as typed, in yuan with its sign; `taxPercent` too, empty where there is none. */
const adjustDraftSchema = z.strictObject({
  marketplace: short,
  month: typed,
  providerId: short,
  kind: z.enum(ADJUSTMENT_KINDS),
  amount: typed,
  taxPercent: typed,
  reason: text,
})
export type AdjustDraft = Readonly<z.infer<typeof adjustDraftSchema>>

export const adjustDraft = {
  schema: adjustDraftSchema,
  written: ({ amount, taxBasisPoints, ...given }: CommandArguments<'settlement.adjust'>): AdjustDraft => ({
    ...given,
    amount: plainYuan(amount),
    taxPercent: taxBasisPoints === null ? '' : String(taxBasisPoints / 100),
  }),
}
