import { firstOfMonth, type PlainMonth } from '#shared/calendar/plain-date.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { feesInMonth, feesOn } from '#shared/rules/fees/fees-on.ts'
import { recountByOrder } from './recount-by-order.ts'
import { recountByShare } from './recount-by-share.ts'
import { recountByTiers } from './recount-by-tiers.ts'
import type { MonthRecount } from './recount-sql.ts'

/**
 * How a month is reckoned once more in SQL, in the dialect that SQLite and PostgreSQL both take; null where no rules hold,
 * or where they cannot be put so: two free turnovers that are used up apart.
 * @param packs of one marketplace; orders go by the pack of their own day
 */
export function monthRecount(packs: readonly PolicyPack[], month: PlainMonth): MonthRecount | null {
  const rules = (feesInMonth(packs, month) ?? feesOn(packs, firstOfMonth(month)))?.fees.rules
  if (rules === undefined) return null
  switch (rules.model) {
    case 'per-order':
      return recountByOrder(packs, month)
    case 'monthly-tiers':
      return feesInMonth(packs, month) === null ? null : recountByTiers(rules, month)
    case 'provider-share':
      return recountByShare(packs, month)
  }
}
