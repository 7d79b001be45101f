import { canonicalJson } from '../base/canonical-json.ts'

/** What of a rule differs: its own words, ours, a figure or day it works with, or anything else it says. */
export const DIFFERENCE_ABOUTS = ['rule', 'quote', 'summary', 'figure', 'words'] as const
export type DifferenceAbout = (typeof DIFFERENCE_ABOUTS)[number]

/** Something that one pack says and the other does not, or says otherwise. */
export interface PackDifference {
  /** Ids from the outside in, as `admission.conditions.staff.cases.general.check.atLeast`. */
  readonly place: string
  readonly about: DifferenceAbout
  /** Null where it was not there. */
  readonly before: string | null
  /** Null where it is not there any more. */
  readonly after: string | null
}

/** What names an entry of a list, the first that it has. */
const NAMES = ['id', 'key', 'kind', 'ground', 'mode', 'type', 'name', 'language'] as const
/** An amount, a count or a day. */
const FIGURE = /^-?\d[\d.,-]*$/

/**
 * Everything in which two packs differ, in the order of the second; entries of lists are known by their ids, so that one
 * put in between moves nothing. A whole entry that is new or gone is one difference. Pure.
 */
export function packDifferences(before: unknown, after: unknown, place = ''): PackDifference[] {
  const one = entriesOf(before)
  const other = entriesOf(after)
  if (one === null || other === null) {
    const [from, to] = [told(before), told(after)]
    return from === to ? [] : [{ place, about: aboutOf(place, after ?? before), before: from, after: to }]
  }
  const names = [...other.keys(), ...[...one.keys()].filter((name) => !other.has(name))]
  return names.flatMap((name) =>
    packDifferences(one.get(name), other.get(name), place === '' ? name : `${place}.${name}`),
  )
}

/** The parts of an object by key, those of a list of objects by their names; null of anything that is told as it is. */
function entriesOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value))
  if (value.length === 0 || !value.every((each) => typeof each === 'object' && each !== null)) return null
  const entries = new Map<string, unknown>()
  for (const [at, each] of value.entries()) {
    const name = nameOf(each) ?? String(at)
    entries.set(entries.has(name) ? `${name}#${at}` : name, each)
  }
  return entries
}

function nameOf(entry: object): string | null {
  for (const key of NAMES) {
    const value: unknown = Reflect.get(entry, key)
    if (typeof value === 'string') return value
  }
  return null
}

/** Null where there is nothing: a key that is left out says what one with null says. */
function told(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : canonicalJson(value)
}

function aboutOf(place: string, value: unknown): DifferenceAbout {
  const key = place.slice(place.lastIndexOf('.') + 1)
  if (key === 'quote' || key === 'summary') return key
  if (typeof value === 'number' || (typeof value === 'string' && FIGURE.test(value))) return 'figure'
  return typeof value === 'string' ? 'words' : 'rule'
}
