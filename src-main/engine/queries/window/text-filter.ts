import { matchNames, wantedText } from '../../storage/cache/name-search.ts'
import type { Bindings } from './statement-cache.ts'

/** A text a person looks for, in SQL over the row `r`: among names that match, or tried on each row. */
export interface TextFilter {
  readonly prelude: string
  readonly narrow: string
  readonly walk: string
  readonly bindings: Bindings
}

/** The beginning of a ULID, long enough to be meant as one. */
const ID_PREFIX = /^[0-7][0-9A-HJKMNP-TV-Z]{5,25}$/
/** Sorts after every character of a ULID. */
const AFTER_ID = '~'

/** Sorts after every text that goes on from another. */
const AFTER_TEXT = '\u{10FFFF}'

/**
 * By names, of which any part is looked for, by the beginning of numbers and by that of an id. Null where the text holds
 * nothing to look for.
 */
export function textFilter(
  columns: readonly string[],
  text: string,
  numbers: readonly string[] = [],
): TextFilter | null {
  const names = matchNames(text)
  const looked = wantedText(text)
  if (names === null || looked === null) return null
  const bindings: Record<string, string> = { wanted: looked.wanted }
  const matching = names.sql().replaceAll('?', () => {
    const index = Object.keys(bindings).length - 1
    bindings[`name${index}`] = names.parameters[index] ?? ''
    return `@name${index}`
  })
  const byId = numbers.map((column) => `(r.${column} >= @numberFrom AND r.${column} < @numberTo)`)
  if (numbers.length > 0) {
    bindings.numberFrom = text.trim()
    bindings.numberTo = `${text.trim()}${AFTER_TEXT}`
  }
  const id = text.trim().toUpperCase()
  if (ID_PREFIX.test(id)) {
    byId.push('(r.id >= @idFrom AND r.id < @idTo)')
    bindings.idFrom = id
    bindings.idTo = `${id}${AFTER_ID}`
  }
  const either = (conditions: readonly string[]) => `(${[...conditions, ...byId].join(' OR ')})`
  return {
    prelude: `found(text, places) AS MATERIALIZED ${matching}`,
    narrow: either(columns.map((column) => `r.${column} IN (SELECT text FROM found)`)),
    walk: either(columns.map((column) => `instr(${looked.fold}(r.${column}), @wanted) > 0`)),
    bindings,
  }
}
