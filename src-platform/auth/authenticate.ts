import type { Account } from '#shared/contracts/console-platform/session.ts'
import { now, type Platform } from '../platform.ts'
import { accountOn } from './operators.ts'
import { endSession } from './refresh.ts'
import { needsFactor } from './second-factor.ts'
import { hashOfToken } from './tokens.ts'

/** Who asks: read anew for each request, so that a change of roles or an end counts at once. */
export interface SignedIn {
  readonly sessionId: string
  readonly account: Account
}

/** The session of an `Authorization` header; null where it has none that is good now. */
export async function authenticate(
  platform: Platform,
  authorization: string | undefined,
): Promise<SignedIn | null> {
  const text = bearerOf(authorization)
  if (text === null) return null
  const { store } = platform
  const token = await store.token(hashOfToken(text))
  if (token === null || token.kind !== 'access' || token.expiresAt <= now(platform)) return null
  const session = await store.session(token.sessionId)
  if (session === null || session.endedAt !== null) return null
  const operator = await store.get('operator', session.operatorId)
  const account = await store.account(session.operatorId)
  if (operator === null || account === null || !operator.active) return null
  const asking = accountOn(operator, account, now(platform))
  // Given such a role, or its factor taken away, since she signed in: she signs in again and sets one up.
  if (account.factor === null && needsFactor(platform.secondFactor, asking.roles)) return null
  if (!session.newestSeen) await noteSeen(platform, session.id, token.parentHash)
  return { sessionId: session.id, account: asking }
}

export async function signOut(platform: Platform, sessionId: string): Promise<boolean> {
  return platform.store.write(async (transaction) => {
    const session = await transaction.session(sessionId)
    if (session === null || session.endedAt !== null) return false
    await endSession(platform, transaction, session, 'session.sign-out')
    return true
  })
}

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w.~+/-]{1,512}=*)$/.exec(authorization ?? '')?.[1] ?? null
}

/** The client has the newest tokens: the refresh token they were given for is no longer taken again. */
async function noteSeen(platform: Platform, sessionId: string, parentHash: string | null): Promise<void> {
  await platform.store.write(async (transaction) => {
    const session = await transaction.session(sessionId)
    const newest = session === null ? null : await transaction.token(session.refreshHash)
    if (session === null || newest === null || newest.parentHash !== parentHash) return
    await transaction.putSession({ ...session, newestSeen: true })
  })
}
