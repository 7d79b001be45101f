import { z } from 'zod'
import { ulidSchema } from '../../base/ids.ts'
import { plainDateSchema } from '../../calendar/plain-date.ts'
import { signedContractSchema } from './records/application.ts'

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
} as const
type Family = keyof typeof DECIDED
export type DecidedKind = (typeof DECIDED)[Family]

/** The kind of record a command decides about. `listing.*` decides about a listing version. */
export function aggregateKind(type: CommandType): DecidedKind {
  const [family] = type.split('.') as [Family]
  return DECIDED[family]
}

/**
 * A decision on its way to the platform. The actor comes from the session, never from here.
 * `expectedVersion` is the version the reviewer saw; `seenDigest` a SHA-256 over what was on her screen.
 */
export const commandSchema = z.strictObject({
  id: ulidSchema,
  type: commandTypeSchema,
  recordId: ulidSchema,
  expectedVersion: z.int().positive(),
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
