import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BookedLine,
  findOriginals,
  type ReturningLine,
} from '#shared/rules/bank-matching/find-original.ts'
import { findOther } from '#shared/rules/bank-matching/find-other.ts'

const PAID_OUT: BookedLine = {
  id: 'L1',
  bookedOn: '2026-11-02',
  effect: -500_000,
  isDirectionProven: true,
  isReversal: false,
  serial: '20261102000017',
  counterpartyName: '样本科技有限公司',
  counterpartyAccount: '6222 0000 1111',
}
const CAME_BACK: ReturningLine = {
  ...PAID_OUT,
  id: 'L9',
  bookedOn: '2026-11-04',
  effect: 500_000,
  serial: null,
  summary: '退汇',
  purpose: '',
  remark: '收款人账号户名不符',
}

describe('the original of a line that takes another back', () => {
  it('a returned payment finds what was paid to the same account some days before', () => {
    expect(findOriginals(CAME_BACK, [PAID_OUT])).toEqual([
      {
        id: 'L1',
        reasons: [
          'opposite-amount',
          'same-counterparty-account',
          'same-counterparty-name',
          'says-return',
          'days-later',
        ],
        certain: true,
      },
    ])
  })

  it('a reversal of the same day finds its entry without any word', () => {
    const paidIn = { ...PAID_OUT, effect: 500_000 }
    const reversal = {
      ...CAME_BACK,
      ...{ effect: -500_000, isReversal: true, summary: '', remark: '', bookedOn: paidIn.bookedOn },
    }
    const [found] = findOriginals(reversal, [paidIn])
    expect(found?.certain).toBe(true)
    expect(found?.reasons).toEqual(expect.arrayContaining(['reversal-entry', 'same-day']))
  })

  it('among two that fit equally none is certain', () => {
    const again = { ...PAID_OUT, id: 'L2', bookedOn: '2026-11-03' }
    const found = findOriginals(CAME_BACK, [PAID_OUT, again])
    expect(found.map(({ id, certain }) => [id, certain])).toEqual([
      ['L2', false],
      ['L1', false],
    ])
    expect(found.every(({ reasons }) => reasons.includes('several-originals'))).toBe(true)
  })

  it('another payment of that amount to somebody else leaves it certain', () => {
    const other = { ...PAID_OUT, id: 'L3', counterpartyName: '另一家公司', counterpartyAccount: '6333' }
    expect(findOriginals(CAME_BACK, [other, PAID_OUT]).map(({ id, certain }) => [id, certain])).toEqual([
      ['L1', true],
      ['L3', false],
    ])
  })

  it.each([
    ['without word or flag', { summary: '转账', remark: '' }, {}],
    ['where the account is another', {}, { counterpartyAccount: '6222 0000 2222' }],
    ['where the name is another', {}, { counterpartyName: '样本科技股份有限公司' }],
    ['where the name stands in other characters', {}, { counterpartyName: '樣本科技有限公司' }],
    ['where neither name nor account is told', { counterpartyName: '', counterpartyAccount: '' }, {}],
    ['where the direction is not proven', { isDirectionProven: false }, {}],
  ])('it is suggested and not certain %s', (_why, line, original) => {
    const found = findOriginals({ ...CAME_BACK, ...line }, [{ ...PAID_OUT, ...original }])
    expect(found.map(({ certain }) => certain)).toEqual([false])
  })

  it.each([
    ['of another amount', { effect: -500_001 }],
    ['of the same direction', { effect: 500_000 }],
    ['booked later', { bookedOn: '2026-11-05' }],
    ['that is a reversal itself', { isReversal: true }],
  ])('no original is a line %s', (_why, original) => {
    expect(findOriginals(CAME_BACK, [{ ...PAID_OUT, ...original }])).toEqual([])
  })

  it('the serial in the remark puts its line first', () => {
    const later = { ...PAID_OUT, id: 'L2', bookedOn: '2026-11-03', serial: '20261103000001' }
    const line = { ...CAME_BACK, remark: '原流水 20261102000017' }
    const [first] = findOriginals(line, [later, PAID_OUT])
    expect(first?.id).toBe('L1')
    expect(first?.reasons).toContain('serial-named')
  })

  it('an opposite amount alone is no sign', () => {
    const stranger = {
      ...CAME_BACK,
      summary: '转账',
      counterpartyName: '另一家',
      counterpartyAccount: '6333',
    }
    expect(findOriginals(stranger, [PAID_OUT])).toEqual([])
  })
})

