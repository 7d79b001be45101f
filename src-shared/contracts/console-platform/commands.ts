import { z } from 'zod'
import { recordIdSchema, ulidSchema } from '../../base/ids.ts'
import { APPLICATION_COMMANDS } from './commands/application-commands.ts'
import { BANK_ACCOUNT_COMMANDS } from './commands/bank-account-commands.ts'
import { BANK_LINE_COMMANDS } from './commands/bank-line-commands.ts'
import type { CommandSheet } from './commands/command-sheet.ts'
import { COMMISSION_INVOICE_COMMANDS } from './commands/commission-invoice-commands.ts'
import { COMMISSION_REBATE_COMMANDS } from './commands/commission-rebate-commands.ts'
import { CONTACT_COMMANDS } from './commands/contact-commands.ts'
import { CONTROL_COMMANDS } from './commands/control-commands.ts'
import { DEPOSIT_COMMANDS } from './commands/deposit-commands.ts'
import { INVOICE_COMMANDS } from './commands/invoice-commands.ts'
import { LISTING_COMMANDS } from './commands/listing-commands.ts'
import { MATCHING_COMMANDS } from './commands/matching-commands.ts'
import { NOTICE_COMMANDS } from './commands/notice-commands.ts'
import { ORDER_COMMANDS } from './commands/order-commands.ts'
import { PAYMENT_TEMPLATE_COMMANDS, PAYOUT_BATCH_COMMANDS } from './commands/payout-batch-commands.ts'
import { PAYOUT_COMMANDS, PROVIDER_ACCOUNT_COMMANDS } from './commands/payout-commands.ts'
import { POLICY_COMMANDS } from './commands/policy-commands.ts'
import { PROVIDER_COMMANDS } from './commands/provider-commands.ts'
import { RECHARGE_COMMANDS } from './commands/recharge-commands.ts'
import { SETTLEMENT_COMMANDS } from './commands/settlement-commands.ts'
import { SUPERVISION_COMMANDS } from './commands/supervision-commands.ts'
import { USER_COMMANDS } from './commands/user-commands.ts'
import { VIOLATION_COMMANDS } from './commands/violation-commands.ts'

/** The sheet of every command, by its name. */
export const COMMANDS = {
  ...APPLICATION_COMMANDS,
  ...LISTING_COMMANDS,
  ...DEPOSIT_COMMANDS,
  ...VIOLATION_COMMANDS,
  ...RECHARGE_COMMANDS,
  ...BANK_LINE_COMMANDS,
  ...BANK_ACCOUNT_COMMANDS,
  ...MATCHING_COMMANDS,
  ...SETTLEMENT_COMMANDS,
  ...COMMISSION_INVOICE_COMMANDS,
  ...COMMISSION_REBATE_COMMANDS,
  ...ORDER_COMMANDS,
  ...SUPERVISION_COMMANDS,
  ...CONTACT_COMMANDS,
  ...NOTICE_COMMANDS,
  ...CONTROL_COMMANDS,
  ...POLICY_COMMANDS,
  ...PAYOUT_COMMANDS,
  ...INVOICE_COMMANDS,
  ...PAYOUT_BATCH_COMMANDS,
  ...PAYMENT_TEMPLATE_COMMANDS,
  ...PROVIDER_ACCOUNT_COMMANDS,
  ...PROVIDER_COMMANDS,
  ...USER_COMMANDS,
} as const satisfies Readonly<Record<string, CommandSheet>>

type Sheets = typeof COMMANDS
export type CommandType = keyof Sheets
export type CommandArguments<T extends CommandType> = z.infer<Sheets[T]['arguments']>
/** The kinds of record that commands decide about. */
export type DecidedKind = Sheets[CommandType]['about']
/** The commands that decide about a kind of record. */
export type CommandAbout<K extends DecidedKind> = {
  [T in CommandType]: Sheets[T]['about'] extends K ? T : never
}[CommandType]

/** The commands with which a record comes to be, or does not. */
type CommandMaking<Makes extends boolean> = {
  [T in CommandType]: Sheets[T]['makesRecord'] extends Makes ? T : never
}[CommandType]
/** A command with which a record comes to be. */
export type MakingCommand = CommandMaking<true>
/** A record as a decision finds it: null only where some command about its kind makes it. */
export type Found<K extends DecidedKind, Record> =
  | Record
  | (CommandAbout<K> & CommandMaking<true> extends never ? never : null)

