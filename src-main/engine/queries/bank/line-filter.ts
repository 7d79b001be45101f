import type { LineFilter } from '#shared/contracts/console-engine/bank-lines.ts'
import { LINE_STATUSES } from '#shared/contracts/console-platform/records/bank-line.ts'
import { parseYuan } from '#shared/money/yuan.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'

/** Sorts after every time of a day. */
const END_OF_DAY = '~'

/** The filter of the workbench in SQL over the row `r`. */
export function lineFilter(filter: LineFilter): FilterSql {
  const states = filter.statuses.length === 0 ? LINE_STATUSES : [...new Set(filter.statuses)]
  const bindings: Record<string, string | number | null> = bindStates(states)
  const conditions: string[] = []
  if (filter.accounts.length > 0) conditions.push(among('accountId', filter.accounts, bindings))
  if (filter.directions.length === 1)
    conditions.push(filter.directions[0] === 'in' ? 'r.effect > 0' : 'r.effect < 0')
  if (filter.kinds.length > 0) conditions.push(ofKinds(filter.kinds, bindings))
  if (filter.from !== null) {
    conditions.push('r.chronology >= @from')
    bindings.from = filter.from
  }
  if (filter.to !== null) {
    conditions.push('r.chronology < @to')
    bindings.to = `${filter.to}${END_OF_DAY}`
  }
  if (filter.confidences.length > 0) {
    const values = filter.confidences.map((confidence, index) => {
      bindings[`confidence${index}`] = confidence
      return `@confidence${index}`
    })
    conditions.push(`r.id IN (SELECT id FROM line_confidence WHERE confidence IN (${values.join(', ')}))`)
  }
  const text = filter.text.trim()
  if (text !== '') conditions.push(saying(text, bindings))
  return {
    states,
    narrow: conditions,
    walk: conditions,
    prelude: '',
    bindings,
    // A text or kind may stand in no line at all: then nothing is to be walked in order.
    selective: text !== '' || filter.kinds.length > 0 || filter.confidences.length > 0,
    summed: false,
  }
}

/** `matchedKinds` holds whole words between blanks. */
function ofKinds(kinds: LineFilter['kinds'], bindings: Record<string, string | number | null>): string {
  const each = kinds.map((kind, index) => {
    bindings[`kind${index}`] = ` ${kind} `
    return `instr(' ' || r.matchedKinds || ' ', @kind${index}) > 0`
  })
  return `(${each.join(' OR ')})`
}

/** The text in what names or describes the line; an amount finds lines of that amount as well. */
function saying(text: string, bindings: Record<string, string | number | null>): string {
  bindings.text = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  const columns = ['counterpartyName', 'narrative', 'counterpartyAccount']
  const either = columns.map((column) => `r.${column} LIKE @text ESCAPE '\\'`)
  const amount = parseYuan(text)
  if (amount !== null) {
    either.push('abs(r.effect) = @amount')
    bindings.amount = Math.abs(amount)
  }
  return `(${either.join(' OR ')})`
}
