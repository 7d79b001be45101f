import type { Bindings } from './statement-cache.ts'

/** A filter in SQL over the row `r`. */
export interface FilterSql {
  /** Bound as `@state0` and on; none: the filter holds for no row at all. */
  readonly states: readonly string[]
  /** Conditions that let SQLite go straight to the rows that match. */
  readonly narrow: readonly string[]
  /** The same conditions, to be tried on each row of a walk in order; see read-window.ts for the choice. */
  readonly walk: readonly string[]
  /** A common table expression the narrow conditions read, or ''. */
  readonly prelude: string
  readonly bindings: Bindings
  /** Whether `narrow` differs from a walk at all. */
  readonly selective: boolean
  /** Whether the conditions ask for state, marketplace and due day only. */
  readonly summed: boolean
}

/** The values of `@state0` and on. */
export function bindStates(states: readonly string[]): Record<string, string | number | null> {
  return Object.fromEntries(states.map((state, index) => [`state${index}`, state]))
}

/** `column IN (...)`; the values are added to `bindings`. */
export function among(
  column: string,
  values: readonly string[],
  bindings: Record<string, string | number | null>,
): string {
  const names = values.map((value, index) => {
    bindings[`${column}${index}`] = value
    return `@${column}${index}`
  })
  return `r.${column} IN (${names.join(', ')})`
}
