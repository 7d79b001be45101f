import { z } from 'zod'
import { instantSchema, marketplaceSchema, ulidSchema } from '../../../base/ids.ts'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { type Fen, fenSchema } from '../../../money/fen.ts'
import { stepSchema } from '../../../rules/step.ts'
import { citationSchema } from '../../../rules/verdict.ts'
import { attachmentsSchema } from './attachment.ts'
import { accountNumberSchema } from './bank-account.ts'
import { historyEntrySchema } from './history.ts'

/** What amount and dates follow from, with the pack of the day; kept as it was when it last changed. */
export const depositFactsSchema = z.strictObject({
  /** Ids of the pack's categories: the one it is for, or the provider's all. */
  categories: z.array(z.string()),
  joinedOn: plainDateSchema.nullable(),
  firstListedOn: plainDateSchema.nullable(),
  staff: z.int().nonnegative().nullable(),
  freeOrOpenSource: z.boolean(),
  openSource: z.boolean().default(false),
  /** The day its first paid product was published. */
  paidProductOn: plainDateSchema.nullable(),
  lastDelistedOn: plainDateSchema.nullable(),
  /** Products in the store. */
  stillListed: z.int().nonnegative(),
  hasViolation: z.boolean(),
  cooperationEndedOn: plainDateSchema.nullable(),
})
export type DepositRecordFacts = Readonly<z.infer<typeof depositFactsSchema>>

/**
 * Whom a refund is paid to, frozen into the request. 原路: back to an account that a payment of this deposit came from.
 * 非原路: to another one, with what proves that it is the provider's.
 */
export const refundPayeeSchema = z.discriminatedUnion('route', [
  z.strictObject({
    route: z.literal('original'),
    name: z.string().trim().min(1).max(200),
    account: z.string().trim().min(1).max(60),
  }),
  z.strictObject({
    route: z.literal('elsewhere'),
    name: z.string().trim().min(1).max(200),
    account: accountNumberSchema,
    bank: z.string().trim().min(2).max(100),
    /** The document, its number, where it is filed. */
    evidence: z.string().trim().min(4).max(1000),
    attachments: attachmentsSchema,
  }),
])
export type RefundPayee = Readonly<z.infer<typeof refundPayeeSchema>>

const posted = { at: instantSchema, by: z.string(), byName: z.string() }

/** A pack states fewer rules of an amount. */
const STEPS_LIMIT = 50

/** Number of a receipt; null only while the decision is on its way: the platform gives the number. */
const receiptNumber = z.string().min(1).max(60).nullable()

/** What was noted when a line was matched; empty in postings from before it was kept. */
const note = z.string().default('')

const line = (most: number) => z.string().trim().min(2).max(most)

/** What a provider's ticket 请转财务 says: that it paid, and where its receipt is to be sent. */
export const financeTicketSchema = z.strictObject({
  /** The ticket's own number, or the mail it came with. */
  reference: line(100),
  /** The provider's account with the marketplace. */
  account: line(100),
  company: line(200),
  address: line(400),
  contact: line(100),
  phone: line(40),
  attachments: attachmentsSchema,
})

/** How a receipt was sent. */
export const courierSchema = z.strictObject({
  /** Of the receipt. */
  number: z.string().min(1).max(60),
  courier: line(60),
  tracking: line(60),
  /** The courier's slip. */
  attachments: attachmentsSchema,
})