const booked: fc.Arbitrary<BookedLine> = fc.record({
  id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  bookedOn: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
  effect: fc.constantFrom(-500_000, -500_000, 500_000, -100),
  isDirectionProven: fc.constantFrom(true, true, false),
  isReversal: fc.constantFrom(false, false, true),
  serial: fc.constantFrom(null, '20261102000017'),
  counterpartyName: fc.constantFrom('', '甲公司', '乙公司'),
  counterpartyAccount: fc.constantFrom('', '6222', '62-22', '6333'),
})
const returning: fc.Arbitrary<ReturningLine> = fc
  .tuple(
    booked,
    fc.record({
      summary: fc.constantFrom('', '退汇', '转账'),
      purpose: fc.constantFrom('', '冲正'),
      remark: fc.constantFrom('', '原流水20261102000017', '退回'),
    }),
  )
  .map(([line, texts]) => ({ ...line, ...texts, id: 'Z', bookedOn: '2026-11-02' }))
const others = fc.uniqueArray(booked, { selector: ({ id }) => id })

describe('originals, whatever the lines', () => {
  it('the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(returning, others, (line, lines) => {
        expect(findOriginals(line, lines.toReversed())).toEqual(findOriginals(line, lines))
      }),
    )
  })

  it('one at the most is certain, of the opposite amount and not later', () => {
    fc.assert(
      fc.property(returning, others, (line, lines) => {
        const certain = findOriginals(line, lines).filter((each) => each.certain)
        expect(certain.length).toBeLessThanOrEqual(1)
        for (const { id } of certain) {
          const original = lines.find((each) => each.id === id)
          expect(original?.effect).toBe(-line.effect)
          expect((original?.bookedOn ?? '') <= line.bookedOn).toBe(true)
        }
      }),
    )
  })

  it('a twin of the original takes the certainty away', () => {
    fc.assert(
      fc.property(returning, others, (line, lines) => {
        const certain = findOriginals(line, lines).find((each) => each.certain)
        const original = lines.find(({ id }) => id === certain?.id)
        if (original === undefined) return
        const found = findOriginals(line, [...lines, { ...original, id: 'twin' }])
        expect(found.some((each) => each.certain)).toBe(false)
      }),
    )
  })
})

describe('what a line is by its own words', () => {
  const line = { direction: 'in', isReversal: false, summary: '', purpose: '', remark: '' } as const

  it.each([
    ['结息', 'in', 'interest'],
    ['存款利息', 'in', 'interest'],
    ['账户管理费', 'out', 'charge'],
    ['对公汇款手续费', 'out', 'charge'],
    ['资金归集', 'out', 'transfer'],
    ['划转', 'in', 'transfer'],
  ] as const)('%s %s is %s', (summary, direction, what) => {
    expect(findOther({ ...line, summary, direction })?.what).toBe(what)
  })

  it.each([
    ['a charge that comes in', { summary: '手续费' }],
    ['a reversed charge', { summary: '手续费', isReversal: true }],
    ['interest that goes out', { summary: '利息', direction: 'out' as const }],
    ['a word of the payer in the midst of a remark', { remark: '样本科技 利息' }],
    ['a plain transfer of a vendor', { summary: '转账', remark: '样本科技有限公司 保证金' }],
  ])('%s says nothing', (_what, change) => {
    expect(findOther({ ...line, ...change })).toBeNull()
  })
})
