import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { addWorkingDays } from '#shared/calendar/working-calendar.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Platform } from '../platform.ts'

/** The last day of a review that starts now, by the pack in force; null where it states none. */
export function dueDate(
  { policies }: Pick<Platform, 'policies'>,
  marketplace: string,
  at: string,
  slaOf: (pack: PolicyPack) => { readonly workingDays: number } | null,
): PlainDate | null {
  const today = shanghaiDate(at)
  const pack = packInForce(policies.packs, marketplace, today)
  const sla = pack === null ? null : slaOf(pack)
  return sla === null ? null : addWorkingDays(policies.calendar, today, sla.workingDays).date
}
