import { among, bindStates, type FilterSql } from './filter-sql.ts'
import { textFilter } from './text-filter.ts'

/** What a list of thousands is narrowed by; an empty list of states or marketplaces means all. */
interface RegisterFilter<State extends string> {
  readonly statuses: readonly State[]
  readonly marketplaces: readonly string[]
  readonly text: string
}

/** The filter of a list that is short enough to be sorted whole: by state, marketplace and the columns of names. */
export function registerFilter<State extends string>(
  filter: RegisterFilter<State>,
  allStates: readonly State[],
  named: readonly string[] = ['name'],
): FilterSql {
  const states = filter.statuses.length === 0 ? allStates : [...new Set(filter.statuses)]
  const bindings = bindStates(states)
  const text = textFilter(named, filter.text)
  const conditions = [
    ...(filter.marketplaces.length === 0 ? [] : [among('marketplace', filter.marketplaces, bindings)]),
    ...(text === null ? [] : [text.narrow]),
  ]
  return {
    states,
    narrow: conditions,
    walk: conditions,
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    // By state alone it is walked along its index: sorting would look at every row there is.
    selective: conditions.length > 0,
    summed: false,
  }
}
