import { describe, expect, it } from 'vitest'
import { pairLines } from '#shared/rules/known-lines/pair-lines.ts'
import type { Telling } from '#shared/rules/known-lines/told-line.ts'

/** A line of one day and amount; what a test does not name it does not tell. */
function line(more: Partial<Telling> = {}): Telling {
  return {
    serial: null,
    bookedTime: null,
    counterpartyName: '北京云栈科技',
    counterpartyAccount: '',
    summary: '',
    purpose: '',
    remark: '保证金',
    balanceAfter: null,
    ...more,
  }
}

/** What an account that has `there`, in the order of their names, makes of the lines. */
function novelties(lines: readonly Partial<Telling>[], there: readonly Partial<Telling>[], left = 1000) {
  return pairLines(
    lines.map(line),
    there.map((other, at) => ({ ...line(other), name: `n${at}` })),
    { left },
  )
}
const one = (mine: Partial<Telling>, theirs: Partial<Telling>) => novelties([mine], [theirs])[0]

describe('lines of one day and amount are paired', () => {
  it('each with one at most: of three alike two are known where two are there', () => {
    expect(novelties([{}, {}, {}], [{}, {}])).toEqual(['known', 'known', 'new'])
    expect(novelties([{}], [{}, {}])).toEqual(['known'])
    expect(novelties([{}], [])).toEqual(['new'])
  })

  it('those told exactly alike first, whatever their order', () => {
    expect(novelties([{ remark: '保证' }, { remark: '保证金' }], [{ remark: '保证金' }])).toEqual([
      'new',
      'known',
    ])
  })

  it('as many as can be: one that would fit elsewhere gives way', () => {
    const anybody = { counterpartyName: '' }
    const there = [{ counterpartyName: '甲公司' }, { counterpartyName: '乙公司' }]
    expect(novelties([anybody, { counterpartyName: '甲' }], there)).toEqual(['known', 'known'])
    expect(novelties([{ counterpartyName: '甲' }, anybody], there)).toEqual(['known', 'known'])
    expect(novelties([anybody, { counterpartyName: '甲' }, { counterpartyName: '乙' }], there)).toEqual([
      'known',
      'known',
      'new',
    ])
  })

  it('in whichever order the account has them', () => {
    const mine = [{ remark: '保证' }, { remark: '保' }]
    const there = [
      { name: 'b', remark: '保证金' },
      { name: 'a', remark: '保证金 三月' },
    ]
    const paired = (others: typeof there) =>
      pairLines(
        mine.map(line),
        others.map(({ name, ...more }) => ({ ...line(more), name })),
        { left: 1000 },
      )
    expect(paired(there)).toEqual(paired(there.toReversed()))
  })

  it('up to a number of pairs, after which a person is asked; those told exactly alike cost none', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ remark: `保证金${at}` }))
    const others = many.map(({ remark }) => ({ remark: `${remark}号` }))
    expect(new Set(novelties(many, others, 0))).toEqual(new Set(['overlapping']))
    expect(new Set(novelties(many, many, 0))).toEqual(new Set(['known']))
    expect(novelties(many, others, 40).slice(-1)).toEqual(['overlapping'])
  })
})

describe('a serial', () => {
  it('that both have once makes them one, at whatever time', () => {
    expect(one({ serial: '7', bookedTime: '10:00:01' }, { serial: '7', bookedTime: '16:30:59' })).toBe(
      'known',
    )
  })

  it('that differs makes them two, and asks where the payer is the same', () => {
    expect(one({ serial: '7' }, { serial: '8' })).toBe('overlapping')
  })

  it('that several lines of one side bear names none of them', () => {
    const other = { serial: '9', balanceAfter: 100 }
    const twice = [
      { serial: '7', balanceAfter: 100 },
      { serial: '7', counterpartyName: '上海图灵' },
    ]
    expect(novelties(twice, [other])).toEqual(['known', 'new'])
    expect(novelties([other], twice)).toEqual(['known'])
  })

  it('is missing where it is empty, however many lack it', () => {
    const mine = [{ serial: '' }, { serial: null, counterpartyName: '上海图灵' }]
    expect(novelties(mine, [{ serial: '5' }])).toEqual(['known', 'new'])
  })

  it.each([
    ['00123', '123', 'known'],
    ['123', '00123', 'known'],
    ['0012A', '12A', 'overlapping'],
    ['A0012', 'A12', 'overlapping'],
    ['000', '0', 'known'],
  ])('%s and %s: zeros a number begins with are dropped by a workbook: %s', (mine, theirs, expected) => {
    expect(one({ serial: mine }, { serial: theirs })).toBe(expected)
  })
})

