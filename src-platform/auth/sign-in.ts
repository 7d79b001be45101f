import { verifyPassword } from '#node/password-hash.ts'
import type { SecondFactorAsked } from '#shared/contracts/console-platform/accounts.ts'
import type { SignedIn } from '#shared/contracts/console-platform/session.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import type { Session } from '../store/credentials.ts'
import { accountOn, normalEmail } from './operators.ts'
import { issueTokens } from './refresh.ts'
import { type FactorVerdict, judgeFactor } from './second-factor.ts'
import { endAllSessions } from './sessions.ts'

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly tokens: SignedIn }
  | { readonly kind: 'refused' }
  /** The password is right; a code is asked besides. */
  | { readonly kind: 'second-factor'; readonly asked: SecondFactorAsked }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

interface Attempt {
  readonly email: string
  readonly password: string
  /** Of the second factor; none where she was not asked yet. */
  readonly code?: string | undefined
  readonly device: string
  /** Network address the attempt comes from. */
  readonly address: string
}

/** Opens a session. An unknown address costs the same work as a wrong password and is answered alike. */
export async function signIn(platform: Platform, attempt: Attempt): Promise<SignInResult> {
  const email = normalEmail(attempt.email)
  const { signInLimits: limits } = platform
  const from = { email, address: attempt.address }
  const wait = limits.take(from, platform.clock())
  if (wait > 0) return { kind: 'throttled', retryAfterSeconds: wait }

  const found = await platform.store.accountByEmail(email)
  const right = await verifyPassword(attempt.password, found?.passwordHash ?? null)
  if (!right || found === null) return { kind: 'refused' }
  limits.passwordRight(from)
  const waitForCode = attempt.code === undefined ? 0 : limits.takeCode(from, platform.clock())
  if (waitForCode > 0) return { kind: 'throttled', retryAfterSeconds: waitForCode }
  const result = await openSession(platform, found.id, found.passwordHash, attempt)
  if (result.kind === 'signed-in') limits.signedIn(from, platform.clock())
  return result
}

/** Judges the second factor and opens the session in one transaction, so that a code is good once. */
async function openSession(
  platform: Platform,
  operatorId: string,
  passwordHash: string | null,
  { code, device }: Attempt,
): Promise<SignInResult> {
  const at = now(platform)
  return platform.store.write(async (transaction): Promise<SignInResult> => {
    const operator = await transaction.get('operator', operatorId)
    const account = await transaction.account(operatorId)
    if (operator === null || account === null || !operator.active) return { kind: 'refused' }
    if (account.passwordHash !== passwordHash) return { kind: 'refused' }
    const asking = accountOn(operator, account, at)
    const verdict = judgeFactor(platform, account, asking.roles, code?.trim() || null)
    if (verdict.kind !== 'proven') {
      if (verdict.kind === 'set-up') await transaction.putAccount(verdict.account)
      return { kind: 'second-factor', asked: askedOf(verdict) }
    }
    await transaction.putAccount({ ...verdict.account, lastSignInAt: at })
    await transaction.forgetTokens(at)
    await audit(transaction, { at, actor: account.id, action: 'session.sign-in' })
    if (account.factor === null && verdict.account.factor !== null) {
      // Whoever is signed in by the password alone stays out: the new factor does not speak for that session.
      await endAllSessions(transaction, account.id, at)
      await audit(transaction, {
        ...{ at, actor: account.id, action: 'user.set-up-second-factor' },
        ...{ recordKind: 'operator', recordId: account.id },
      })
    }
    const session: Session = {
      id: platform.newId(),
      operatorId: account.id,
      device,
      startedAt: at,
      seenAt: at,
      endedAt: null,
      refreshHash: '',
      newestSeen: false,
    }
    const tokens = await issueTokens(platform, transaction, session, null)
    const recoveryCodes = [...verdict.recoveryCodes]
    return { kind: 'signed-in', tokens: { ...tokens, account: asking, recoveryCodes } }
  })
}

function askedOf(verdict: Exclude<FactorVerdict, { kind: 'proven' }>): SecondFactorAsked {
  switch (verdict.kind) {
    case 'needed':
    case 'wrong':
      return { state: verdict.kind, secret: null, uri: null }
    case 'set-up': {
      const { secret, uri, wrong } = verdict
      return { state: wrong ? 'set-up-wrong' : 'set-up', secret, uri }
    }
  }
}
