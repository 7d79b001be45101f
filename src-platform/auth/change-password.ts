import { hashPassword, verifyPassword } from '#node/password-hash.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import type { SignedIn } from './authenticate.ts'
import { endAllSessions } from './sessions.ts'

export type ChangeResult =
  | { readonly kind: 'changed' }
  /** The present password is another one. */
  | { readonly kind: 'wrong-password' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

/**
 * Changes the password of who is signed in, who proves that she knows the present one; guesses of it count with those of her
 * sign-in. Her other sessions end, and an invitation that is out is spent: neither was given to who knows the new one.
 */
export async function changePassword(
  platform: Platform,
  { sessionId, account: { id, email } }: SignedIn,
  given: { readonly current: string; readonly next: string; readonly address: string },
): Promise<ChangeResult> {
  const from = { email, address: given.address }
  const wait = platform.signInLimits.take(from, platform.clock())
  if (wait > 0) return { kind: 'throttled', retryAfterSeconds: wait }
  const before = (await platform.store.account(id))?.passwordHash ?? null
  if (!(await verifyPassword(given.current, before))) return { kind: 'wrong-password' }
  platform.signInLimits.passwordRight(from)
  const passwordHash = await hashPassword(given.next, platform.randomBytes)
  const at = now(platform)
  return platform.store.write(async (transaction): Promise<ChangeResult> => {
    const account = await transaction.account(id)
    // Changed while this was worked out.
    if (account === null || account.passwordHash !== before) return { kind: 'wrong-password' }
    await transaction.putAccount({ ...account, passwordHash, invitation: null, offeredSecret: null })
    await endAllSessions(transaction, id, at, sessionId)
    await audit(transaction, {
      ...{ at, actor: id, action: 'user.change-password' },
      ...{ recordKind: 'operator', recordId: id },
    })
    return { kind: 'changed' }
  })
}