describe('without serials', () => {
  it.each([
    ['balances differ', { balanceAfter: 1 }, { balanceAfter: 2 }, 'new'],
    ['one has no balance', { balanceAfter: 1 }, {}, 'known'],
    ['seconds are missing', { bookedTime: '10:00' }, { bookedTime: '10:00:37' }, 'known'],
    ['seconds are naught', { bookedTime: '10:00:00' }, { bookedTime: '10:00:37' }, 'known'],
    ['seconds are naught there', { bookedTime: '10:00:37' }, { bookedTime: '10:00:00' }, 'known'],
    ['seconds differ', { bookedTime: '10:00:12' }, { bookedTime: '10:00:37' }, 'new'],
    ['minutes differ', { bookedTime: '10:01:00' }, { bookedTime: '10:00:37' }, 'new'],
    ['payers differ', { counterpartyName: '甲' }, { counterpartyName: '乙' }, 'new'],
    ['one payer is cut off', { counterpartyName: '北京云' }, {}, 'known'],
    ['accounts differ', { counterpartyAccount: '62220001' }, { counterpartyAccount: '62220002' }, 'new'],
    [
      'one account is hidden in part',
      { counterpartyAccount: '6222****0001' },
      { counterpartyAccount: '62229990001' },
      'known',
    ],
    ['remarks differ, the payer is the same', { remark: '保证金' }, { remark: '货款' }, 'overlapping'],
  ])('%s: %s', (_, mine, theirs, expected) => {
    expect(one(mine, theirs)).toBe(expected)
  })

  const nobody = { counterpartyName: '' }
  it.each([
    ['nobody is named and remarks differ', { ...nobody }, { ...nobody, remark: '货款' }, 'new'],
    ['one side names nobody and remarks differ', { ...nobody }, { remark: '货款' }, 'new'],
    ['the other side names nobody and remarks differ', {}, { ...nobody, remark: '货款' }, 'new'],
    [
      'one names the payer, the other an account, and remarks differ',
      {},
      { ...nobody, counterpartyAccount: '62220001', remark: '货款' },
      'new',
    ],
    [
      'the account is the same and remarks differ',
      { ...nobody, counterpartyAccount: '62220001' },
      { ...nobody, counterpartyAccount: '62220001', remark: '货款' },
      'overlapping',
    ],
    [
      'only one tells the account and remarks differ',
      { ...nobody, counterpartyAccount: '62220001' },
      { ...nobody, remark: '货款' },
      'new',
    ],
    [
      'only the other tells the account and remarks differ',
      { ...nobody },
      { ...nobody, counterpartyAccount: '62220001', remark: '货款' },
      'new',
    ],
  ])('%s: %s', (_, mine, theirs, expected) => {
    expect(one(mine, theirs)).toBe(expected)
  })
})

describe('what the payer wrote', () => {
  const nobody = { counterpartyName: '' }
  it.each([
    ['lies in another field', { purpose: '保证金', remark: '' }, { remark: '保证金' }, 'known'],
    [
      'lies in two fields or in one',
      { purpose: '保证金', remark: '三月' },
      { remark: '保证金三月' },
      'known',
    ],
    ['lies in one field or in two', { remark: '保证金三月' }, { purpose: '保证金', remark: '三月' }, 'known'],
    ['is told by one more field', { remark: '保证金' }, { purpose: '三月', remark: '保证金' }, 'known'],
    ['is cut off beside another field', { remark: '保证' }, { purpose: '三月', remark: '保证金' }, 'known'],
    ['is cut off there', { purpose: '三月', remark: '保证金' }, { remark: '保证' }, 'known'],
    [
      'is paired as it stands before it is paired as cut off',
      { purpose: '保', remark: '保证金' },
      { purpose: '保证金', remark: '保单' },
      'known',
    ],
    [
      'agrees in one of two only',
      { purpose: '保证', remark: '五月' },
      { purpose: '三月', remark: '保证金' },
      'overlapping',
    ],
    ['is not told at all, by a known payer', { remark: '' }, { remark: '保证金', summary: '转账' }, 'known'],
    [
      'is not told at all there',
      { remark: '保证金', summary: '转账' },
      { remark: '', summary: '汇款' },
      'known',
    ],
    [
      'is not told, by nobody, as another kind of entry',
      { ...nobody, remark: '', summary: '利息' },
      { ...nobody, remark: '手续费' },
      'new',
    ],
    [
      'is not told, by nobody, as the same kind',
      { ...nobody, remark: '', summary: '利息' },
      { ...nobody, remark: '', summary: '利息' },
      'known',
    ],
    [
      'stands in the summary there',
      { ...nobody, remark: '', summary: '利息' },
      { ...nobody, remark: '利息' },
      'known',
    ],
  ])('%s', (_, mine, theirs, expected) => {
    expect(one(mine, theirs)).toBe(expected)
  })
})
