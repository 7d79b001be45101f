import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { textFilter } from '../window/text-filter.ts'

interface RowFilter {
  readonly states: readonly string[]
  readonly marketplaces: readonly string[]
  /** Columns that hold exactly this; null asks for nothing. */
  readonly equal: Readonly<Record<string, string | null>>
  /** Columns of instants that lie on these days in Beijing, both included; null is open. */
  readonly days: Readonly<Record<string, { readonly from: PlainDate | null; readonly to: PlainDate | null }>>
  readonly named: readonly string[]
  readonly text: string
}

/** The filter of the rows behind a board in SQL over the row `r`. */
export function rowFilter({ states, marketplaces, equal, days, named, text: wanted }: RowFilter): FilterSql {
  const bindings: Record<string, string | number | null> = bindStates(states)
  const conditions: string[] = []
  if (marketplaces.length > 0) conditions.push(among('marketplace', marketplaces, bindings))
  for (const [column, value] of Object.entries(equal)) {
    if (value === null) continue
    conditions.push(`r.${column} = @${column}Is`)
    bindings[`${column}Is`] = value
  }
  for (const [column, { from, to }] of Object.entries(days)) {
    if (from !== null) {
      conditions.push(`r.${column} >= @${column}From`)
      bindings[`${column}From`] = startOfShanghaiDay(from)
    }
    if (to !== null) {
      conditions.push(`r.${column} < @${column}Before`)
      bindings[`${column}Before`] = startOfShanghaiDay(addDays(to, 1))
    }
  }
  const text = textFilter(named, wanted)
  return {
    states,
    narrow: [...conditions, ...(text === null ? [] : [text.narrow])],
    walk: [...conditions, ...(text === null ? [] : [text.walk])],
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    // A provider, product or name has an index of its own; the days alone are what is walked.
    selective: text !== null || Object.values(equal).some((value) => value !== null),
    summed: false,
  }
}
