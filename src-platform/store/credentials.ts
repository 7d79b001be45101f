import { z } from 'zod'
import { instantSchema, marketplaceSchema } from '#shared/base/ids.ts'

/** How an operator signs in; name, roles and whether she is active stand in the operator record of the same id. */
export const accountSchema = z.strictObject({
  id: z.string(),
  /** Lower case. */
  email: z.string(),
  /** See auth/password-hash.ts. */
  passwordHash: z.string(),
  /** 工号: two accounts with one number are one person's; null where it is not known. */
  staffNumber: z.string().trim().min(1).max(40).nullable().default(null),
})
export type Account = Readonly<z.infer<typeof accountSchema>>

/** One sign-in on one device, kept alive by rotating refresh tokens. */
export const sessionSchema = z.strictObject({
  id: z.string(),
  operatorId: z.string(),
  device: z.string(),
  startedAt: instantSchema,
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

/** A vendor's key for its own tool; the key itself is never stored. */
export const apiKeySchema = z.strictObject({
  hash: z.string(),
  id: z.string(),
  marketplace: marketplaceSchema,
  providerId: z.string(),
  label: z.string(),
  createdAt: instantSchema,
  revokedAt: instantSchema.nullable(),
})
export type ApiKey = Readonly<z.infer<typeof apiKeySchema>>
