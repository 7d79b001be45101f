import { z } from 'zod'
import { marketplaceSchema, ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { fenSchema } from '../../money/fen.ts'
import { PACKED_LINES_LIMIT, STATEMENT_LINES_LIMIT } from './imported-lines.ts'
import { signedContractSchema } from './records/application.ts'
import { accountNumberSchema } from './records/bank-account.ts'
import { matchPartSchema, PARTS_LIMIT } from './records/bank-line.ts'
import { acceptableSchema, statementHeadSchema } from './records/bank-statement.ts'

const noteSchema = z.string().trim().max(4000)
const reasonsSchema = z.array(z.string().min(1).max(200)).min(1).max(30)
const noArguments = z.strictObject({})
/** What a decision says: to the vendor, and among ourselves. */
const notesSchema = z.strictObject({ noteToVendor: noteSchema, internalNote: noteSchema })
const refusalSchema = z.strictObject({
  reasons: reasonsSchema,
  noteToVendor: noteSchema,
  internalNote: noteSchema,
})
const assignSchema = z.strictObject({ assignee: z.string().min(1).nullable() })

/** The arguments of every command, by its name; the aggregate is the part before the dot. */
export const COMMAND_ARGUMENTS = {
  'application.assign': assignSchema,
  'application.start-review': noArguments,
  'application.request-changes': refusalSchema,
  'application.approve': notesSchema,
  'application.reject': refusalSchema,
  'application.record-contract': z.strictObject({ contract: signedContractSchema }),
  'application.open': noArguments,
  'listing.assign': assignSchema,
  'listing.start-review': noArguments,
  'listing.request-changes': refusalSchema,
  'listing.approve': notesSchema,
  'listing.reject': refusalSchema,
  'listing.override-finding': z.strictObject({ ruleId: z.string().min(1), reason: noteSchema.min(4) }),
  'listing.publish': noArguments,
  'listing.propose-delisting': refusalSchema,
  'listing.delist': refusalSchema,
  /** Lets a deposit off up to and including a day. */
  'deposit.waive': z.strictObject({ reason: noteSchema.min(4), until: plainDateSchema }),
  /** Accounts for the whole of a bank line: its parts sum to its amount. Decides about the line. */
  'deposit.match': z.strictObject({
    parts: z.array(matchPartSchema).min(1).max(PARTS_LIMIT),
    note: noteSchema,
  }),
  /** Undoes that: line and deposits are as they were before. Decides about the line. */
  'deposit.unmatch': z.strictObject({ reason: noteSchema.min(2) }),
  /** A receipt over all that was received and stands on none yet. */
  'deposit.issue-receipt': noArguments,
  'deposit.request-refund': z.strictObject({ amount: fenSchema.positive(), reason: noteSchema.min(4) }),
  /** By another person than the one who asked; `amount` is what she saw. */
  'deposit.approve-refund': z.strictObject({ amount: fenSchema.positive() }),
  'deposit.decline-refund': z.strictObject({ reason: noteSchema.min(4) }),
  /** Makes an account of our own known. It comes to be with this: the version seen is 0. */
  'bank.open-account': z.strictObject({
    marketplace: marketplaceSchema,
    number: accountNumberSchema,
    holder: z.string().trim().min(1).max(200),
    bank: z.string().trim().min(1).max(100),
    currency: z.string().length(3),
  }),
  /** Adds the new lines of a statement to an account, and what of them is certainly a deposit; all or nothing. */
  'bank.import-statement': z.strictObject({
    statement: statementHeadSchema,
    /** All its lines: gzip of JSON (imported-lines.ts) in base64. */
    packedLines: z.string().max(PACKED_LINES_LIMIT),
    lines: z.int().nonnegative().max(STATEMENT_LINES_LIMIT),
    /** Lines that were not known. */
    added: z.int().nonnegative().max(STATEMENT_LINES_LIMIT),
    /** Deposits that lines close by themselves. */
    matches: z.array(z.strictObject({ lineId: ulidSchema, part: matchPartSchema })).max(5000),
    accepted: z.array(acceptableSchema).max(10),
  }),
} as const

export type CommandType = keyof typeof COMMAND_ARGUMENTS
export type CommandArguments<T extends CommandType> = z.infer<(typeof COMMAND_ARGUMENTS)[T]>
export const COMMAND_TYPES = Object.keys(COMMAND_ARGUMENTS) as CommandType[]
export const commandTypeSchema = z.enum(COMMAND_TYPES as [CommandType, ...CommandType[]])

/** The kinds of record commands decide about, by the family of the command. */
const DECIDED = {
  application: 'application',
  listing: 'listingVersion',
  deposit: 'depositObligation',
  bank: 'bankAccount',
} as const
type Family = keyof typeof DECIDED
export type DecidedKind = (typeof DECIDED)[Family] | 'bankLine'

/** Commands named after what they bring about, not after what they decide on. */
const ABOUT_LINES: readonly CommandType[] = ['deposit.match', 'deposit.unmatch']
/** Refused while the platform does not answer: they let money go. */
const ONLINE_ONLY: readonly CommandType[] = ['deposit.approve-refund']

/** The kind of record a command decides about. `listing.*` decides about a listing version. */
export function aggregateKind(type: CommandType): DecidedKind {
  const [family] = type.split('.') as [Family]
  return ABOUT_LINES.includes(type) ? 'bankLine' : DECIDED[family]
}

/** Whether a command may not be kept for later. */
export function needsPlatform(type: CommandType): boolean {
  return ONLINE_ONLY.includes(type)
}

/** The version that is seen of a record that comes to be with the command. */
export const NOT_YET_THERE = 0

/**
 * A decision on its way to the platform. The actor comes from the session, never from here.
 * `expectedVersion` is the version the reviewer saw, 0 where the command makes the record; `seenDigest` a SHA-256 over what was on her screen.
 */
export const commandSchema = z.strictObject({
  id: ulidSchema,
  type: commandTypeSchema,
  recordId: ulidSchema,
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
  'version-not-greater',
  'parts-do-not-sum',
  'unknown-deposit',
  'other-marketplace',
  'wrong-direction',
  'refund-not-approved',
  'refund-rests-on-it',
  'not-the-original',
  /** The deposit is not to be paid back yet, or not so much of it. */
  'not-refundable',
  /** Who asked may not approve. */
  'same-person',
  'account-exists',
  /** The lines are not what the command says of them. */
  'lines-differ',
  /** Something a person would have to accept, and did not. */
  'not-accepted',
  /** Lines are known by now that were new when the statement was read. */
  'lines-known',
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
