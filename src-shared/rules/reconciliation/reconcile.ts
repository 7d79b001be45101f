import {
  addDays,
  firstOfMonth,
  lastOfMonth,
  monthOfDate,
  type PlainDate,
  type PlainMonth,
} from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import { within } from './covered-days.ts'
import type { Days, LedgerLine } from './ledger.ts'
import type { Jump, WalkedLedger } from './walk-ledger.ts'

/** Lines, and what of their money went in and out, both positive; fen. */
export interface Sums {
  readonly count: number
  readonly in: Fen
  readonly out: Fen
}

/** A jump of the balance, as it is shown: `on` is the day of the balance that does not follow. */
export interface Gap extends Pick<Jump, 'after' | 'afterOn' | 'expected' | 'found'> {
  readonly on: PlainDate
}

/** 收支核对: how the balance of an account moved in a month, and what of it is accounted for. Fen. */
export interface ReconciledMonth<Kind extends string> {
  readonly month: PlainMonth
  /** Null where neither a line nor a statement tells. */
  readonly opening: Fen | null
  readonly closing: Fen | null
  /** What the parts of matched lines are; a line that is split counts for each kind it has. */
  readonly matched: ReadonlyMap<Kind, Sums>
  /** Lines that others took back; those others are matched. */
  readonly takenBack: Sums
  readonly open: Sums
  readonly all: Sums
  /** Opening and all lines less closing: 0 unless lines are missing. Null where a balance is unknown. */
  readonly difference: Fen | null
  readonly gaps: readonly Gap[]
  readonly covered: readonly Days[]
  /** All days are covered, nothing is open, no balance jumps. */
  readonly reconciled: boolean
}

/** The months in which an account has lines, newest first. */
export function monthsWithLines({ lines }: Pick<WalkedLedger<LedgerLine>, 'lines'>): readonly PlainMonth[] {
  return [...new Set(lines.map(({ bookedOn }) => monthOfDate(bookedOn)))].reverse()
}

/** Reconciles one month of a walked ledger: opening + money in - money out = closing, to the fen. Pure. */
export function reconcileMonth<Kind extends string>(
  ledger: WalkedLedger<LedgerLine<Kind>>,
  month: PlainMonth,
): ReconciledMonth<Kind> {
  const days = { from: firstOfMonth(month), to: lastOfMonth(month) }
  const lines = ledger.linesOf(days)
  const matched = new Map<Kind, Tally>()
  const takenBack = empty()
  const open = empty()
  const all = empty()
  for (const line of lines) {
    add(all, line.effect)
    if (line.status === 'open') add(open, line.effect)
    if (line.status === 'taken-back') add(takenBack, line.effect)
    if (line.status === 'matched') addParts(matched, line)
  }
  const opening = ledger.balanceAt(days.from)
  const closing = ledger.balanceAt(addDays(days.to, 1))
  const difference = opening === null || closing === null ? null : opening + all.in - all.out - closing
  const gaps = ledger.jumps
    .filter(({ on }) => on >= days.from && on <= days.to)
    .map(({ after, afterOn, foundOn, expected, found }) => ({ after, afterOn, on: foundOn, expected, found }))
  const covered = within(ledger.covered, days)
  const isCovered = covered.some(({ from, to }) => from === days.from && to === days.to)
  return {
    ...{ month, opening, closing, matched, takenBack, open, all, difference, gaps, covered },
    reconciled: isCovered && open.count === 0 && difference === 0 && gaps.length === 0,
  }
}

function addParts<Kind extends string>(matched: Map<Kind, Tally>, line: LedgerLine<Kind>): void {
  const sign = Math.sign(line.effect)
  for (const kind of new Set(line.parts.map((part) => part.kind))) {
    const amount = line.parts.reduce((sum, part) => sum + (part.kind === kind ? part.amount : 0), 0)
    const tally = matched.get(kind) ?? empty()
    matched.set(kind, tally)
    add(tally, sign * amount)
  }
}

type Tally = { -readonly [Part in keyof Sums]: Sums[Part] }

function empty(): Tally {
  return { count: 0, in: 0, out: 0 }
}

function add(tally: Tally, effect: Fen): void {
  tally.count += 1
  if (effect > 0) tally.in += effect
  else tally.out -= effect
}
