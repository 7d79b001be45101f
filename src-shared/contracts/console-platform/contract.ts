import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type fileHashSchema, instantSchema, recordIdSchema, ulidSchema } from '../../base/ids.ts'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  heldAccountSchema,
  issuedInvitationSchema,
  secondFactorAskedSchema,
} from './accounts.ts'
import { commandSchema, outcomeSchema, rejectionCodeSchema } from './commands.ts'
import {
  digestSchema,
  feedPageSchema,
  recordKindSchema,
  snapshotPageSchema,
  snapshotStartSchema,
} from './feed.ts'
import { KNOWN_LIMIT, PAGE_LIMIT } from './protocol.ts'
import { rolesOnDaySchema, rolesQuestionSchema } from './roles-on-day.ts'
import { aboutSchema, accountSchema, sessionTokensSchema, signedInSchema } from './session.ts'

const limitSchema = z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_LIMIT)
export const snapshotQuerySchema = z.object({
  kind: recordKindSchema,
  after: z.string().optional(),
  limit: limitSchema,
})
export const feedQuerySchema = z.object({
  after: z.coerce.number().int().min(0),
  /** The mark of `after`: where the platform has another there, what was read up to it never happened. */
  mark: z.string().max(64).optional(),
  epoch: z.string(),
  scope: z.string(),
  limit: limitSchema,
})

/** One link of the hash-chained audit log: `hash` covers all fields and `previousHash`. */
export const auditEntrySchema = z.object({
  sequence: z.int().positive(),
  at: instantSchema,
  actor: z.string(),
  action: z.string(),
  recordKind: z.string().nullable(),
  recordId: z.string().nullable(),
  beforeHash: z.string().nullable(),
  afterHash: z.string().nullable(),
  commandId: z.string().nullable(),
  previousHash: z.string(),
  hash: z.string(),
})
/** The newest entry of the audit log: whoever noted it can prove that nothing before it was cut off or changed. */
export const auditHeadSchema = z.object({
  /** 0 where the log has no entry yet. */
  sequence: z.int().nonnegative(),
  hash: z.string(),
})
/** As documents state it and people copy it: `1024 · 9f…`, `1024:9f…`. */
export const auditHeadTextSchema = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,14}\s*[·:\s]\s*[0-9a-f]{64}$/i)
  .transform((text): AuditHead => {
    const hash = text.slice(-64).toLowerCase()
    return { sequence: Number.parseInt(text, 10), hash }
  })
export type AuditHead = Readonly<z.infer<typeof auditHeadSchema>>
export type AuditEntry = z.infer<typeof auditEntrySchema>

/** The first entry that does not follow from what stands before it. */
export const auditFaultSchema = z.object({
  /** Which entry it is, counted from 1. */
  sequence: z.int().positive(),
  /** `removed`: it is not there. `moved`: another stands in its place. */
  kind: z.enum(['altered', 'removed', 'moved']),
})
export type AuditFault = Readonly<z.infer<typeof auditFaultSchema>>

/** What recomputing the audit log from its first entry came to. */
export const auditVerdictSchema = z.object({
  intact: z.boolean(),
  /** Entries that follow from one another, from the first on. */
  entries: z.int().nonnegative(),
  /** Hash of the last of them. */
  head: z.string(),
  fault: auditFaultSchema.nullable(),
})
export type AuditVerdict = Readonly<z.infer<typeof auditVerdictSchema>>

/** Entries, oldest first, and the hash of the newest of all. */
export const auditPageSchema = z.object({ entries: z.array(auditEntrySchema), head: z.string() })
/** Entries, newest first, and how many fit in all. */
export const auditEntriesSchema = z.object({ entries: z.array(auditEntrySchema), total: z.int() })
export type AuditEntries = Readonly<z.infer<typeof auditEntriesSchema>>

