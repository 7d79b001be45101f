import { addDays, compareDates, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { type Checkpoint, checkpointsOf, countBefore } from './checkpoints.ts'
import { bridged, coveredDays, holesBetween } from './covered-days.ts'
import type { Days, LedgerLine, LedgerStatement } from './ledger.ts'
import { orderLines } from './order-lines.ts'

/** Where the balance jumps: lines are missing between `after` and the place where it was found. */
export interface Jump {
  /** The day the missing money is put down to. */
  readonly on: PlainDate
  /** The last line up to which balances agree; null before the first. */
  readonly after: string | null
  readonly afterOn: PlainDate | null
  /** The day of the balance that does not follow. */
  readonly foundOn: PlainDate
  readonly expected: Fen
  readonly found: Fen
  /** From here on; see checkpoints.ts. */
  readonly base: Fen
}

/** All lines of an account in order, with the balance they follow from. */
export interface WalkedLedger<L extends LedgerLine> {
  readonly lines: readonly L[]
  readonly jumps: readonly Jump[]
  readonly covered: readonly Days[]
  /** The balance at the beginning of a day; null where nobody tells it. */
  balanceAt(day: PlainDate): Fen | null
  /** The lines of days, both ends included. */
  linesOf(days: Days): readonly L[]
}

/** Follows the balance through all lines of an account, whatever order and overlap its statements have. Pure. */
export function walkLedger<L extends LedgerLine>(
  unordered: readonly L[],
  statements: readonly LedgerStatement[],
): WalkedLedger<L> {
  const lines = orderLines(unordered, firstOpening(statements))
  const sums = [0]
  for (const { effect } of lines) sums.push((sums.at(-1) ?? 0) + effect)
  const checkpoints = checkpointsOf(lines, statements, sums)
  const stretches = coveredDays(statements)
  const jumps = jumpsOf(lines, checkpoints, holesBetween(stretches), sums)
  const first = checkpoints[0]
  const last = checkpoints.at(-1)
  const before = (day: PlainDate) => countBefore(lines, ({ bookedOn }) => bookedOn < day)
  return {
    lines,
    jumps,
    covered: bridged(stretches, (hole) => isBridge(hole, checkpoints, jumps)),
    balanceAt: (day) => {
      const count = before(day)
      if (first === undefined || last === undefined || count < first.at || count > last.upTo) return null
      const base = jumps.findLast(({ on }) => on < day)?.base ?? first.base
      return base + (sums[count] ?? 0)
    },
    linesOf: ({ from, to }) => lines.slice(before(from), before(addDays(to, 1))),
  }
}

function firstOpening(statements: readonly LedgerStatement[]): Fen | null {
  return statements.toSorted((a, b) => compareDates(a.from, b.from))[0]?.opening ?? null
}

function jumpsOf(
  lines: readonly LedgerLine[],
  checkpoints: readonly Checkpoint[],
  holes: readonly Days[],
  sums: readonly Fen[],
): readonly Jump[] {
  return checkpoints.slice(1).flatMap((here, at): Jump[] => {
    const before = checkpoints[at]
    if (before === undefined || before.base === here.base) return []
    const line = lines[before.upTo - 1]
    const sum = sums[here.at] ?? 0
    return [
      {
        on: dayOfLoss(before.day, here.day, holes),
        after: line?.id ?? null,
        afterOn: line?.bookedOn ?? null,
        foundOn: here.day,
        expected: before.base + sum,
        found: here.base + sum,
        base: here.base,
      },
    ]
  })
}

/** Where days between two balances have no statement the money went in the midst of them, else on the later day. */
function dayOfLoss(from: PlainDate, to: PlainDate, holes: readonly Days[]): PlainDate {
  const hole = holes.find((each) => each.from > from && each.to < to)
  return hole === undefined ? to : addDays(hole.from, Math.floor(daysBetween(hole.from, hole.to) / 2))
}

/** Days without a statement hide nothing where the balance is known on both sides and the same. */
function isBridge(hole: Days, checkpoints: readonly Checkpoint[], jumps: readonly Jump[]): boolean {
  const [first] = checkpoints
  const last = checkpoints.at(-1)
  return (
    first !== undefined &&
    last !== undefined &&
    first.day < hole.from &&
    last.day > hole.to &&
    !jumps.some(({ on }) => on >= hole.from && on <= hole.to)
  )
}
