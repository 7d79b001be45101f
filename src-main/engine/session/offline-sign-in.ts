import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { hashPassword, verifyPassword } from '#node/password-hash.ts'
import { instantSchema } from '#shared/base/ids.ts'
import { type Account, accountSchema } from '#shared/contracts/console-platform/session.ts'
import type { SecretStore } from '../storage/keys/key-store.ts'
import type { Clock } from '../time/clock.ts'
import { Mutex } from '../time/mutex.ts'
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

type Kept = z.infer<typeof keptSchema>

/** When she signed in of whom the clock once said that it was too long ago: it stays so. */
const LONG_AGO = new Date(0).toISOString()

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
  /** The account as the platform knows it now, its roles above all; who is not kept is not kept by this. */
  keepAccount(account: Account): Promise<void>
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
  // Attempts are counted one after the other, however many come at once.
  const turns = new Mutex()

  async function keptOf(email: string): Promise<Kept | null> {
    const text = await secrets.get(nameOf(email))
    const parsed = text === null ? null : keptSchema.safeParse(parsedJson(text))
    return parsed?.success ? parsed.data : null
  }

  async function check(email: string, password: string): Promise<Account | null | 'unknown'> {
    const name = nameOf(email)
    const kept = await keptOf(email)
    if (kept === null) return 'unknown'
    const age = clock.now() - Date.parse(kept.signedInAt)
    if (age > kept.days * DAY_MS && kept.signedInAt !== LONG_AGO) {
      await secrets.put(name, JSON.stringify({ ...kept, signedInAt: LONG_AGO }))
    }
    // A clock that is put back does not make the days longer.
    if (age < 0 || age > kept.days * DAY_MS) throw new OfflineTooLong(kept.days)
    if (await verifyPassword(password, kept.passwordHash)) {
      if (kept.wrong > 0) await secrets.put(name, JSON.stringify({ ...kept, wrong: 0 }))
      return kept.account
    }
    const wrong = kept.wrong + 1
    if (wrong >= WRONG_LIMIT) await secrets.delete(name)
    else await secrets.put(name, JSON.stringify({ ...kept, wrong }))
    return null
  }

  return {
    keep: (password, account, days) =>
      turns.run(async () => {
        if (days === 0) return secrets.delete(nameOf(account.email))
        const passwordHash = await hashPassword(password, randomBytes)
        const signedInAt = new Date(clock.now()).toISOString()
        const kept: Kept = { account, passwordHash, signedInAt, days, wrong: 0 }
        return secrets.put(nameOf(account.email), JSON.stringify(kept))
      }),
    keepAccount: (account) =>
      turns.run(async () => {
        const kept = await keptOf(account.email)
        if (kept?.account.id !== account.id) return
        await secrets.put(nameOf(account.email), JSON.stringify({ ...kept, account }))
      }),
    forget: (email) => turns.run(() => secrets.delete(nameOf(email))),
    check: (email, password) => turns.run(() => check(email, password)),
  }
}
