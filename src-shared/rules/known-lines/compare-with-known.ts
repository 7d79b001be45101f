import type { ImportedPeriod, LineNovelty } from '../../bank-statements/identity.ts'
import { isOverlapping, periodOf } from '../../bank-statements/identity.ts'
import { balanceEffect, type StatementLine } from '../../bank-statements/statement.ts'
import { pairLines } from './pair-lines.ts'
import type { Telling } from './told-line.ts'

/** Pairs of lines of one day and amount that are looked at: some tenths of a second. An ordinary file has some thousands. */
const PAIRS_LIMIT = 300_000

/** What of a line is compared. */
type Compared = Telling & Pick<StatementLine, 'bookedOn' | 'direction' | 'amount'>

/** A line that an account has, with its name there. */
export interface AccountLine extends Compared {
  readonly name: string
}

/** What an account has already. */
export interface KnownLines {
  /** Names of its lines, as far as lines of the file have them: by `lineIdentities` or what stands for them one to one. */
  readonly names: ReadonlySet<string>
  /** Its lines of those days that `daysToCompare` names; others do no harm. */
  readonly lines: readonly AccountLine[]
  /** The days between its first and last imported one; null before the first statement. */
  readonly imported: ImportedPeriod | null
}

/**
 * The days of those lines whose names an account does not have: what it has of these days decides whether it has them
 * told otherwise. Null where it has them all.
 */
export function daysToCompare(
  lines: readonly Pick<StatementLine, 'bookedOn'>[],
  names: readonly string[],
  known: ReadonlySet<string>,
): ImportedPeriod | null {
  return periodOf(lines.filter((_, at) => !known.has(names[at] ?? '')))
}

/**
 * Holds the lines of a file, by their `names`, against what their account has: the one place where that is decided. A
 * line is known by its name, or where the account has one of the same day and amount that is told alike (`isSame`),
 * each for one of the file. It asks where there is one that may be meant (`isLike`), or days were imported without it.
 * The order of the lines and that of the files they came in play no part.
 */
export function compareWithKnown(
  lines: readonly Compared[],
  names: readonly string[],
  known: KnownLines,
): readonly LineNovelty[] {
  const others = linesBesides(names, known.lines)
  const found = new Map<number, LineNovelty>()
  if (others.length > 0) {
    const unnamed = lines.flatMap((line, at) => (known.names.has(names[at] ?? '') ? [] : [{ line, at }]))
    const budget = { left: PAIRS_LIMIT }
    const byMovement = Map.groupBy(others, movementOf)
    for (const [movement, some] of Map.groupBy(unnamed, ({ line }) => movementOf(line))) {
      const there = byMovement.get(movement) ?? []
      const novelties = pairLines(
        some.map(({ line }) => line),
        there,
        budget,
      )
      for (const [index, { at }] of some.entries()) found.set(at, novelties[index] ?? 'overlapping')
    }
  }
  return lines.map((line, at): LineNovelty => {
    if (known.names.has(names[at] ?? '')) return 'known'
    const novelty = found.get(at) ?? 'new'
    return novelty === 'new' && isOverlapping(line.bookedOn, known.imported) ? 'overlapping' : novelty
  })
}

function linesBesides(names: readonly string[], lines: readonly AccountLine[]): readonly AccountLine[] {
  if (lines.length === 0) return lines
  const own = new Set(names)
  return lines.filter(({ name }) => !own.has(name))
}

/** What an account has after a file was imported into it, whatever was asked. */
export function knownAfter(
  before: KnownLines,
  lines: readonly Compared[],
  names: readonly string[],
): KnownLines {
  const novelties = compareWithKnown(lines, names, before)
  const added = lines.flatMap((line, at): AccountLine[] =>
    novelties[at] === 'known' ? [] : [{ ...line, name: names[at] ?? '' }],
  )
  const all = [...before.lines, ...added]
  return { names: new Set(all.map(({ name }) => name)), lines: all, imported: periodOf(all) }
}

/** An account before its first statement. */
export const NOTHING_KNOWN: KnownLines = { names: new Set(), lines: [], imported: null }

function movementOf(line: Pick<StatementLine, 'bookedOn' | 'direction' | 'amount'>): string {
  return `${line.bookedOn} ${balanceEffect(line)}`
}
