import { z } from 'zod'
import { instantSchema } from '../../base/ids.ts'
import { roleSchema } from './roles.ts'

export const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
})
export type Account = z.infer<typeof accountSchema>

/** Access is short (minutes), refresh rotates: each refresh token is good once; reuse ends the whole session. */
export const sessionTokensSchema = z.object({
  accessToken: z.string(),
  accessExpiresAt: instantSchema,
  refreshToken: z.string(),
  account: accountSchema,
})
export type SessionTokens = z.infer<typeof sessionTokensSchema>

/** What signing in answers: the recovery codes of a second factor that was set up with it are told this once. */
export const signedInSchema = sessionTokensSchema.extend({ recoveryCodes: z.array(z.string()).default([]) })
export type SignedIn = z.infer<typeof signedInSchema>

/** What a platform says of itself to anyone. `demoAccounts` are offered on a demo platform only. */
export const aboutSchema = z.object({
  name: z.string(),
  protocol: z.int(),
  minimumProtocol: z.int(),
  demo: z.boolean(),
  /** For how many days after it was last signed in here an account may sign in while the platform does not answer. */
  offlineSignInDays: z.int().nonnegative().default(0),
  demoAccounts: z.array(
    z.object({
      email: z.string(),
      password: z.string(),
      name: z.string(),
      roles: z.array(roleSchema),
      /** Of her second factor, base 32; null where she has none. */
      factorSecret: z.string().nullable().default(null),
    }),
  ),
})
export type About = z.infer<typeof aboutSchema>