/** Names are the keys of the table. */
export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[]
export const commandTypeSchema = z.enum(COMMAND_TYPES as [CommandType, ...CommandType[]])

/** The commands about a kind of record, the likelier ones first where all are possible. */
export function commandsAbout<K extends DecidedKind>(kind: K): CommandAbout<K>[] {
  return COMMAND_TYPES.filter((type): type is CommandAbout<K> => COMMANDS[type].about === kind)
}

/** The types of the commands about a kind of record. */
export function commandAboutSchema<K extends DecidedKind>(kind: K): z.ZodEnum<{ [T in CommandAbout<K>]: T }> {
  return z.enum(commandsAbout(kind))
}

/** The schema of every command's arguments. */
export const COMMAND_ARGUMENTS = Object.fromEntries(
  COMMAND_TYPES.map((type) => [type, COMMANDS[type].arguments]),
  // Each key has the schema of its own sheet.
) as { readonly [T in CommandType]: Sheets[T]['arguments'] }

/** The version that is seen of a record that comes to be with the command. */
export const NOT_YET_THERE = 0

/**
 * A decision on its way to the platform. The actor comes from the session, never from here.
 * `expectedVersion` is the version the reviewer saw, 0 where the command makes the record; `seenDigest` that of what was on
 * her screen (seen.ts), needed where the command's sheet has it compared.
 */
export const commandSchema = z.strictObject({
  id: ulidSchema,
  type: commandTypeSchema,
  recordId: recordIdSchema,
  expectedVersion: z.int().nonnegative(),
  seenDigest: z.string().max(64).nullable(),
  arguments: z.unknown(),
})
export type Command = Readonly<z.infer<typeof commandSchema>>

