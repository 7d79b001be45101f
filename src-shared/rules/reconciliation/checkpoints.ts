import { compareDates, type PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import type { LedgerLine, LedgerStatement } from './ledger.ts'

/** A place in the order of lines where somebody tells the balance. */
export interface Checkpoint {
  readonly day: PlainDate
  /** Lines before it. */
  readonly at: number
  /** Lines up to which it vouches: a line's own balance covers the line. */
  readonly upTo: number
  /** The balance told, less the effects of all lines before: the same everywhere while no line is missing. */
  readonly base: Fen
}

/**
 * Every balance that lines and statements tell, in order. `sums` are the effects of the first n lines. A statement
 * speaks of the beginning of its first day and the end of its last, but only where no other shares the day: a file
 * may have been cut in the middle of it.
 */
export function checkpointsOf(
  lines: readonly LedgerLine[],
  statements: readonly LedgerStatement[],
  sums: readonly Fen[],
): readonly Checkpoint[] {
  const sumOf = (count: number) => sums[count] ?? 0
  const ofLines = lines.flatMap(({ bookedOn: day, balanceAfter }, at): Ranked[] =>
    balanceAfter === null ? [] : [{ day, at, upTo: at + 1, base: balanceAfter - sumOf(at + 1), rank: 1 }],
  )
  const ofStatements = statements.flatMap((statement): Ranked[] => {
    const { from, to, opening, closing } = statement
    const begin = countBefore(lines, ({ bookedOn }) => bookedOn < from)
    const end = countBefore(lines, ({ bookedOn }) => bookedOn <= to)
    const isOpening = opening !== null && !isShared(from, statement, statements, 'opening')
    const isClosing = closing !== null && !isShared(to, statement, statements, 'closing')
    return [
      ...(isOpening ? [{ day: from, at: begin, upTo: begin, base: opening - sumOf(begin), rank: 0 }] : []),
      ...(isClosing ? [{ day: to, at: end, upTo: end, base: closing - sumOf(end), rank: 2 }] : []),
    ]
  })
  return [...ofLines, ...ofStatements].sort(
    (a, b) => compareDates(a.day, b.day) || a.rank - b.rank || a.at - b.at,
  )
}

/** On one day the opening comes first and the closing last. */
interface Ranked extends Checkpoint {
  readonly rank: number
}

function isShared(
  day: PlainDate,
  statement: LedgerStatement,
  statements: readonly LedgerStatement[],
  says: 'opening' | 'closing',
): boolean {
  const edge = says === 'opening' ? 'from' : 'to'
  return statements.some(
    (other) =>
      other !== statement &&
      other.from <= day &&
      other.to >= day &&
      !(other[edge] === day && other[says] === statement[says]),
  )
}

/** How many lines lie before the first that is not `before`; lines are sorted so that those come first. */
export function countBefore<L>(lines: readonly L[], before: (line: L) => boolean): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const line = lines[middle]
    if (line !== undefined && before(line)) low = middle + 1
    else high = middle
  }
  return low
}
