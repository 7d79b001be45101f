import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { HeldAccount } from '#shared/contracts/console-platform/accounts.ts'
import { rolesOn } from '#shared/contracts/console-platform/role-grants.ts'
import { now, type Platform } from '../platform.ts'
import { needsFactor } from './second-factor.ts'

/** Every account as an administrator sees it: what colleagues' records say nothing of. */
export async function listAccounts(platform: Platform): Promise<HeldAccount[]> {
  const { store, secondFactor } = platform
  const at = now(platform)
  const held: HeldAccount[] = []
  for (const account of await store.accounts()) {
    const { id, email, staffNumber, factor, invitation, lastSignInAt } = account
    const operator = await store.get('operator', id)
    if (operator === null) continue
    const needed = needsFactor(secondFactor, rolesOn(operator.grants, shanghaiDate(at)))
    const open = []
    for (const session of await store.openSessions(id)) {
      const token = await store.token(session.refreshHash)
      if (token !== null && token.expiresAt > at) open.push(session)
    }
    held.push({
      ...{ id, email, staffNumber, lastSignInAt },
      state: !operator.active ? 'deactivated' : account.passwordHash === null ? 'invited' : 'active',
      invitedUntil: invitation === null || invitation.expiresAt <= at ? null : invitation.expiresAt,
      secondFactor: factor !== null ? 'on' : needed ? 'missing' : 'off',
      recoveryCodesLeft: factor?.recovery.length ?? 0,
      sessions: open.map(({ id: session, device, startedAt, seenAt }) => ({
        ...{ id: session, device, startedAt },
        seenAt: seenAt ?? startedAt,
      })),
    })
  }
  return held
}
