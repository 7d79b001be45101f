import { setImmediate } from 'node:timers/promises'
import { periodOf } from '#shared/bank-statements/identity.ts'
import type { ImportedLine } from '#shared/contracts/console-platform/imported-lines.ts'
import { lineName, lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { Acceptable } from '#shared/contracts/console-platform/records/bank-statement.ts'
import { accountLine } from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import {
  type AccountLine,
  compareWithKnown,
  daysToCompare,
  type KnownLines,
} from '#shared/rules/known-lines/compare-with-known.ts'
import type { StoreReader } from '../store/store.ts'
import { type Refusal, refuse } from './ruling.ts'

/** Names asked for before others have their turn: a large statement has most of a second's worth. */
const NAMES_AT_ONCE = 10_000
/** Lines that are read in full before others have their turn. */
const LINES_AT_ONCE = 500

/**
 * Refuses lines that are known and should not be, or the other way round; and such as may be and were not asked about.
 * It holds as long as the account has this version: its lines come and go with that.
 */
export async function checkKnown(
  store: StoreReader,
  account: BankAccount,
  lines: readonly ImportedLine[],
  names: readonly string[],
  accepted: readonly Acceptable[],
): Promise<Refusal | null> {
  const known = await knownAmong(store, account, lines, names)
  await setImmediate()
  const novelties = compareWithKnown(lines, names, known)
  await setImmediate()
  for (const [ordinal, { id, place }] of lines.entries()) {
    const isKnown = novelties[ordinal] === 'known'
    if (id === null && !isKnown) return refuse('lines-differ', `row ${place.row}`)
    if (id !== null && isKnown) return refuse('lines-known', `row ${place.row}`)
  }
  const isAsked = novelties.includes('overlapping') && !accepted.includes('overlapping')
  return isAsked ? refuse('not-accepted', 'overlapping') : null
}

/** Refuses ids that lines have already; null where none has. */
export async function checkIds(store: StoreReader, lines: readonly ImportedLine[]): Promise<Refusal | null> {
  for (let at = 0; at < lines.length; at += NAMES_AT_ONCE) {
    const some = lines.slice(at, at + NAMES_AT_ONCE)
    const taken = await store.idsAmong(
      'bankLine',
      some.flatMap(({ id }) => id ?? []),
    )
    const line = some.find(({ id }) => id !== null && taken.has(id))
    if (line !== undefined) return refuse('lines-known', `row ${line.place.row}`)
    await setImmediate()
  }
  return null
}

/** What an account has of the lines of a statement, in turns with others. */
async function knownAmong(
  store: StoreReader,
  { marketplace, id, imported }: BankAccount,
  lines: readonly ImportedLine[],
  names: readonly string[],
): Promise<KnownLines> {
  const period = periodOf(lines)
  const there = period && (await store.namedBetween('bankLine', marketplace, lineNamesOf(id, period), 1))
  if (there === null || there.length === 0) return { names: new Set(), lines: [], imported }
  const own = new Map(
    lines.map((line, at) => {
      const identity = names[at] ?? ''
      return [lineName(id, { bookedOn: line.bookedOn, identity }), identity]
    }),
  )
  const asked = [...own.keys()]
  const known = new Set<string>()
  for (let at = 0; at < asked.length; at += NAMES_AT_ONCE) {
    const found = await store.namesAmong('bankLine', marketplace, asked.slice(at, at + NAMES_AT_ONCE))
    for (const name of found) known.add(own.get(name) ?? '')
    await setImmediate()
  }
  const days = daysToCompare(lines, names, known)
  const others: AccountLine[] = []
  let between = days === null ? null : lineNamesOf(id, days)
  while (between !== null) {
    const some = await store.namedBetween('bankLine', marketplace, between, LINES_AT_ONCE)
    others.push(...some.map(accountLine))
    const last = some.length < LINES_AT_ONCE ? undefined : some.at(-1)
    between = last === undefined ? null : { ...between, after: lineName(id, last) }
    await setImmediate()
  }
  return { names: known, lines: others, imported }
}
