import { describe, expect, it } from 'vitest'
import type { LedgerLine, LedgerStatement } from '#shared/rules/reconciliation/ledger.ts'
import { monthsWithLines, reconcileMonth } from '#shared/rules/reconciliation/reconcile.ts'
import { walkLedger } from '#shared/rules/reconciliation/walk-ledger.ts'

let next = 0

function line(bookedOn: string, effect: number, balanceAfter: number | null, kind = 'sales'): LedgerLine {
  next += 1
  const place = String(next).padStart(6, '0')
  return {
    id: `line-${place}`,
    statement: 'one',
    bookedOn,
    chronology: `${bookedOn} 00:00:00 ${place}`,
    effect,
    balanceAfter,
    status: 'matched',
    parts: [{ kind, amount: Math.abs(effect) }],
  }
}

function statement(from: string, to: string, opening: number, closing: number): LedgerStatement {
  return { from, to, opening, closing }
}

function report(month: string, lines: readonly LedgerLine[], statements: readonly LedgerStatement[]) {
  return reconcileMonth(walkLedger(lines, statements), month)
}

const whole = statement('2026-11-01', '2026-11-30', 100_00, 160_00)

describe('reconciling a month', () => {
  it('names the money by what it was for, a split line in each of its parts', () => {
    const split = {
      ...line('2026-11-03', 50_00, 150_00),
      parts: [
        { kind: 'deposit', amount: 30_00 },
        { kind: 'deposit', amount: 15_00 },
        { kind: 'other', amount: 5_00 },
      ],
    }
    const charge = line('2026-11-04', -2_00, 148_00, 'charge')
    const open: LedgerLine = { ...line('2026-11-30', 12_00, 160_00), status: 'open', parts: [] }
    const found = report('2026-11', [split, charge, open], [whole])
    expect(Object.fromEntries(found.matched)).toEqual({
      deposit: { count: 1, in: 45_00, out: 0 },
      other: { count: 1, in: 5_00, out: 0 },
      charge: { count: 1, in: 0, out: 2_00 },
    })
    expect(found.open).toEqual({ count: 1, in: 12_00, out: 0 })
    expect(found).toMatchObject({ opening: 100_00, closing: 160_00, difference: 0, reconciled: false })
  })

  it('is reconciled when all days are covered, nothing is open and the difference is 0.00', () => {
    const found = report('2026-11', [line('2026-11-12', 60_00, 160_00)], [whole])
    expect(found).toMatchObject({ difference: 0, gaps: [], reconciled: true })
    expect(found.covered).toEqual([{ from: '2026-11-01', to: '2026-11-30' }])
  })

  it('counts a line taken back and the one that takes it back, which come to nothing together', () => {
    const paid: LedgerLine = { ...line('2026-11-05', -40_00, 60_00), status: 'taken-back', parts: [] }
    const lines = [paid, line('2026-11-06', 40_00, 100_00, 'return'), line('2026-11-30', 60_00, 160_00)]
    const found = report('2026-11', lines, [whole])
    expect(found.takenBack).toEqual({ count: 1, in: 0, out: 40_00 })
    expect(found.matched.get('return')).toEqual({ count: 1, in: 40_00, out: 0 })
    expect(found.reconciled).toBe(true)
  })

  it('says between which days a line is missing, and what the balance should be there', () => {
    const first = line('2026-11-02', 10_00, 110_00)
    const last = line('2026-11-20', 30_00, 160_00)
    const found = report('2026-11', [first, last], [whole])
    expect(found.gaps).toEqual([
      { after: first.id, afterOn: '2026-11-02', on: '2026-11-20', expected: 110_00, found: 130_00 },
    ])
    expect(found.difference).toBe(-20_00)
    expect(found.reconciled).toBe(false)
  })

  it('shows two missing lines that cancel out, though the difference is 0.00', () => {
    const lines = [
      line('2026-11-02', 10_00, 110_00),
      line('2026-11-10', 10_00, 150_00),
      line('2026-11-20', 40_00, 160_00),
    ]
    const found = report('2026-11', lines, [whole])
    expect(found.gaps.map((gap) => gap.found - gap.expected)).toEqual([30_00, -30_00])
    expect([found.difference, found.reconciled]).toEqual([0, false])
  })

  it('does not call days uncovered when the balance of the next statement continues the one before', () => {
    const lines = [
      line('2026-10-29', 5_00, 100_00),
      line('2026-11-04', 60_00, 160_00),
      line('2026-12-02', 1_00, 161_00),
    ]
    const found = report('2026-11', lines, [
      statement('2026-10-02', '2026-10-29', 95_00, 100_00),
      statement('2026-11-04', '2026-11-27', 100_00, 160_00),
      statement('2026-12-02', '2026-12-30', 160_00, 161_00),
    ])
    expect(found.covered).toEqual([{ from: '2026-11-01', to: '2026-11-30' }])
    expect(found.reconciled).toBe(true)
  })

  it('names the days after the last statement as not covered', () => {
    const found = report(
      '2026-11',
      [line('2026-11-04', 60_00, 160_00)],
      [statement('2026-11-01', '2026-11-27', 100_00, 160_00)],
    )
    expect(found.covered).toEqual([{ from: '2026-11-01', to: '2026-11-27' }])
    expect([found.difference, found.reconciled]).toEqual([0, false])
  })

  it('puts money down to the month without a statement, not to its neighbours', () => {
    const lines = [line('2026-09-10', 5_00, 100_00), line('2026-11-04', 60_00, 460_00)]
    const statements = [
      statement('2026-09-01', '2026-09-27', 95_00, 100_00),
      statement('2026-11-02', '2026-11-30', 400_00, 460_00),
    ]
    expect(report('2026-09', lines, statements)).toMatchObject({ closing: 100_00, difference: 0, gaps: [] })
    expect(report('2026-10', lines, statements)).toMatchObject({ opening: 100_00, closing: 400_00 })
    expect(report('2026-10', lines, statements).gaps).toHaveLength(1)
    expect(report('2026-11', lines, statements)).toMatchObject({ opening: 400_00, difference: 0, gaps: [] })
  })

  it('trusts no balance of a day that another statement shares', () => {
    const lines = [
      line('2026-11-02', 10_00, null),
      line('2026-11-15', 20_00, null),
      line('2026-11-15', 30_00, null),
    ]
    const found = report('2026-11', lines, [
      statement('2026-11-01', '2026-11-15', 100_00, 130_00),
      statement('2026-11-15', '2026-11-30', 130_00, 160_00),
    ])
    expect(found).toMatchObject({ opening: 100_00, closing: 160_00, difference: 0, gaps: [] })
  })

  it('has no difference to tell where nobody tells a balance', () => {
    const found = report(
      '2026-11',
      [line('2026-11-02', 10_00, null)],
      [{ from: '2026-11-01', to: '2026-11-30', opening: null, closing: null }],
    )
    expect(found).toMatchObject({ opening: null, closing: null, difference: null, reconciled: false })
  })

  it('lists the months with lines, newest first', () => {
    const lines = [
      line('2026-09-10', 5_00, 5_00),
      line('2026-11-04', 1_00, 6_00),
      line('2026-11-09', 1_00, 7_00),
    ]
    expect(monthsWithLines(walkLedger(lines, []))).toEqual(['2026-11', '2026-09'])
  })
})
