import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '#shared/base/ids.ts'

/** How an operator signs in; name, roles and whether she is active stand in the operator record of the same id. */
export const accountSchema = z.strictObject({
  id: z.string(),
  /** Lower case. */
  email: z.string(),
  /** See src-node/password-hash.ts; null until an invitation is taken up. */
  passwordHash: z.string().nullable(),
  /** 工号: two accounts with one number are one person's; null where it is not known. */
  staffNumber: z.string().trim().min(1).max(40).nullable().default(null),
  /** The code with which a password may be set, once; null where none is out. */
  invitation: z
    .strictObject({ hash: z.string(), expiresAt: instantSchema, by: z.string() })
    .nullable()
    .default(null),
  /** The second factor; null where there is none. */
  factor: z
    .strictObject({
      /** Base 32. */
      secret: z.string(),
      /** The step of the last code that was taken: RFC 6238 takes none twice. */
      lastStep: z.int().nonnegative(),
      /** Hashes of the recovery codes that are left; each is good once. */
      recovery: z.array(z.string()),
      since: instantSchema,
    })
    .nullable()
    .default(null),
  /** The secret that was shown to somebody who has to set a second factor up, until she proves that she has it. */
  offeredSecret: z.string().nullable().default(null),
  /** Who took the second factor away: not the one who may give out a code for a new password too, until there is another. */
  factorTakenBy: z.string().nullable().default(null),
  /** Who gave out the code by which the password was set while there was a second factor: not the one who may take that away. */
  passwordBy: z.string().nullable().default(null),
  lastSignInAt: instantSchema.nullable().default(null),
})
export type Account = Readonly<z.infer<typeof accountSchema>>

/** One sign-in on one device, kept alive by rotating refresh tokens. */
export const sessionSchema = z.strictObject({
  id: z.string(),
  operatorId: z.string(),
  device: z.string(),
  startedAt: instantSchema,
  /** When its tokens were last renewed; null where that was not noted yet. */
  seenAt: instantSchema.nullable().default(null),
  endedAt: instantSchema.nullable(),
  /** Hash of the one refresh token that may be used next. */
  refreshHash: z.string(),
  /** Whether the newest access token was ever presented: then its reply was not lost. */
  newestSeen: z.boolean(),
})
export type Session = Readonly<z.infer<typeof sessionSchema>>

/** An access or refresh token, by the SHA-256 of its text; the text itself is never stored. */
export const sessionTokenSchema = z.strictObject({
  hash: z.string(),
  sessionId: z.string(),
  kind: z.enum(['access', 'refresh']),
  /** The refresh token it was given for; null at sign-in. */
  parentHash: z.string().nullable(),
  expiresAt: instantSchema,
  spentAt: instantSchema.nullable(),
  /** A spent refresh token is taken a second time at most once, for a client that lost the reply. */
  recovered: z.boolean(),
})
export type SessionToken = Readonly<z.infer<typeof sessionTokenSchema>>

/** A vendor's key for its own tool, or of a marketplace's own systems; the key itself is never stored. */
export const apiKeySchema = z.strictObject({
  hash: z.string(),
  id: z.string(),
  marketplace: marketplaceSchema,
  /** '' of a marketplace's own. */
  providerId: z.string(),
  label: z.string(),
  createdAt: instantSchema,
  revokedAt: instantSchema.nullable(),
})
export type ApiKey = Readonly<z.infer<typeof apiKeySchema>>
