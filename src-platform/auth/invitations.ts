import { hashPassword } from '#node/password-hash.ts'
import { audit } from '../audit/audit-log.ts'
import { samePerson } from '../commands/same-person.ts'
import { instantOf, now, type Platform } from '../platform.ts'
import type { Account } from '../store/credentials.ts'
import type { StoreTransaction } from '../store/store.ts'
import { hashOfOneTimeCode, newOneTimeCode } from './one-time-codes.ts'
import { normalEmail } from './operators.ts'
import { endAllSessions } from './sessions.ts'

const GOOD_FOR_MS = 7 * 86_400_000
/** 100 bits. */
const GROUPS = 4

/** A code with which a password may be set, once. It is shown now and kept nowhere. */
export interface IssuedInvitation {
  readonly code: string
  readonly expiresAt: string
}

export type IssueTrouble = 'unknown-record' | 'own-account' | 'same-person'

/**
 * Gives out a code for a new account, or for a new password; the one before is good no longer. Who took somebody's second
 * factor away does not do this as well: with both she could sign in as that person.
 */
export async function issueInvitation(
  platform: Platform,
  actor: string,
  operatorId: string,
): Promise<IssuedInvitation | IssueTrouble> {
  return platform.store.write(async (transaction) => {
    const operator = await transaction.get('operator', operatorId)
    const account = await transaction.account(operatorId)
    if (operator === null || account === null || !operator.active) return 'unknown-record'
    if (await samePerson(transaction, operatorId, actor)) return 'own-account'
    const { factorTakenBy } = account
    if (factorTakenBy !== null && (await samePerson(transaction, factorTakenBy, actor))) return 'same-person'
    return writeInvitation(platform, transaction, account, actor)
  })
}

/** Writes a new invitation down, and that it was given out. */
export async function writeInvitation(
  platform: Pick<Platform, 'clock' | 'randomBytes'>,
  transaction: StoreTransaction,
  account: Account,
  actor: string,
): Promise<IssuedInvitation> {
  const code = newOneTimeCode(platform, GROUPS)
  const expiresAt = instantOf(platform.clock() + GOOD_FOR_MS)
  const at = now(platform)
  const invitation = { hash: hashOfOneTimeCode(code), expiresAt, by: actor }
  await transaction.putAccount({ ...account, invitation })
  await audit(transaction, {
    ...{ at, actor, action: 'user.issue-invitation', recordKind: 'operator', recordId: account.id },
  })
  return { code, expiresAt }
}

export type AcceptResult =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number }

/**
 * Sets the password of an account by its invitation, which is spent with that; all its sessions end. It opens none: she
 * signs in with it, by her second factor where she has one. Whatever is wrong is answered alike.
 */
export async function acceptInvitation(
  platform: Platform,
  given: {
    readonly email: string
    readonly code: string
    readonly password: string
    readonly address: string
  },
): Promise<AcceptResult> {
  const email = normalEmail(given.email)
  const from = { email, address: given.address }
  const wait = platform.signInLimits.take(from, platform.clock())
  if (wait > 0) return { kind: 'throttled', retryAfterSeconds: wait }
  // Worked out for whoever asks: how long it takes tells nothing.
  const passwordHash = await hashPassword(given.password, platform.randomBytes)
  const at = now(platform)
  return platform.store.write(async (transaction): Promise<AcceptResult> => {
    const account = await transaction.accountByEmail(email)
    const operator = account === null ? null : await transaction.get('operator', account.id)
    const invitation = account?.invitation ?? null
    if (account === null || operator === null || !operator.active || invitation === null) {
      return { kind: 'refused' }
    }
    if (invitation.hash !== hashOfOneTimeCode(given.code) || invitation.expiresAt <= at) {
      return { kind: 'refused' }
    }
    // A secret that was shown to who had the former password is offered to nobody any more.
    const passwordBy = account.factor === null ? null : invitation.by
    await transaction.putAccount({
      ...account,
      ...{ passwordHash, passwordBy, invitation: null, offeredSecret: null },
    })
    await endAllSessions(transaction, account.id, at)
    await audit(transaction, {
      ...{ at, actor: account.id, action: 'user.accept-invitation' },
      ...{ recordKind: 'operator', recordId: account.id },
    })
    platform.signInLimits.passwordRight(from)
    return { kind: 'accepted' }
  })
}