/** Which entries of the audit log are asked for; all where it says nothing. */
export const auditFilterSchema = z.object({
  actor: z.string().max(100).optional(),
  /** The act, or what it begins with, e.g. `payout.`. */
  action: z.string().max(100).optional(),
  kind: recordKindSchema.optional(),
  recordId: z.string().max(200).optional(),
  /** From this instant on, UTC. */
  from: instantSchema.optional(),
  /** Before this instant, UTC. */
  before: instantSchema.optional(),
})
export type AuditFilter = Readonly<z.infer<typeof auditFilterSchema>>

/** What an act made of its record: each side as it was then, null where there was none or it was not kept. */
export const auditChangeSchema = z.object({
  before: z.unknown(),
  after: z.unknown(),
  /** Whether there is a side that this reader's roles may not see. */
  isWithheld: z.boolean(),
})
export type AuditChange = Readonly<z.infer<typeof auditChangeSchema>>

/** Of which record personal data is asked, and why: what the audit log keeps of it. */
export const revealQuestionSchema = z.strictObject({
  kind: recordKindSchema,
  id: recordIdSchema,
  reason: z.string().trim().min(4).max(500),
})
export type RevealQuestion = z.infer<typeof revealQuestionSchema>
/** Fields of the record that are cut elsewhere, as it has them; never to be stored. */
export const revealedSchema = z.object({ fields: z.record(z.string(), z.unknown()) })

const base = oc.errors({
  UNAUTHORIZED: { status: 401, message: 'Sign in again.' },
  FORBIDDEN: { status: 403, message: 'Your roles do not allow this.' },
  CLIENT_TOO_OLD: { status: 426, data: z.object({ minimum: z.int() }) },
  TOO_MANY_REQUESTS: { status: 429, data: z.object({ retryAfterSeconds: z.number() }) },
  NOT_FOUND: { status: 404 },
})

/**
 * What a console may ask of a platform; served as OpenAPI at `/openapi.json`, so that anyone can put this
 * API on a platform of their own. Bearer access token on everything but `about`, `signIn`, `acceptInvitation` and
 * `refresh`.
 */
