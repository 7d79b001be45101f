import type { Bilingual } from '../base/bilingual.ts'
import { canonicalJson } from '../base/canonical-json.ts'
import { type Labelled, NOTHING, type Value } from './value.ts'
import { isNothing } from './value-text.ts'

/** By what people and records are called here; null where they are not known. */
export interface Names {
  readonly person: (id: string) => string | null
  /** `kind` is a kind of record of the contract. */
  readonly record: (kind: string, id: string) => string | null
  readonly marketplace: (key: string) => Bilingual | null
  /** What the rules of the record's marketplace call something by its id. */
  readonly entry: (list: PackList, id: string) => Bilingual | null
}

/** What the rules of a marketplace have names for; a reason is a rule, or a sentence ready to be given. */
export type PackList = 'category' | 'document' | 'agreement' | 'question' | 'reason'

/** A field that differs between two versions. */
export interface Change {
  readonly label: Bilingual
  readonly seen: Value
  readonly current: Value
}

type Says<T> = (value: T, names: Names) => Value

/** How a field is said, and how two versions of it are compared. */
export interface Field<T> {
  readonly tell: (value: T, names: Names) => readonly Labelled[]
  readonly compare: (seen: T, current: T, names: Names) => readonly Change[]
}

/** How each field of a thing is said, in the order of reading. The compiler asks for every one. */
export type Description<T> = { readonly [F in keyof T]-?: Field<T[F]> }

/** A field of which nothing is said to a person. */
export const UNSAID: Field<unknown> = { tell: () => [], compare: () => [] }

/** A field said as a whole. */
export function field<T>(label: Bilingual, says: Says<T>): Field<T> {
  return {
    tell: (value, names) => [{ label, value: says(value, names) }],
    compare: (seen, current, names) =>
      same(seen, current) ? [] : [{ label, seen: says(seen, names), current: says(current, names) }],
  }
}

/** A field that has fields of its own, said each for itself; none of them where it is null. `under` goes before each. */
export function parts<T extends object>(description: Description<T>, under?: Bilingual): Field<T | null> {
  const named = (label: Bilingual): Bilingual =>
    under === undefined ? label : { zh: `${under.zh} · ${label.zh}`, en: `${under.en} · ${label.en}` }
  const told = (value: T | null, names: Names) =>
    value === null
      ? []
      : tell(description, value, names).map((each) => ({ ...each, label: named(each.label) }))
  const stated = (value: T | null, names: Names) =>
    told(value, names).filter((each) => !isNothing(each.value))
  return {
    tell: told,
    compare: (seen, current, names) => {
      if (seen === null || current === null) {
        return [
          ...stated(seen, names).map(({ label, value }) => ({ label, seen: value, current: NOTHING })),
          ...stated(current, names).map(({ label, value }) => ({ label, seen: NOTHING, current: value })),
        ]
      }
      return compare(description, seen, current, names).map((each) => ({ ...each, label: named(each.label) }))
    },
  }
}

/**
 * A list whose entries are said one by one. Two versions are compared entry by entry of the same `identity`, wherever
 * they stand: what was added stands beside nothing.
 */
export function entries<E>(
  label: Bilingual,
  identity: (entry: E) => string,
  says: Says<E>,
): Field<readonly E[]> {
  return {
    tell: (all, names) => [{ label, value: { kind: 'list', of: all.map((each) => says(each, names)) } }],
    compare: (seen, current, names) => {
      const [before, after] = [byIdentity(seen, identity), byIdentity(current, identity)]
      return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
        const [one, other] = [before.get(key), after.get(key)]
        if (one !== undefined && other !== undefined && same(one, other)) return []
        const said = (entry: E | undefined) => (entry === undefined ? NOTHING : says(entry, names))
        return [{ label, seen: said(one), current: said(other) }]
      })
    },
  }
}

/** What a thing says, field by field. */
export function tell<T extends object>(description: Description<T>, value: T, names: Names): Labelled[] {
  return fieldsOf(description).flatMap((name) => description[name].tell(value[name], names))
}

/** Where two versions of a thing differ, field by field. */
export function compare<T extends object>(
  description: Description<T>,
  seen: T,
  current: T,
  names: Names,
): Change[] {
  return fieldsOf(description).flatMap((name) => description[name].compare(seen[name], current[name], names))
}

function fieldsOf<T extends object>(description: Description<T>): (keyof T)[] {
  // A description has the fields of its thing and no others: the compiler asks for each.
  return Object.keys(description) as (keyof T)[]
}

/** Entries that say the same of themselves are told apart by their order. */
function byIdentity<E>(all: readonly E[], identity: (entry: E) => string): Map<string, E> {
  const found = new Map<string, E>()
  for (const entry of all) {
    const name = identity(entry)
    let key = name
    for (let nth = 2; found.has(key); nth += 1) key = `${name} ${nth}`
    found.set(key, entry)
  }
  return found
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
