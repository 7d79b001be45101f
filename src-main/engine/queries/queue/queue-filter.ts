import { clockCondition } from '../clock/clock-filter.ts'
import type { ReviewClocks } from '../clock/review-clocks.ts'
import type { Desk } from '../desk.ts'
import type { Bindings } from '../window/statement-cache.ts'
import { stateNames } from '../window/window-sql.ts'
import type { Queue } from './queue.ts'
import { textFilter } from './text-filter.ts'

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

/** A filter in SQL over the row `r`. */
export interface FilterSql {
  /** Bound as `@state0` and on; none: the filter holds for no row at all. */
  readonly states: readonly string[]
  /** Conditions that let SQLite go straight to the rows that match. */
  readonly narrow: readonly string[]
  /** The same conditions, to be tried on each row of a walk in order; see queue-window.ts for the choice. */
  readonly walk: readonly string[]
  /** A common table expression the narrow conditions read, or ''. */
  readonly prelude: string
  readonly bindings: Bindings
  /** Whether `narrow` differs from a walk at all. */
  readonly selective: boolean
}

export function queueFilter(desk: Desk, queue: Queue, clocks: ReviewClocks, filter: QueueFilter): FilterSql {
  const always: string[] = []
  const bindings: Record<string, string | number | null> = {}
  const wanted: readonly string[] = filter.statuses.length === 0 ? queue.statuses : filter.statuses
  const states = [...new Set(wanted)].filter(
    (state) => filter.clock === 'any' || queue.onClock.includes(state),
  )
  for (const [index, name] of stateNames(states.length).entries())
    bindings[name.slice(1)] = states[index] ?? ''
  if (filter.marketplaces.length > 0) {
    const names = filter.marketplaces.map((marketplace, index) => {
      bindings[`marketplace${index}`] = marketplace
      return `@marketplace${index}`
    })
    always.push(`r.marketplace IN (${names.join(', ')})`)
  }
  if (filter.category !== null) {
    // Category ids stand side by side, parted by spaces.
    always.push(`instr(' ' || r.category || ' ', @category) > 0`)
    bindings.category = ` ${filter.category} `
  }
  if (filter.clock !== 'any') {
    const clock = clockCondition(filter.clock, clocks, desk.packs, queue.slaOf)
    always.push(clock.sql)
    Object.assign(bindings, clock.bindings)
  }
  const assigned = filter.assignee !== 'anyone' && filter.assignee !== 'nobody'
  if (filter.assignee === 'nobody') always.push('r.assignee IS NULL')
  if (assigned) {
    always.push('r.assignee = @assignee')
    bindings.assignee = filter.assignee === 'mine' ? desk.workspace.account.id : filter.assignee
  }
  const text = textFilter(queue.named, filter.text)
  return {
    states,
    narrow: [...always, ...(text === null ? [] : [text.narrow])],
    walk: [...always, ...(text === null ? [] : [text.walk])],
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    selective: assigned || text !== null,
  }
}
