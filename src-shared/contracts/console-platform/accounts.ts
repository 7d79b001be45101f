import { z } from 'zod'
import { instantSchema } from '../../base/ids.ts'

/** Fewest characters of a password: long ones hold, whatever signs they are made of. */
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 1024

export const ACCOUNT_STATES = ['invited', 'active', 'deactivated'] as const
export const SECOND_FACTOR_STATES = ['on', 'missing', 'off'] as const

/** An account as administrators see it; name and roles stand in the operator record of the same id. */
export const heldAccountSchema = z.object({
  id: z.string(),
  email: z.string(),
  staffNumber: z.string().nullable(),
  /** `invited`: no password was set yet. */
  state: z.enum(ACCOUNT_STATES),
  /** Until when a code that was given out is good; null where none is out. */
  invitedUntil: instantSchema.nullable(),
  /** `missing`: her roles need one, and it is set up at the next sign-in. */
  secondFactor: z.enum(SECOND_FACTOR_STATES),
  recoveryCodesLeft: z.int().nonnegative(),
  lastSignInAt: instantSchema.nullable(),
  /** Open ones, the newest first. */
  sessions: z.array(
    z.object({ id: z.string(), device: z.string(), startedAt: instantSchema, seenAt: instantSchema }),
  ),
})
export type HeldAccount = Readonly<z.infer<typeof heldAccountSchema>>

/** A code with which a password may be set, once; it is answered this once and kept nowhere. */
export const issuedInvitationSchema = z.object({ code: z.string(), expiresAt: instantSchema })
export type IssuedInvitation = Readonly<z.infer<typeof issuedInvitationSchema>>

export const acceptInvitationSchema = z.strictObject({
  email: z.string().max(254),
  code: z.string().max(100),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
})

/** The present password proves who changes it. */
export const changePasswordSchema = z.strictObject({
  current: z.string().max(PASSWORD_MAX),
  next: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
})

/**
 * What is asked besides the password. `set-up`: her roles need a second factor and she has none; `secret` (base 32) and
 * `uri` (otpauth) are for an authenticator, and the first code of it sets it up.
 */
export const secondFactorAskedSchema = z.object({
  state: z.enum(['needed', 'wrong', 'set-up', 'set-up-wrong']),
  secret: z.string().nullable(),
  uri: z.string().nullable(),
})
export type SecondFactorAsked = Readonly<z.infer<typeof secondFactorAskedSchema>>
