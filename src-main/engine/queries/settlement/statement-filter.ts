import type { SettlementFilter } from '#shared/contracts/console-engine/settlement.ts'
import { STATEMENT_STATUSES } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { textFilter } from '../window/text-filter.ts'

/** A draft that is no longer its month's is no more, though its records may be on their way out. */
export const IS_PRESENT = `(r.status <> 'draft' OR r.draftId = (SELECT m.draftId FROM settlement_month m WHERE m.id = r.monthId))`

/** The filter of the statements in SQL over the row `r`. */
export function statementFilter(filter: SettlementFilter): FilterSql {
  const states = filter.statuses.length === 0 ? STATEMENT_STATUSES : [...new Set(filter.statuses)]
  const bindings: Record<string, string | number | null> = bindStates(states)
  const text = textFilter(['name'], filter.text)
  const conditions: string[] = [IS_PRESENT]
  if (filter.marketplaces.length > 0) conditions.push(among('marketplace', filter.marketplaces, bindings))
  if (filter.months.length > 0) conditions.push(among('month', filter.months, bindings))
  return {
    states,
    narrow: [...conditions, ...(text === null ? [] : [text.narrow])],
    walk: [...conditions, ...(text === null ? [] : [text.walk])],
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    selective: text !== null,
    summed: false,
  }
}