/** Why the platform refused, as a code; the console words it. `detail` names what, e.g. a rule id. */
export const rejectionCodeSchema = z.enum([
  'unknown-record',
  'bad-arguments',
  'wrong-state',
  'conditions-failed',
  'must-findings-open',
  'provider-not-open',
  'deposit-not-settled',
  'contract-missing',
  'unknown-finding',
  'unknown-operator',
  'command-id-reused',
  /** A file that is named was not given to the platform, or is of another size. */
  'file-missing',
  /** The record is in the version that was seen, but what was shown with it is not as it was. */
  'seen-differs',
  'version-not-greater',
  'parts-do-not-sum',
  'unknown-deposit',
  'other-marketplace',
  'wrong-direction',
  'refund-not-approved',
  'refund-rests-on-it',
  'not-the-original',
  /** Something speaks against the match, and no note says why it is right all the same. */
  'note-missing',
  /** The deposit is not to be paid back yet, or not so much of it. */
  'not-refundable',
  /** Refunds of the deposit are on hold. */
  'refund-held',
  /** A violation of the provider is not ruled on yet. */
  'violation-open',
  /** The payment is there already: by its number, or by a line of the channel's file. */
  'recharge-known',
  /** Somebody else set matching meanwhile. */
  'settings-moved',
  /** The pack has no such rule, or words it otherwise. */
  'rule-differs',
  /** More is to be deducted than lies with the marketplace. */
  'more-than-held',
  /** Not so much of the money came from that account. */
  'payee-unproven',
  /** Who asked may not approve. */
  'same-person',
  'account-exists',
  /** The lines are not what the command says of them. */
  'lines-differ',
  /** Something a person would have to accept, and did not. */
  'not-accepted',
  /** Lines are known by now that were new when the statement was read. */
  'lines-known',
  /** Lines of the statement are matched. */
  'lines-matched',
  /** A statement imported later counts lines of this one as known: it is withdrawn before. */
  'later-import-rests',
  /** A draft of that month is there under another id. */
  'month-exists',
  'month-not-over',
  /** The month is committed for the provider. */
  'month-closed',
  /** An earlier month of the provider is a draft still: it comes first. */
  'earlier-month-open',
  /** A later month of the provider is committed and rests on it. */
  'later-month-rests',
  /** What the draft was made from has changed: it is to be made anew. */
  'draft-outdated',
  /** A check of the month is neither done nor skipped. */
  'check-open',
  /** The orders are not what the command says of them. */
  'orders-differ',
  /** Orders are on record by now that were new when the file was read. */
  'orders-known',
  /** An order has changed since it was seen. */
  'order-changed',
  /** Its month is closed: what changes is an adjustment of an open month. */
  'order-settled',
  /** A person wrote the order down and another confirmed it: a file of one person does not change it. */
  'order-confirmed',
  'unknown-provider',
  /** There is no order that the refund takes back from, or not so much of it. */
  'unknown-original',
  /** It would hold from a day that is past, or before the first it may hold from. */
  'too-early',
  /** A pack is of a marketplace that there is none of. */
  'unknown-marketplace',
  /** A pack's version is not above that of the one it takes the place of. */
  'version-not-raised',
  /** The amount on the invoice is not that of the record. */
  'amount-differs',
  /** Another invoice has the number. */
  'number-used',
  /** An invoice of a provider names another buyer than the company. */
  'not-to-us',
  /** There is no invoice of that number that a red letter can take so much from. */
  'unknown-invoice',
  /** The invoice that a red letter takes from is on record for another provider. */
  'original-elsewhere',
  /** A red letter that takes from the invoice is on record for another provider. */
  'red-letter-elsewhere',
  /** The red letters on record take more from the invoice than it has. */
  'red-letters-exceed',
  /** A red letter takes from the invoice. */
  'red-letter-rests',
  /** The provider's name or tax id is not what stands on the list. */
  'buyer-differs',
  /** The rules start no supervision for such an order. */
  'not-supervised',
  /** The buyer has not rejected often enough for an appeal. */
  'appeal-too-early',
  /** It is not the step of the review that comes next. */
  'other-review-step',
  /** The rebate of the statement was paid: take that back first. */
  'rebate-returned',
  /** What the tax site said of the invoice last is not that it is consistent. */
  'invoice-doubtful',
  /** A day to come, or one before what it is about was over. */
  'day-impossible',
  /** The company has paused what lets money go. */
  'payments-paused',
  /** A month is not committed, is in another request, or together they come to nothing. */
  'month-not-payable',
  /** A check before paying does not pass. */
  'payout-check-failed',
  /** No rule says, or an exception is made, and nobody says why. */
  'reason-missing',
  /** There is no approved account to pay to. */
  'account-not-approved',
  /** The provider has that account already. */
  'account-known',
  /** A live request pays the statement. */
  'payout-rests',
  /** It is not approved any more, of another amount, or in another batch. */
  'payment-not-payable',
  /** The file is not the one that was written first. */
  'file-differs',
  /** Somebody else set the template of the bank meanwhile, or the batch is written by another one. */
  'template-moved',
  /** A template names what is none of the placeholders of its occasion. */
  'unknown-placeholder',
  /** Something of the provider is to be settled before it is closed. */
  'matter-open',
  /** Nobody decides that about her own account. */
  'own-account',
  /** No administrator would be left who stays one. */
  'last-admin',
  /** Another account has the e-mail address. */
  'email-taken',
  /** Another account has the staff number: that person is there already. */
  'staff-number-taken',
])
export type RejectionCode = z.infer<typeof rejectionCodeSchema>

/** What became of a command. Only `later`, time-outs and broken connections are tried again. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('applied'), version: z.int(), position: z.int() }),
  z.object({ kind: z.literal('already-applied'), version: z.int(), position: z.int() }),
  z.object({ kind: z.literal('rejected'), code: rejectionCodeSchema, detail: z.string() }),
  z.object({ kind: z.literal('conflict'), currentVersion: z.int(), current: z.unknown() }),
  z.object({ kind: z.literal('not-allowed'), needs: z.array(z.string()) }),
  z.object({ kind: z.literal('later'), retryAfterSeconds: z.number().nonnegative() }),
  z.object({ kind: z.literal('sign-in-needed') }),
  z.object({ kind: z.literal('client-too-old'), minimum: z.int() }),
])
export type Outcome = z.infer<typeof outcomeSchema>
