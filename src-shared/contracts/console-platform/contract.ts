import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type fileHashSchema, instantSchema, recordIdSchema, ulidSchema } from '../../base/ids.ts'
import { commandSchema, outcomeSchema } from './commands.ts'
import {
  digestSchema,
  feedPageSchema,
  recordKindSchema,
  snapshotPageSchema,
  snapshotStartSchema,
} from './feed.ts'
import { KNOWN_LIMIT, PAGE_LIMIT } from './protocol.ts'
import { aboutSchema, accountSchema, sessionTokensSchema } from './session.ts'

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
export type AuditHead = Readonly<z.infer<typeof auditHeadSchema>>
export type AuditEntry = z.infer<typeof auditEntrySchema>

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
 * API on a platform of their own. Bearer access token on everything but `about`, `signIn` and `refresh`.
 */
export const platformContract = {
  about: base.route({ method: 'GET', path: '/v1/about', summary: 'Who answers here' }).output(aboutSchema),
  signIn: base
    .route({ method: 'POST', path: '/v1/sign-in', summary: 'Open a session with e-mail and password' })
    .input(
      z.strictObject({
        email: z.string().max(254),
        password: z.string().max(1024),
        device: z.string().max(200),
      }),
    )
    .output(sessionTokensSchema),
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
    .output(z.object({ entries: z.array(auditEntrySchema), head: z.string() })),
  auditHead: base
    .route({
      method: 'GET',
      path: '/v1/audit/head',
      summary: 'The newest entry of the audit log, for documents to state',
    })
    .output(auditHeadSchema),
  verifyAudit: base
    .route({ method: 'GET', path: '/v1/audit/verification', summary: 'Recompute the hash chain' })
    .output(
      z.object({ intact: z.boolean(), entries: z.int(), head: z.string(), brokenAt: z.int().nullable() }),
    ),
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
