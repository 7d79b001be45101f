import type { SessionTokens } from '#shared/contracts/console-platform/session.ts'
import { audit } from '../audit/audit-log.ts'
import { now, type Platform } from '../platform.ts'
import type { Session } from '../store/credentials.ts'
import { normalEmail } from './operators.ts'
import { verifyPassword } from './password-hash.ts'
import { issueTokens } from './refresh.ts'

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly tokens: SessionTokens }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

interface Attempt {
  readonly email: string
  readonly password: string
  readonly device: string
  /** Network address the attempt comes from. */
  readonly address: string
}

/** Opens a session. An unknown address costs the same work as a wrong password and is answered alike. */
export async function signIn(platform: Platform, attempt: Attempt): Promise<SignInResult> {
  const email = normalEmail(attempt.email)
  const { account: byAccount, address: byAddress } = platform.throttles
  const wait = byAddress.take(attempt.address, platform.clock()) || byAccount.take(email, platform.clock())
  if (wait > 0) return { kind: 'throttled', retryAfterSeconds: wait }

  const account = await platform.store.accountByEmail(email)
  const right = await verifyPassword(attempt.password, account?.passwordHash ?? null)
  const operator = account === null ? null : await platform.store.get('operator', account.id)
  if (!right || account === null || operator === null || !operator.active) return { kind: 'refused' }
  byAccount.forgive(email)
  byAddress.forgive(attempt.address)

  const at = now(platform)
  const session: Session = {
    id: platform.newId(),
    operatorId: account.id,
    device: attempt.device,
    startedAt: at,
    endedAt: null,
    refreshHash: '',
    newestSeen: false,
  }
  const tokens = await platform.store.write(async (transaction) => {
    await transaction.forgetTokens(at)
    await audit(transaction, { at, actor: account.id, action: 'session.sign-in' })
    return issueTokens(platform, transaction, session, null)
  })
  const { id, name, roles } = operator
  return { kind: 'signed-in', tokens: { ...tokens, account: { id, name, email: account.email, roles } } }
}
