import { describe, expect, it } from 'vitest'
import {
  depositRow,
  namedRow,
  otherRow,
  partsOf,
  remainingOf,
  typedYuan,
  withRest,
} from '#renderer/pages/bank-lines/split/split-rows.ts'
import { rowOfPart, type SplitRow } from '#renderer/review/forms/drafts.ts'
import type { DepositCandidate } from '#shared/contracts/console-engine/bank-lines.ts'

const FIRST = '01JA0000000000000000000001'
const SECOND = '01JA0000000000000000000002'

function candidate(obligationId: string, due: number): DepositCandidate {
  return {
    kind: 'deposit',
    obligationId,
    providerId: 'P1',
    providerName: '青云科技',
    category: null,
    status: 'due',
    due,
    reasons: ['payer-equal'],
    certain: false,
  }
}

function typed(row: SplitRow, amount: string): SplitRow {
  return { ...row, amount }
}

describe('the split editor', () => {
  it('gives a deposit no more than it is owed, nor more than remains', () => {
    expect(depositRow(candidate(FIRST, 3_000_000), 5_000_000).amount).toBe('30000.00')
    expect(depositRow(candidate(FIRST, 3_000_000), 1_234_501).amount).toBe('12345.01')
    expect(depositRow(candidate(FIRST, 3_000_000), -1).amount).toBe('')
  })

  it('keeps the sum exact to the fen', () => {
    const rows = [
      typed(otherRow('charge', 0), '0.10'),
      typed(otherRow('other', 0), '0.20'),
      typed(otherRow('sales', 0), '0.01'),
    ]
    expect(remainingOf(rows, 31)).toBe(0)
    expect(remainingOf(rows, 30)).toBe(-1)
  })

  it('puts what remains on a row, whatever stood there', () => {
    const rows = [depositRow(candidate(FIRST, 500_000), 1_000_000), typed(otherRow('charge', 0), '7')]
    expect(withRest(rows, 1, 1_000_000).map(({ amount }) => amount)).toEqual(['5000.00', '5000.00'])
    expect(withRest(rows, 0, 600).map(({ amount }) => amount)).toEqual(['', '7'])
  })

  it('gives parts only when they sum to the amount of the line', () => {
    const rows = [depositRow(candidate(FIRST, 500_000), 1_000_000), otherRow('charge', 500_000)]
    expect(partsOf(rows, 1_000_001)).toBe('incomplete')
    expect(partsOf(rows, 1_000_000)).toEqual([
      {
        target: { kind: 'deposit', obligationId: FIRST },
        amount: 500_000,
        reasons: ['payer-equal', 'amount-equal'],
      },
      { target: { kind: 'other', what: 'charge' }, amount: 500_000, reasons: [] },
    ])
  })

  it('says of each part what its own amount says, not that of the whole line', () => {
    const owed = { ...candidate(FIRST, 500_000), reasons: ['payer-equal', 'amount-over'] as const }
    const row = depositRow({ ...owed, reasons: [...owed.reasons] }, 800_000)
    const rest = otherRow('charge', 300_000)
    const reasons = (amount: string) => {
      const parts = partsOf([typed(row, amount), typed(rest, String(8000 - Number(amount)))], 800_000)
      return typeof parts === 'string' ? parts : parts[0]?.reasons
    }
    expect(reasons('5000')).toEqual(['payer-equal', 'amount-equal'])
    expect(reasons('4999.99')).toEqual(['payer-equal', 'amount-short'])
    expect(reasons('5000.01')).toEqual(['payer-equal', 'amount-over'])
  })

  it('refuses no rows, rows without an amount, and one deposit twice', () => {
    const row = depositRow(candidate(FIRST, 500_000), 500_000)
    expect(partsOf([], 500_000)).toBe('several')
    expect(partsOf([typed(row, '1.234')], 500_000)).toBe('badAmount')
    expect(partsOf([typed(row, '-5')], 500_000)).toBe('badAmount')
    expect(partsOf([row, row], 1_000_000)).toBe('twice')
  })

  it('shows a part of a proposal with the deposit it is for', () => {
    const part = { target: { kind: 'deposit', obligationId: SECOND }, amount: 100, reasons: [] } as const
    const known = [candidate(FIRST, 5), candidate(SECOND, 700)]
    expect(namedRow(rowOfPart({ ...part, reasons: [] }), known)).toMatchObject({
      name: '青云科技',
      due: 700,
      amount: '1.00',
    })
  })

  it('writes an amount as one types it', () => {
    expect(typedYuan(123_456_701)).toBe('1234567.01')
    expect(typedYuan(0)).toBe('')
  })
})