/** A posting of the ledger 台账. It is never changed or taken out; amounts are added to the balance. */
export const depositEntrySchema = z.discriminatedUnion('kind', [
  /** Finance lets it off up to and including a day. */
  z.strictObject({
    kind: z.literal('waive'),
    amount: z.literal(0),
    until: plainDateSchema,
    reason: z.string(),
    ...posted,
  }),
  /** Money of a bank line was found to be this deposit. */
  z.strictObject({
    kind: z.literal('match'),
    amount: fenSchema.positive(),
    line: z.string(),
    note,
    ...posted,
  }),
  /** That was undone, or the bank took the line back. */
  z.strictObject({
    kind: z.literal('unmatch'),
    amount: fenSchema.negative(),
    line: z.string(),
    reason: z.string(),
    ...posted,
  }),
  /** A receipt 收据 over what these lines brought. */
  z.strictObject({
    kind: z.literal('receipt'),
    amount: z.literal(0),
    number: receiptNumber,
    received: fenSchema.positive(),
    lines: z.array(z.string()).min(1),
    ...posted,
  }),
  /** The receipt is void: money it names went back. Its number is never given again. */
  z.strictObject({
    kind: z.literal('receipt-void'),
    amount: z.literal(0),
    number: receiptNumber,
    line: z.string(),
    ...posted,
  }),
  z.strictObject({
    kind: z.literal('refund-request'),
    amount: z.literal(0),
    wanted: fenSchema.positive(),
    reason: z.string(),
    /** Null in requests from before it was asked for. */
    payee: refundPayeeSchema.nullable().default(null),
    ...posted,
  }),
  /** By another person: may be paid. */
  z.strictObject({
    kind: z.literal('refund-approval'),
    amount: z.literal(0),
    approved: fenSchema.positive(),
    ...posted,
  }),
  /** What was approved is on its way to the bank in a batch 付款批次: until it fails or is given up it is in no other. */
  z.strictObject({
    kind: z.literal('refund-in-batch'),
    amount: z.literal(0),
    batch: ulidSchema,
    /** The reference of its payment. */
    endToEndId: z.string().min(1).max(35),
    paying: fenSchema.positive(),
    ...posted,
  }),
  /** It is not: the batch was given up, or the bank did not pay. */
  z.strictObject({
    kind: z.literal('refund-out-of-batch'),
    amount: z.literal(0),
    batch: ulidSchema,
    reason: z.string(),
    ...posted,
  }),
  /** What was asked for is not paid; or what was approved, and is not paid yet, is not paid after all. */
  z.strictObject({ kind: z.literal('refund-refusal'), amount: z.literal(0), reason: z.string(), ...posted }),
  /** The provider says that it paid and where to send the receipt: evidence, and the address. */
  z.strictObject({
    kind: z.literal('finance-ticket'),
    amount: z.literal(0),
    ...financeTicketSchema.shape,
    ...posted,
  }),
  /** A receipt went by courier 快递; sent again, the last word counts. */
  z.strictObject({
    kind: z.literal('receipt-sent'),
    amount: z.literal(0),
    ...courierSchema.shape,
    ...posted,
  }),
  /** No refund is approved from here on 暂停退还, until that is lifted. */
  z.strictObject({ kind: z.literal('refund-hold'), amount: z.literal(0), reason: z.string(), ...posted }),
  z.strictObject({
    kind: z.literal('refund-hold-lifted'),
    amount: z.literal(0),
    reason: z.string(),
    ...posted,
  }),
  /** Money that came in online by a payment channel 充值交纳, confirmed by a second person. */
  z.strictObject({
    kind: z.literal('recharge'),
    amount: fenSchema.positive(),
    recharge: ulidSchema,
    channel: z.string(),
    /** The channel's own number of the payment. */
    number: z.string(),
    ...posted,
  }),
  /** The channel took it back. */
  z.strictObject({
    kind: z.literal('recharge-taken-back'),
    amount: fenSchema.negative(),
    recharge: ulidSchema,
    reason: z.string(),
    ...posted,
  }),
  /** Whether a deposit from before owes the difference to the amount of a later pack: decided once for each pack. */
  z.strictObject({
    kind: z.literal('new-amount'),
    amount: z.literal(0),
    /** The first day of that pack. */
    effectiveFrom: plainDateSchema,
    was: fenSchema.nonnegative(),
    becomes: fenSchema.positive(),
    owes: z.boolean(),
    /** The last day to pay the difference; null where it is not owed. */
    dueOn: plainDateSchema.nullable(),
    /** The rule and steps of the amount before; null where it stayed. */
    before: z
      .strictObject({ why: citationSchema, steps: z.array(stepSchema).max(STEPS_LIMIT).nullable() })
      .nullable(),
    reason: z.string(),
    ...posted,
  }),
  /** Taken for a violation 扣除; what is missing is to be paid in again 补足 by a day. */
  z.strictObject({
    kind: z.literal('deduction'),
    amount: fenSchema.negative(),
    violation: ulidSchema,
    rule: citationSchema,
    topUpBy: plainDateSchema,
    reason: z.string(),
    ...posted,
  }),
  /** The ruling was lifted on appeal: the money is back. */
  z.strictObject({
    kind: z.literal('deduction-returned'),
    amount: fenSchema.positive(),
    violation: ulidSchema,
    reason: z.string(),
    ...posted,
  }),
  /** A bank line paid an approved refund. */
  z.strictObject({
    kind: z.literal('refund'),
    amount: fenSchema.negative(),
    line: z.string(),
    note,
    ...posted,
  }),
  /** That was undone, or the bank brought the money back: it waits to be paid again. */
  z.strictObject({
    kind: z.literal('refund-returned'),
    amount: fenSchema.positive(),
    line: z.string(),
    reason: z.string(),
    ...posted,
  }),
])
export type DepositEntry = Readonly<z.infer<typeof depositEntrySchema>>

/**
 * What a provider has to deposit 保证金, and what was posted on it: one for each category where the pack says so,
 * else one for the provider. How it stands depends on the day and is never stored; see deposit-standing.ts.
 */
export const depositObligationSchema = z.strictObject({
  id: ulidSchema,
  version: z.int().positive(),
  marketplace: marketplaceSchema,
  providerId: z.string().min(1).max(64),
  providerName: z.string().min(1).max(200),
  /** Id of the pack's category it is for; null where it is for the provider as a whole. */
  category: z.string().nullable(),
  /** Null where the source asks for a deposit and states no amount: not configured, never guessed. */
  amount: fenSchema.nonnegative().nullable(),
  /** The rule the amount comes from. */
  why: citationSchema,
  /** How the amount was reckoned, when it was; null in records from before steps were kept. */
  steps: z.array(stepSchema).max(STEPS_LIMIT).nullable().default(null),
  facts: depositFactsSchema,
  entries: z.array(depositEntrySchema),
  history: z.array(historyEntrySchema),
  updatedAt: instantSchema,
})
export type DepositObligation = Readonly<z.infer<typeof depositObligationSchema>>

/** What was received less what was paid back, in fen. */
export function depositBalance({ entries }: Pick<DepositObligation, 'entries'>): Fen {
  return entries.reduce((sum, { amount }) => sum + amount, 0)
}

/** Whether the whole amount lies with the marketplace. */
export function isDepositHeld(obligation: Pick<DepositObligation, 'amount' | 'entries'>): boolean {
  return obligation.amount !== null && depositBalance(obligation) >= obligation.amount
}
