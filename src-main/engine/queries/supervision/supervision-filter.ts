import { addDays } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { SupervisionFilter } from '#shared/contracts/console-engine/supervisions.ts'
import { WAITING_STATES } from '#shared/rules/supervision/waiting-for.ts'
import type { QueryContext } from '../query-context.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { textFilter } from '../window/text-filter.ts'

/** Provider or buyer have been waited for since before `@lateBefore`. */
export const IS_LATE = "(r.waitsFor IN ('provider', 'buyer') AND r.since < @lateBefore)"

/** What is waited for since before this instant is late. */
export function lateBefore(context: QueryContext): string {
  const days = context.controls('supervision-late-days', context.today)
  return startOfShanghaiDay(addDays(context.today, -days))
}

/** The filter of the supervised orders in SQL over the row `r`. */
export function supervisionFilter(context: QueryContext, filter: SupervisionFilter): FilterSql {
  const states = filter.statuses.length === 0 ? WAITING_STATES : [...new Set(filter.statuses)]
  const bindings: Record<string, string | number | null> = bindStates(states)
  const text = textFilter(['name', 'productName'], filter.text, ['number'])
  const conditions: string[] = []
  if (filter.marketplaces.length > 0) conditions.push(among('marketplace', filter.marketplaces, bindings))
  if (filter.waitsFor.length > 0) conditions.push(among('waitsFor', filter.waitsFor, bindings))
  const { providerId, listingId, productName } = filter
  const billedIn = filter.billedIn === 'none' ? null : filter.billedIn
  for (const [column, value] of Object.entries({ providerId, listingId, productName, billedIn })) {
    if (value === null) continue
    conditions.push(`r.${column} = @${column}Is`)
    bindings[`${column}Is`] = value
  }
  if (filter.billedIn === 'none') conditions.push("r.status = 'completed' AND r.billedIn IS NULL")
  if (filter.late) {
    conditions.push(IS_LATE)
    bindings.lateBefore = lateBefore(context)
  }
  if (text !== null) conditions.push(text.walk)
  return {
    states,
    ...{ narrow: conditions, walk: conditions, prelude: '' },
    bindings: { ...bindings, ...text?.bindings },
    ...{ selective: true, summed: false },
  }
}
