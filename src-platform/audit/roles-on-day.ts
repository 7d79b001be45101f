import { z } from 'zod'
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import { grantsSchema } from '#shared/contracts/console-platform/records/operator.ts'
import { rolesOn } from '#shared/contracts/console-platform/role-grants.ts'
import { ROLES, type Role, roleSchema } from '#shared/contracts/console-platform/roles.ts'
import type { HeldRoles } from '#shared/contracts/console-platform/roles-on-day.ts'
import type { StoreReader } from '../store/store.ts'

/** Entries read at a time. */
const AT_ONCE = 500

/** A colleague's record as the log keeps it; before roles had days it had no grants. */
const keptSchema = z.object({
  name: z.string(),
  active: z.boolean(),
  roles: z.array(roleSchema),
  grants: grantsSchema.optional(),
})

/**
 * What everybody could act as on a day in Beijing: by the records of colleagues as the audit log keeps them, for what a record
 * says now may have been changed since. Who came before the log kept records is told by what hers says now.
 */
export async function rolesOnDay(
  store: Pick<StoreReader, 'auditBelow' | 'auditSide' | 'ofProvider'>,
  day: PlainDate,
): Promise<HeldRoles[]> {
  const [start, before] = [startOfShanghaiDay(day), startOfShanghaiDay(addDays(day, 1))]
  const people = new Map<string, HeldRoles>()
  /** Those the log names at all by then. */
  const told = new Set<string>()
  /** Those of whom it is known what they held when the day began. */
  const whole = new Set<string>()
  for (let below: number | null = null; ; ) {
    const page = await store.auditBelow({ kind: 'operator', before }, below, AT_ONCE)
    for (const { sequence, at, recordId: id, afterHash } of page) {
      if (id !== null) told.add(id)
      if (id === null || afterHash === null || whole.has(id)) continue
      const side = await store.auditSide(afterHash)
      const kept = side === null ? null : keptSchema.safeParse(JSON.parse(side))
      if (!kept?.success) continue
      people.set(id, withState(people.get(id), { id, name: kept.data.name, sequence }, held(kept.data, day)))
      if (at < start) whole.add(id)
    }
    const last = page.at(-1)
    if (last === undefined || page.length < AT_ONCE) break
    below = last.sequence
  }
  for (const operator of await store.ofProvider('operator', '', '')) {
    const { id, name } = operator
    if (people.has(id)) continue
    const cameLater =
      !told.has(id) && (await store.auditBelow({ kind: 'operator', recordId: id }, null, 1)).length > 0
    if (cameLater) continue
    people.set(id, { id, name, roles: held(operator, day), changed: false, sequence: null })
  }
  return [...people.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** What was found of a later time of the day, with what held before. */
function withState(
  later: HeldRoles | undefined,
  { id, name, sequence }: { readonly id: string; readonly name: string; readonly sequence: number },
  roles: readonly Role[],
): HeldRoles {
  if (later === undefined) return { id, name, roles: [...roles], changed: false, sequence }
  const all = ROLES.filter((role) => roles.includes(role) || later.roles.includes(role))
  const isSame = all.length === roles.length && all.length === later.roles.length
  return { ...later, roles: all, changed: later.changed || !isSame }
}

function held({ active, roles, grants }: z.infer<typeof keptSchema>, day: PlainDate): Role[] {
  if (!active) return []
  return grants === undefined ? roles : rolesOn(grants, day)
}
