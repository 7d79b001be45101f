import { clockCondition } from '../clock/clock-filter.ts'
import type { ReviewClocks } from '../clock/review-clocks.ts'
import type { QueryContext } from '../query-context.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { textFilter } from '../window/text-filter.ts'
import type { Queue } from './queue.ts'

/** What the filters of both queues have in common; empty lists mean "all". */
export interface QueueFilter {
  readonly statuses: readonly string[]
  readonly marketplaces: readonly string[]
  readonly category: string | null
  /** `anyone`, `mine`, `nobody` or an operator id. */
  readonly assignee: string
  readonly clock: 'any' | 'warn' | 'overdue'
  readonly text: string
}

export function queueFilter(
  context: QueryContext,
  queue: Queue,
  clocks: ReviewClocks,
  filter: QueueFilter,
): FilterSql {
  const always: string[] = []
  const wanted: readonly string[] = filter.statuses.length === 0 ? queue.statuses : filter.statuses
  const states = [...new Set(wanted)].filter(
    (state) => filter.clock === 'any' || queue.onClock.includes(state),
  )
  const bindings: Record<string, string | number | null> = bindStates(states)
  if (filter.marketplaces.length > 0) {
    always.push(among('marketplace', filter.marketplaces, bindings))
  }
  if (filter.category !== null) {
    // Category ids stand side by side, parted by spaces.
    always.push(`instr(' ' || r.category || ' ', @category) > 0`)
    bindings.category = ` ${filter.category} `
  }
  if (filter.clock !== 'any') {
    const clock = clockCondition(filter.clock, clocks)
    always.push(clock.sql)
    Object.assign(bindings, clock.bindings)
  }
  const assigned = filter.assignee !== 'anyone' && filter.assignee !== 'nobody'
  if (filter.assignee === 'nobody') always.push('r.assignee IS NULL')
  if (assigned) {
    always.push('r.assignee = @assignee')
    bindings.assignee = filter.assignee === 'mine' ? context.workspace.account.id : filter.assignee
  }
  const text = textFilter(queue.named, filter.text)
  return {
    states,
    narrow: [...always, ...(text === null ? [] : [text.narrow])],
    walk: [...always, ...(text === null ? [] : [text.walk])],
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    selective: assigned || text !== null,
    summed: filter.category === null && filter.assignee === 'anyone' && text === null,
  }
}
