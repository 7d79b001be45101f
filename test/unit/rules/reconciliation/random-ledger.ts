import fc from 'fast-check'
import { addDays } from '#shared/calendar/plain-date.ts'
import type { LedgerLine, LedgerStatement } from '#shared/rules/reconciliation/ledger.ts'

export const FIRST_DAY = '2026-09-01'
export const DAYS = 91

export interface RandomLedger {
  readonly lines: readonly LedgerLine[]
  readonly statements: readonly LedgerStatement[]
}

const KINDS = ['deposit', 'refund', 'interest', 'charge', 'sales'] as const

const movement = fc.record({
  day: fc.nat(DAYS - 1),
  effect: fc.integer({ min: -300, max: 300 }).filter((effect) => effect !== 0),
  settled: fc.constantFrom('open', 'whole', 'split', 'returned'),
  kind: fc.constantFrom(...KINDS),
  other: fc.constantFrom(...KINDS),
})

/** An account of three months: lines open, settled, split or taken back by the next, and the statements they came in. */
export const randomLedger = fc
  .tuple(
    fc.integer({ min: -500, max: 100_000 }),
    fc.array(movement, { minLength: 1, maxLength: 60 }),
    fc.array(fc.nat(DAYS - 1), { maxLength: 4 }),
  )
  .map(([opening, movements, cuts]): RandomLedger => {
    const lines = linesOf(opening, movements)
    return { lines, statements: statementsOf(opening, lines, cuts) }
  })

function linesOf(
  opening: number,
  movements: readonly {
    day: number
    effect: number
    settled: 'open' | 'whole' | 'split' | 'returned'
    kind: (typeof KINDS)[number]
    other: (typeof KINDS)[number]
  }[],
): LedgerLine[] {
  let balance = opening
  const lines: LedgerLine[] = []
  const book = (day: number, effect: number, line: Pick<LedgerLine, 'status' | 'parts'>) => {
    balance += effect
    const place = String(lines.length).padStart(6, '0')
    const bookedOn = addDays(FIRST_DAY, day)
    lines.push({
      id: `line-${place}`,
      statement: 'one',
      bookedOn,
      chronology: `${bookedOn} 00:00:00 ${place}`,
      effect,
      balanceAfter: balance,
      ...line,
    })
  }
  for (const { day, effect, settled, kind, other } of movements.toSorted((a, b) => a.day - b.day)) {
    const amount = Math.abs(effect)
    if (settled === 'open') book(day, effect, { status: 'open', parts: [] })
    if (settled === 'whole') book(day, effect, { status: 'matched', parts: [{ kind, amount }] })
    if (settled === 'split') {
      const part = Math.ceil(amount / 3)
      const parts = [
        { kind, amount: part },
        { kind: other, amount: amount - part },
      ]
      book(day, effect, { status: 'matched', parts: parts.filter((each) => each.amount > 0) })
    }
    if (settled === 'returned') {
      book(day, effect, { status: 'taken-back', parts: [] })
      book(day, -effect, { status: 'matched', parts: [{ kind: 'return', amount }] })
    }
  }
  return lines
}

/** The months as statements that follow one another, cut where the test says, with days in two of them. */
function statementsOf(
  opening: number,
  lines: readonly LedgerLine[],
  cuts: readonly number[],
): LedgerStatement[] {
  const balanceBefore = (day: number) =>
    lines.findLast(({ bookedOn }) => bookedOn < addDays(FIRST_DAY, day))?.balanceAfter ?? opening
  const starts = [0, ...new Set(cuts.filter((cut) => cut > 0))].toSorted((a, b) => a - b)
  return starts.map((start, at) => {
    const end = (starts[at + 1] ?? DAYS) - 1
    return {
      from: addDays(FIRST_DAY, start),
      to: addDays(FIRST_DAY, end),
      opening: balanceBefore(start),
      closing: balanceBefore(end + 1),
    }
  })
}
