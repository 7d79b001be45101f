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

  it('trusts a balance of a shared day where all that begin or end there say the same', () => {
    const lines = [line('2026-11-15', 20_00, null)]
    const statements = [
      statement('2026-11-15', '2026-11-20', 100_00, 120_00),
      statement('2026-11-15', '2026-11-20', 100_00, 120_00),
    ]
    expect(report('2026-11', lines, statements)).toMatchObject({ difference: 0, gaps: [] })
    const ledger = walkLedger(lines, statements)
    expect([ledger.balanceAt('2026-11-15'), ledger.balanceAt('2026-11-21')]).toEqual([100_00, 120_00])
    const other = walkLedger(lines, [
      statements[0] ?? whole,
      statement('2026-11-15', '2026-11-20', 90_00, 110_00),
    ])
    expect([other.balanceAt('2026-11-15'), other.balanceAt('2026-11-21')]).toEqual([null, null])
  })

  it.each([
    ['is shared by another that began before and goes on', '2026-11-20'],
    ['is the last of another', '2026-11-15'],
  ])('does not trust an opening of a day that %s, though it opened with the same', (_, to) => {
    const lines = [
      line('2026-11-12', -40_00, 60_00),
      line('2026-11-15', 20_00, null),
      line('2026-11-16', 1_00, null),
    ]
    const { jumps } = walkLedger(lines, [
      { from: '2026-11-10', to, opening: 100_00, closing: null },
      { from: '2026-11-15', to: '2026-11-25', opening: 100_00, closing: null },
    ])
    expect(jumps).toEqual([])
  })

  it.each([
    ['is shared by another that began before and goes on', '2026-11-10', '2026-11-20'],
    ['is the first of another', '2026-11-15', '2026-11-20'],
  ])('does not trust a closing of a day that %s, though it closes with the same', (_, from, to) => {
    const lines = [line('2026-11-15', 20_00, null), line('2026-11-16', 40_00, 160_00)]
    const { jumps } = walkLedger(lines, [
      { from: '2026-11-05', to: '2026-11-15', opening: null, closing: 160_00 },
      { from, to, opening: null, closing: 160_00 },
    ])
    expect(jumps).toEqual([])
  })

  it('tells a balance between the first and the last that is told, and none beyond', () => {
    const lines = [
      line('2026-11-02', 10_00, null),
      line('2026-11-05', 5_00, 115_00),
      line('2026-11-08', 5_00, null),
      line('2026-11-09', 7_00, 127_00),
      line('2026-11-12', 1_00, null),
    ]
    const ledger = walkLedger(lines, [])
    const told = [
      '2026-11-02',
      '2026-11-05',
      '2026-11-06',
      '2026-11-08',
      '2026-11-09',
      '2026-11-10',
      '2026-11-13',
    ]
    expect(told.map((day) => ledger.balanceAt(day))).toEqual([
      null,
      110_00,
      115_00,
      115_00,
      120_00,
      127_00,
      null,
    ])
    expect(walkLedger([line('2026-11-02', 1_00, null)], []).balanceAt('2026-11-02')).toBeNull()
  })

  it('has no difference where one of the two balances is unknown', () => {
    const opening = { from: '2026-11-01', to: '2026-11-30', opening: 100_00, closing: null }
    expect(report('2026-11', [line('2026-11-02', 10_00, null)], [opening])).toMatchObject({
      opening: 100_00,
      closing: null,
      difference: null,
    })
    const closing = { from: '2026-11-01', to: '2026-11-30', opening: null, closing: 110_00 }
    expect(report('2026-11', [line('2026-11-02', 10_00, null)], [closing])).toMatchObject({
      opening: null,
      closing: 110_00,
      difference: null,
    })
  })

  it('counts a gap found on the first and on the last day of the month', () => {
    const found = (...days: readonly string[]) =>
      report(
        '2026-11',
        days.map((day, at) => line(day, 10_00, (at + 1) * 100_00)),
        [],
      ).gaps.map(({ on }) => on)
    expect(found('2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01')).toEqual([
      '2026-11-01',
      '2026-11-30',
    ])
  })

  it.each([
    [['2026-11-01', '2026-11-29'], false],
    [['2026-11-02', '2026-11-30'], false],
    [['2026-11-01', '2026-11-30'], true],
    [['2026-10-01', '2026-12-30'], true],
  ])('is reconciled only where every day is covered: %s', ([from = '', to = ''], reconciled) => {
    expect(
      report('2026-11', [line('2026-11-12', 60_00, 160_00)], [statement(from, to, 100_00, 160_00)]),
    ).toMatchObject({
      reconciled,
    })
  })

  it('bridges days without a statement only where the balance is known on both sides and the same', () => {
    const covered = (closing: number, opening: number) =>
      walkLedger(
        [line('2026-11-03', 5_00, closing), line('2026-11-20', 5_00, opening + 5_00)],
        [
          statement('2026-11-01', '2026-11-05', closing - 5_00, closing),
          statement('2026-11-10', '2026-11-25', opening, opening + 5_00),
        ],
      ).covered
    expect(covered(100_00, 100_00)).toEqual([{ from: '2026-11-01', to: '2026-11-25' }])
    expect(covered(100_00, 90_00)).toHaveLength(2)
    const silent = [
      { from: '2026-11-01', to: '2026-11-05', opening: null, closing: null },
      { from: '2026-11-10', to: '2026-11-25', opening: null, closing: null },
    ]
    expect(walkLedger([line('2026-11-03', 5_00, null)], silent).covered).toHaveLength(2)
    expect(walkLedger([line('2026-11-20', 5_00, 10_00)], silent).covered).toHaveLength(2)
    expect(walkLedger([line('2026-11-03', 5_00, 10_00)], silent).covered).toHaveLength(2)
  })

  it('puts missing money down to the midst of the hole it went in, and to no hole elsewhere', () => {
    const lines = [
      line('2026-09-03', 5_00, 100_00),
      line('2026-09-20', 5_00, 105_00),
      line('2026-10-10', 5_00, 110_00),
      line('2026-11-12', 5_00, 215_00),
    ]
    const statements = [
      statement('2026-09-01', '2026-09-05', 95_00, 100_00),
      statement('2026-09-18', '2026-10-15', 100_00, 110_00),
      statement('2026-11-11', '2026-11-30', 210_00, 215_00),
    ]
    const { jumps } = walkLedger(lines, statements)
    expect(jumps.map(({ on, foundOn, afterOn }) => [on, foundOn, afterOn])).toEqual([
      ['2026-10-28', '2026-11-11', '2026-10-10'],
    ])
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
