import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CommittedStatement, monthVouchers } from '#shared/rules/books/month-vouchers.ts'
import { reversed, type ToBook, voucherEntries } from '#shared/rules/books/voucher-entries.ts'
import { ADJUSTMENT_KINDS } from '#shared/rules/settlement/statement-line.ts'

const NOTHING: ToBook = {
  ...{ gross: 0, refunded: 0, fee: 0, rebate: 0, setOff: 0, adjustments: [], taxBasisPoints: 600 },
}
const fen = (min = -(10 ** 10)) => fc.integer({ min, max: 10 ** 10 })
const booked: fc.Arbitrary<ToBook> = fc.record({
  gross: fen(0),
  refunded: fen(0),
  fee: fen(),
  rebate: fen(),
  setOff: fen(),
  adjustments: fc.array(fc.record({ kind: fc.constantFrom(...ADJUSTMENT_KINDS), amount: fen() }), {
    maxLength: 6,
  }),
  taxBasisPoints: fc.integer({ min: 0, max: 1700 }),
})
const sum = (entries: readonly { debit: number; credit: number }[], side: 'debit' | 'credit') =>
  entries.reduce((total, each) => total + each[side], 0)
const said = (of: Partial<ToBook>) =>
  voucherEntries({ ...NOTHING, ...of }).map(({ account, debit, credit }) => `${account} ${debit} ${credit}`)

describe('the voucher of a statement', () => {
  it('is balanced to the fen, whatever the month came to', () => {
    fc.assert(
      fc.property(booked, (of) => {
        const entries = voucherEntries(of)
        expect(sum(entries, 'debit')).toBe(sum(entries, 'credit'))
        for (const { debit, credit } of entries)
          expect([debit, credit].filter((each) => each !== 0)).toHaveLength(1)
      }),
    )
  })

  it('credits what is owed with the net of the statement, without what was carried', () => {
    fc.assert(
      fc.property(booked, (of) => {
        const owed = voucherEntries(of).filter(({ account }) => account === 'payable')
        const adjusted = of.adjustments.reduce((total, { amount }) => total + amount, 0)
        expect(sum(owed, 'credit') - sum(owed, 'debit')).toBe(
          of.gross - of.refunded - of.fee + of.setOff + adjusted,
        )
      }),
    )
  })

  it('splits the tax out of the fee, and writes what goes back in red', () => {
    expect(said({ gross: 100_00, refunded: 20_00, fee: 8_00 })).toEqual([
      'collected 10000 0',
      'payable 0 10000',
      'collected -2000 0',
      'payable 0 -2000',
      'payable 800 0',
      'income 0 755',
      'output-tax 0 45',
    ])
  })

  it('divides a rebate into what is set off and what is paid apart', () => {
    expect(said({ rebate: 10_00, setOff: 4_00 })).toEqual([
      'payable -400 0',
      'rebate-payable -600 0',
      'income 0 -943',
      'output-tax 0 -57',
    ])
  })

  it('books an adjustment against the account of its kind, by which way it goes', () => {
    expect(said({ adjustments: [{ kind: 'penalty', amount: -5_00 }] })).toEqual([
      'payable 500 0',
      'penalty 0 500',
    ])
    expect(said({ adjustments: [{ kind: 'deposit-set-off', amount: 5_00 }] })).toEqual([
      'deposit 500 0',
      'payable 0 500',
    ])
    expect(said({})).toEqual([])
  })

  it('taken back is the same in red', () => {
    expect(reversed(voucherEntries({ ...NOTHING, fee: 1_06 }))).toEqual([
      { subject: 'fee', account: 'payable', debit: -106, credit: 0 },
      { subject: 'fee', account: 'income', debit: 0, credit: -100 },
      { subject: 'fee', account: 'output-tax', debit: 0, credit: -6 },
    ])
  })
})

function statement(
  id: string,
  committedAt: string,
  change: Partial<CommittedStatement> = {},
): CommittedStatement {
  return {
    ...{ id, month: '2026-10', providerId: id, providerName: id, committedAt, voidedAt: null },
    booked: { ...NOTHING, gross: 100 },
    ...change,
  }
}

describe('the vouchers of a month', () => {
  const one = statement('a', '2026-11-05T02:00:00.000Z')
  const other = statement('b', '2026-11-04T02:00:00.000Z')

  it('are numbered from 1 by when they were committed, on the last day of the month', () => {
    expect(
      monthVouchers([one, other]).map(({ number, statementId, date }) => [number, statementId, date]),
    ).toEqual([
      [1, 'b', '2026-10-31'],
      [2, 'a', '2026-10-31'],
    ])
  })

  it('keep their numbers and content when one is voided and another committed after them', () => {
    const before = monthVouchers([one, other])
    const voided = { ...other, voidedAt: '2026-11-06T02:00:00.000Z' }
    const after = monthVouchers([statement('c', '2026-11-07T02:00:00.000Z'), voided, one])
    expect(after.slice(0, 2)).toEqual(before)
    expect(after.slice(2).map(({ statementId, takesBack }) => [statementId, takesBack])).toEqual([
      ['b', true],
      ['c', false],
    ])
  })

  it('are none for a statement without movements, and do not depend on the order given', () => {
    const quiet = statement('q', '2026-11-01T02:00:00.000Z', { booked: NOTHING })
    expect(monthVouchers([quiet, one])).toEqual(monthVouchers([one]))
    expect(monthVouchers([other, one])).toEqual(monthVouchers([one, other]))
  })
})
