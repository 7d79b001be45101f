import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { hashPassword, verifyPassword } from '#node/password-hash.ts'
import { instantSchema } from '#shared/base/ids.ts'
import { type Account, accountSchema } from '#shared/contracts/console-platform/session.ts'
import type { SecretStore } from '../storage/keys/key-store.ts'
import type { Clock } from '../time/clock.ts'
import { parsedJson } from './kept-session.ts'

const DAY_MS = 86_400_000
/** After so many wrong passwords the platform has to be asked. */
const WRONG_LIMIT = 5

const keptSchema = z.object({
  account: accountSchema,
  /** See src-node/password-hash.ts. */
  passwordHash: z.string(),
  signedInAt: instantSchema,
  days: z.int().positive(),
  wrong: z.int().nonnegative(),
})

/** She was signed in here too long ago to be let in while the platform does not answer. */
export class OfflineTooLong extends Error {
  override readonly name = 'OfflineTooLong'
  readonly days: number

  constructor(days: number) {
    super(`last signed in more than ${days} days ago`)
    this.days = days
  }
}

export interface OfflineSignIns {
  /** Keeps what tells the right password, beside the key of the databases; for no days nothing. */
  keep(password: string, account: Account, days: number): Promise<void>
  forget(email: string): Promise<void>
  /**
   * Who signs in with this password; null where it is wrong, `unknown` where nobody of that address signed in here.
   * @throws OfflineTooLong
   */
  check(email: string, password: string): Promise<Account | null | 'unknown'>
}

/** Lets people in whom this computer knows while the platform does not answer. */
export function createOfflineSignIns(setting: {
  readonly platformUrl: string
  readonly secrets: SecretStore
  readonly clock: Clock
}): OfflineSignIns {
  const { platformUrl, secrets, clock } = setting
  const nameOf = (email: string) =>
    `offline-${createHash('sha256').update(`${platformUrl}\n${email.trim().toLowerCase()}`).digest('hex').slice(0, 32)}`
  return {
    keep: async (password, account, days) => {
      if (days === 0) return secrets.delete(nameOf(account.email))
      const passwordHash = await hashPassword(password, randomBytes)
      const signedInAt = new Date(clock.now()).toISOString()
      const kept: z.infer<typeof keptSchema> = { account, passwordHash, signedInAt, days, wrong: 0 }
      return secrets.put(nameOf(account.email), JSON.stringify(kept))
    },
    forget: (email) => secrets.delete(nameOf(email)),
    check: async (email, password) => {
      const name = nameOf(email)
      const text = await secrets.get(name)
      const parsed = text === null ? null : keptSchema.safeParse(parsedJson(text))
      if (!parsed?.success) return 'unknown'
      const kept = parsed.data
      const age = clock.now() - Date.parse(kept.signedInAt)
      // A clock that was put back does not make the days longer.
      if (age < 0 || age > kept.days * DAY_MS) throw new OfflineTooLong(kept.days)
      if (await verifyPassword(password, kept.passwordHash)) {
        if (kept.wrong > 0) await secrets.put(name, JSON.stringify({ ...kept, wrong: 0 }))
        return kept.account
      }
      const wrong = kept.wrong + 1
      if (wrong >= WRONG_LIMIT) await secrets.delete(name)
      else await secrets.put(name, JSON.stringify({ ...kept, wrong }))
      return null
    },
  }
}
