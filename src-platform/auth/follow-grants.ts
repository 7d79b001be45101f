import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Operator } from '#shared/contracts/console-platform/records/operator.ts'
import { rolesOn } from '#shared/contracts/console-platform/role-grants.ts'
import { audit } from '../audit/audit-log.ts'
import { PLATFORM_ACTOR } from '../commands/ruling.ts'
import { now, type Platform } from '../platform.ts'

/** Looks at the clock as often; what a record says is for colleagues, and nobody's rights hang on it. */
const EVERY_MS = 60_000

/** Writes the roles that began or ended with the day into the records that colleagues see. Answers how many. */
export async function followGrants(platform: Pick<Platform, 'store' | 'clock'>): Promise<number> {
  const at = now(platform)
  const today = shanghaiDate(at)
  const behind = (await platform.store.ofProvider('operator', '', '')).filter((one) => isBehind(one, today))
  if (behind.length === 0) return 0
  return platform.store.write(async (transaction) => {
    let followed = 0
    for (const { id } of behind) {
      const before = await transaction.get('operator', id)
      if (before === null || !isBehind(before, today)) continue
      const roles = rolesOn(before.grants, today)
      const after: Operator = { ...before, version: before.version + 1, roles, updatedAt: at }
      await transaction.put('operator', after)
      await audit(transaction, {
        ...{ at, actor: PLATFORM_ACTOR.id, action: 'user.follow-grants' },
        ...{ recordKind: 'operator', recordId: id, before, after },
      })
      followed += 1
    }
    return followed
  })
}

function isBehind({ roles, grants }: Operator, today: string): boolean {
  const held = rolesOn(grants, today)
  return held.length !== roles.length || held.some((role) => !roles.includes(role))
}

/** Follows once a day, at the first look at the clock after midnight in Beijing, until the answer is called. */
export function followGrantsByTheClock(platform: Pick<Platform, 'store' | 'clock'>): () => void {
  let followed: string | null = null
  const look = () => {
    const today = shanghaiDate(now(platform))
    if (followed === today) return
    followed = today
    void followGrants(platform).catch((error: unknown) => {
      console.error('roles could not follow their days:', error)
      followed = null
    })
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
