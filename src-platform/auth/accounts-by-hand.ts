import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { now, type Platform } from '../platform.ts'
import { type IssuedInvitation, writeInvitation } from './invitations.ts'
import { normalEmail, putNewOperator } from './operators.ts'
import { endAllSessions } from './sessions.ts'

/** There is such an account, or there is none. */
export class AccountByHandError extends Error {
  override readonly name = 'AccountByHandError'
}

/**
 * Makes an account with an invitation, as the platform does by itself: how the first administrator comes to be.
 * @throws AccountByHandError where the address has one
 */
export async function addAccount(
  platform: Platform,
  { email, name, roles }: { readonly email: string; readonly name: string; readonly roles: readonly Role[] },
): Promise<IssuedInvitation> {
  return platform.store.write(async (transaction) => {
    const known = await transaction.accountByEmail(normalEmail(email))
    if (known !== null) throw new AccountByHandError(`${email}: 这个邮箱已有用户 has an account`)
    const id = platform.newId()
    await putNewOperator(platform, transaction, { id, name, email, roles, passwordHash: null })
    const account = await transaction.account(id)
    if (account === null) throw new AccountByHandError(`${email}: was not written`)
    return writeInvitation(platform, transaction, account, PLATFORM_ACTOR.id)
  })
}

/**
 * Gives an account a code for a new password, without the second factor it had: how an administrator comes back who was
 * the only one. Her sessions end, and the password she had holds no longer: alone it would let in whoever knows it.
 * @throws AccountByHandError where the address has none, or whose account was ended
 */
export async function resetAccount(platform: Platform, email: string): Promise<IssuedInvitation> {
  return platform.store.write(async (transaction) => {
    const account = await transaction.accountByEmail(normalEmail(email))
    if (account === null) throw new AccountByHandError(`${email}: 没有这个用户 has no account`)
    const operator = await transaction.get('operator', account.id)
    if (operator?.active !== true) throw new AccountByHandError(`${email}: 这个用户已停用 is deactivated`)
    const at = now(platform)
    await endAllSessions(transaction, account.id, at)
    if (account.factor !== null) {
      await audit(transaction, {
        ...{ at, actor: PLATFORM_ACTOR.id, action: 'user.reset-second-factor' },
        ...{ recordKind: 'operator', recordId: account.id },
      })
    }
    const open = {
      ...account,
      ...{ passwordHash: null, passwordBy: null, factor: null, offeredSecret: null, factorTakenBy: null },
    }
    return writeInvitation(platform, transaction, open, PLATFORM_ACTOR.id)
  })
}
