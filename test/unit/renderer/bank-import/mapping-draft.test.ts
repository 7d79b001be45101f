import { expect, test } from 'vitest'
import {
  draftFor,
  faultsOf,
  headerRows,
  likelyHeader,
  mappingOf,
} from '#renderer/pages/bank-import/mapping-draft.ts'

const HEADER = ['业务日', '去向', '发生数', '结存数', '往来单位']
const FIRST = ['2026-12-01', '转来', '5000.00', '1005000.00', '上海测试云科技有限公司']

test('the row with the fewest digits is taken for the header; one with fewer than three names cannot be one', () => {
  expect(likelyHeader([FIRST, HEADER])).toBe(1)
  expect(headerRows([['某某银行流水', '', ''], HEADER])).toEqual([HEADER])
})

test('names that every bank uses are found by themselves, each column once', () => {
  const draft = draftFor(['交易日期', '收入', '支出', '余额', '对方户名'], 'x')
  expect(draft.shape).toBe('sides')
  expect(draft.columns).toEqual({
    date: '交易日期',
    credit: '收入',
    debit: '支出',
    balance: '余额',
    counterpartyName: '对方户名',
  })
})

test('a mapping is complete with a day, the money and a name', () => {
  const empty = draftFor(HEADER, '')
  expect(faultsOf(empty)).toEqual({ date: 'missing', amount: 'missing', name: 'name-missing' })
  expect(mappingOf(empty)).toBeNull()
  const signed = { ...empty, name: '某某银行', columns: { date: '业务日', amount: '发生数' } }
  expect(mappingOf(signed)).toMatchObject({ name: '某某银行', header: HEADER, amountSign: 'signed' })
})

test('one column cannot be money in and money out', () => {
  const draft = { ...draftFor(HEADER, 'x'), shape: 'sides' as const }
  const same = { ...draft, columns: { date: '业务日', debit: '发生数', credit: '发生数' } }
  expect(faultsOf(same)).toEqual({ debit: 'same' })
})

test('words of a flag count for both directions or for none', () => {
  const draft = {
    ...draftFor(HEADER, 'x'),
    shape: 'flagged' as const,
    columns: { date: '业务日', amount: '发生数', flag: '去向' },
  }
  expect(mappingOf(draft)).not.toHaveProperty('flags')
  expect(faultsOf({ ...draft, flagsIn: '转来' })).toEqual({ flags: 'flag-both' })
  expect(mappingOf({ ...draft, flagsIn: '转来， 来款', flagsOut: '转去' })).toMatchObject({
    amountSign: 'unsigned',
    flags: { in: ['转来', '来款'], out: ['转去'] },
  })
})

test('what was chosen for another way of writing amounts is left out', () => {
  const columns = { date: '业务日', amount: '发生数', flag: '去向' }
  const mapping = mappingOf({ ...draftFor(HEADER, 'x'), shape: 'signed', columns })
  expect(mapping?.columns).toEqual({ date: '业务日', amount: '发生数' })
})
