import type { SessionTokens } from '#shared/contracts/console-platform/session.ts'
import { audit } from '../audit/audit-log.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import type { Session, SessionToken } from '../store/credentials.ts'
import type { StoreTransaction } from '../store/store.ts'
import { accountOn } from './operators.ts'
import { needsFactor } from './second-factor.ts'
import { hashOfToken, newToken } from './tokens.ts'

/** How long after its use a refresh token is taken once more from a client that lost the reply. */
const GRACE_MS = 60_000

/**
 * Changes a refresh token for new tokens, once; null means: sign in again. A spent token that comes back ends
 * its session, for someone else has a copy. The one exception is a lost reply: the token spent last is taken
 * once more within the grace, as long as neither of the tokens it was changed for was ever seen.
 */
export async function refresh(platform: Platform, text: string): Promise<SessionTokens | null> {
  const hash = hashOfToken(text)
  return platform.store.write(async (transaction) => {
    const token = await transaction.token(hash)
    if (token === null || token.kind !== 'refresh' || token.expiresAt <= now(platform)) return null
    const session = await transaction.session(token.sessionId)
    if (session === null || session.endedAt !== null) return null
    const operator = await transaction.get('operator', session.operatorId)
    const account = await transaction.account(session.operatorId)
    if (operator === null || account === null || !operator.active) return null
    const asking = accountOn(operator, account, now(platform))
    if (account.factor === null && needsFactor(platform.secondFactor, asking.roles)) return null

    if (token.spentAt !== null && !(await isLostReply(platform, transaction, session, token))) {
      await endSession(platform, transaction, session, 'session.reuse-ended')
      return null
    }
    const spentAt = token.spentAt ?? now(platform)
    await transaction.putToken({ ...token, spentAt, recovered: token.spentAt !== null })
    const tokens = await issueTokens(platform, transaction, session, hash)
    return { ...tokens, account: asking }
  })
}

async function isLostReply(
  platform: Platform,
  transaction: StoreTransaction,
  session: Session,
  spent: SessionToken,
): Promise<boolean> {
  if (spent.recovered || session.newestSeen || spent.spentAt === null) return false
  const newest = await transaction.token(session.refreshHash)
  const inGrace = now(platform) <= instantOf(Date.parse(spent.spentAt) + GRACE_MS)
  return inGrace && newest !== null && newest.parentHash === spent.hash && newest.spentAt === null
}

/** Gives a session new tokens. What was newest before and never used counts as spent from now on. */
export async function issueTokens(
  platform: Platform,
  transaction: StoreTransaction,
  session: Session,
  parentHash: string | null,
): Promise<Omit<SessionTokens, 'account'>> {
  const superseded = await transaction.token(session.refreshHash)
  if (superseded !== null && superseded.spentAt === null) {
    await transaction.putToken({ ...superseded, spentAt: now(platform), recovered: true })
  }
  const access = newToken(platform, 'access', session.id, parentHash)
  const next = newToken(platform, 'refresh', session.id, parentHash)
  await transaction.putToken(access.stored)
  await transaction.putToken(next.stored)
  await transaction.putSession({
    ...session,
    refreshHash: next.stored.hash,
    newestSeen: false,
    seenAt: now(platform),
  })
  return { accessToken: access.text, accessExpiresAt: access.stored.expiresAt, refreshToken: next.text }
}

export async function endSession(
  platform: Platform,
  transaction: StoreTransaction,
  session: Session,
  action: 'session.sign-out' | 'session.reuse-ended',
): Promise<void> {
  const at = now(platform)
  await transaction.putSession({ ...session, endedAt: at })
  await audit(transaction, { at, actor: session.operatorId, action })
}
