import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerLine } from '#shared/rules/reconciliation/ledger.ts'
import { monthsWithLines, reconcileMonth } from '#shared/rules/reconciliation/reconcile.ts'
import { walkLedger } from '#shared/rules/reconciliation/walk-ledger.ts'
import { type RandomLedger, randomLedger } from './random-ledger.ts'

/** The ledger and the place of a line in it. */
const withOne = randomLedger.chain((ledger) => fc.tuple(fc.constant(ledger), fc.nat(ledger.lines.length - 1)))
/** The ledger in two files, each with its own count of lines. */
const interleaved = randomLedger.chain(({ lines, statements }) =>
  fc.tuple(fc.infiniteStream(fc.boolean()), fc.nat(9)).map(([choices, shift]) => {
    const counts = { first: 0, second: shift }
    const choice = choices[Symbol.iterator]()
    return {
      statements,
      lines: lines.map((line) => {
        const statement = choice.next().value ? 'first' : 'second'
        counts[statement] += 1
        const place = String(counts[statement]).padStart(6, '0')
        return { ...line, statement, chronology: `${line.bookedOn} 00:00:00 ${place}` }
      }),
    }
  }),
)

function reports({ lines, statements }: RandomLedger) {
  const ledger = walkLedger(lines, statements)
  return monthsWithLines(ledger).map((month) => reconcileMonth(ledger, month))
}

function without(ledger: RandomLedger, at: number, change: Partial<RandomLedger> = {}): RandomLedger {
  return { ...ledger, lines: ledger.lines.filter((_, place) => place !== at), ...change }
}

describe('a reconciliation report', () => {
  it('accounts for every line once: kinds, lines taken back and open lines come to all lines', () => {
    fc.assert(
      fc.property(randomLedger, (ledger) => {
        for (const { matched, takenBack, open, all } of reports(ledger)) {
          const groups = [...matched.values(), takenBack, open]
          const sum = (side: 'in' | 'out') => groups.reduce((total, group) => total + group[side], 0)
          expect([sum('in'), sum('out')]).toEqual([all.in, all.out])
        }
      }),
    )
  })

  it('has a difference of nothing and no gap while no line is missing', () => {
    fc.assert(
      fc.property(randomLedger, (ledger) => {
        for (const { difference, gaps, opening, closing, all } of reports(ledger)) {
          expect([difference, gaps]).toEqual([0, []])
          expect(closing).toBe((opening ?? Number.NaN) + all.in - all.out)
        }
      }),
    )
  })

  it('follows the balance where files of one day are interleaved', () => {
    fc.assert(
      fc.property(interleaved, (ledger) => {
        for (const { difference, gaps } of reports(ledger)) expect([difference, gaps]).toEqual([0, []])
      }),
    )
  })

  it('shows a gap on the day of any line that is taken out, and its amount as the difference', () => {
    fc.assert(
      fc.property(withOne, ([ledger, at]) => {
        const gone = ledger.lines[at]
        const walked = walkLedger(without(ledger, at).lines, ledger.statements)
        expect(walked.jumps).toHaveLength(1)
        const [jump] = walked.jumps
        expect((jump?.found ?? 0) - (jump?.expected ?? 0)).toBe(gone?.effect)
        expect((jump?.afterOn ?? '') <= day(gone) && day(gone) <= (jump?.foundOn ?? '')).toBe(true)
      }),
    )
  })

  it('adds up the months: each closes where the next one opens', () => {
    fc.assert(
      fc.property(withOne, ([ledger, at]) => {
        for (const each of [ledger, without(ledger, at)]) {
          const months = reports(each).reverse()
          for (const [place, { closing }] of months.entries()) {
            const next = months[place + 1]
            if (next !== undefined && isNext(months[place]?.month, next.month)) {
              expect(closing).toBe(next.opening)
            }
          }
        }
      }),
    )
  })

  it('finds a missing line by the statements alone where lines carry no balance', () => {
    fc.assert(
      fc.property(withOne, ([{ lines, statements }, at]) => {
        const bare = lines.map((line): LedgerLine => ({ ...line, balanceAfter: null }))
        expect(walkLedger(bare, statements).jumps).toEqual([])
        const { jumps } = walkLedger(without({ lines: bare, statements }, at).lines, statements)
        const found = jumps.map((jump) => jump.found - jump.expected)
        expect(found).toEqual([lines[at]?.effect])
      }),
    )
  })

  it('does not depend on the order the statements were imported in', () => {
    fc.assert(
      fc.property(randomLedger, fc.boolean(), (ledger, turned) => {
        const lines = turned ? ledger.lines.toReversed() : ledger.lines
        expect(reports({ lines, statements: ledger.statements.toReversed() })).toEqual(reports(ledger))
      }),
    )
  })
})

function day(line: LedgerLine | undefined): string {
  return line?.bookedOn ?? ''
}

function isNext(month: string | undefined, next: string): boolean {
  return Number(next.slice(5)) === Number(month?.slice(5)) + 1
}