export const platformContract = {
  about: base.route({ method: 'GET', path: '/v1/about', summary: 'Who answers here' }).output(aboutSchema),
  signIn: base
    .route({
      method: 'POST',
      path: '/v1/sign-in',
      summary: 'Open a session with e-mail, password and second factor',
    })
    .errors({
      SECOND_FACTOR: {
        status: 401,
        message: 'The password is right; a code is asked too.',
        data: secondFactorAskedSchema,
      },
    })
    .input(
      z.strictObject({
        email: z.string().max(254),
        password: z.string().max(1024),
        device: z.string().max(200),
        /** Of the authenticator, or a recovery code. */
        code: z.string().max(100).optional(),
      }),
    )
    .output(signedInSchema),
  acceptInvitation: base
    .route({
      method: 'POST',
      path: '/v1/accept-invitation',
      summary: 'Set the password of an account by its invitation, once',
    })
    .input(acceptInvitationSchema)
    .output(z.object({ accepted: z.literal(true) })),
  refresh: base
    .route({ method: 'POST', path: '/v1/refresh', summary: 'Change a refresh token for new tokens, once' })
    .input(z.strictObject({ refreshToken: z.string().max(512) }))
    .output(sessionTokensSchema),
  signOut: base
    .route({ method: 'POST', path: '/v1/sign-out', summary: 'End the session' })
    .output(z.object({ ended: z.boolean() })),
  me: base
    .route({ method: 'GET', path: '/v1/me', summary: 'The account of this session' })
    .output(accountSchema),
  changePassword: base
    .route({
      method: 'POST',
      path: '/v1/me/password',
      summary: 'Change the password of this account; its other sessions end',
    })
    .input(changePasswordSchema)
    .output(z.object({ outcome: z.enum(['changed', 'wrong-password']) })),
  snapshotStart: base
    .route({ method: 'GET', path: '/v1/snapshot', summary: 'Where a snapshot starts' })
    .output(snapshotStartSchema),
  snapshotPage: base
    .route({ method: 'GET', path: '/v1/snapshot/{kind}', summary: 'A page of one kind, in key order' })
    .input(snapshotQuerySchema)
    .output(snapshotPageSchema),
  feed: base
    .route({ method: 'GET', path: '/v1/feed', summary: 'Changes after a position, in commit order' })
    .input(feedQuerySchema)
    .output(feedPageSchema),
  digest: base
    .route({ method: 'GET', path: '/v1/digest', summary: 'Count and hash of each kind, at a position' })
    .output(digestSchema),
  command: base
    .route({ method: 'POST', path: '/v1/commands', summary: 'Give a command; at most one effect per id' })
    .input(commandSchema)
    .output(outcomeSchema),
  knownCommands: base
    .route({
      method: 'POST',
      path: '/v1/commands/known',
      summary: 'Which commands of this account the platform has an outcome of',
    })
    .input(z.strictObject({ ids: z.array(ulidSchema).max(KNOWN_LIMIT) }))
    .output(z.object({ known: z.array(ulidSchema) })),
  accounts: base
    .route({ method: 'GET', path: '/v1/accounts', summary: 'Every account, for administrators' })
    .output(z.object({ accounts: z.array(heldAccountSchema) })),
  issueInvitation: base
    .route({
      method: 'POST',
      path: '/v1/accounts/{id}/invitation',
      summary: 'A code for a new account or a new password; the one before ends',
    })
    .errors({ CONFLICT: { status: 409, data: z.object({ code: rejectionCodeSchema }) } })
    .input(z.strictObject({ id: recordIdSchema }))
    .output(issuedInvitationSchema),
  reveal: base
    .route({
      method: 'POST',
      path: '/v1/personal-data',
      summary: 'The personal data of a record, for a reason that the audit log keeps',
    })
    .input(revealQuestionSchema)
    .output(revealedSchema),
  audit: base
    .route({ method: 'GET', path: '/v1/audit', summary: 'The audit log, oldest first' })
    .input(z.object({ after: z.coerce.number().int().min(0).default(0), limit: limitSchema }))
    .output(auditPageSchema),
  auditHead: base
    .route({
      method: 'GET',
      path: '/v1/audit/head',
      summary: 'The newest entry of the audit log, for documents to state',
    })
    .output(auditHeadSchema),
  verifyAudit: base
    .route({ method: 'GET', path: '/v1/audit/verification', summary: 'Recompute the hash chain' })
    .output(auditVerdictSchema),
  auditEntries: base
    .route({ method: 'GET', path: '/v1/audit/entries', summary: 'Entries by a filter, newest first' })
    .input(
      auditFilterSchema.extend({
        /** Only those before this entry. */
        below: z.coerce.number().int().positive().optional(),
        limit: limitSchema,
      }),
    )
    .output(auditEntriesSchema),
  auditChange: base
    .route({ method: 'GET', path: '/v1/audit/entries/{sequence}/change', summary: 'What an entry changed' })
    .input(z.object({ sequence: z.coerce.number().int().positive() }))
    .output(auditChangeSchema),
  auditRoles: base
    .route({
      method: 'GET',
      path: '/v1/audit/roles',
      summary: 'Who held which roles on a day, by the audit log',
    })
    .input(rolesQuestionSchema)
    .output(rolesOnDaySchema),
}

/** Paths that stream and therefore stand beside the contract; documented in openapi.json by the platform. */
export const RAW_PATHS = {
  /** GET, server-sent events: `data: {"position":N}` whenever there is more. */
  wake: '/v1/feed/wake',
  /**
   * GET: bytes of a file, if a record this session may see names it. PUT: the bytes of that hash, which commands of the
   * same account may name from then on.
   */
  file: (hash: z.infer<typeof fileHashSchema>) => `/v1/files/${hash}`,
} as const
