import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseYuan } from '#shared/money/yuan.ts'
import { bareValue } from '#shared/values/bare-value.ts'
import { list, money, NOTHING, term, type Value, valueSchema } from '#shared/values/value.ts'
import { valueText } from '#shared/values/value-text.ts'

/** One of every kind: the compiler asks for what is added to the union. */
const ONE_OF_EACH: { readonly [K in Value['kind']]: Extract<Value, { kind: K }> } = {
  nothing: { kind: 'nothing' },
  money: { kind: 'money', fen: 1_234_567 },
  rate: { kind: 'rate', basisPoints: 850 },
  day: { kind: 'day', day: '2026-11-21' },
  instant: { kind: 'instant', at: '2026-11-21T06:05:00.000Z' },
  count: { kind: 'count', count: 12_345 },
  'yes-no': { kind: 'yes-no', is: false },
  text: { kind: 'text', text: '=1+1' },
  term: { kind: 'term', id: 'api', name: { zh: 'API 市场', en: 'APIs' } },
  person: { kind: 'person', id: 'op-1', name: '周敏' },
  record: { kind: 'record', record: 'depositObligation', id: '01KAJ8', title: '杭州云帆' },
  list: { kind: 'list', of: [term('a', { zh: '甲', en: 'A' }), term('b', { zh: '乙', en: 'B' })] },
  phrase: { kind: 'phrase', parts: [{ kind: 'day', day: '2026-11-21' }, NOTHING, money(500_000)] },
  labelled: { kind: 'labelled', label: { zh: '应缴', en: 'Required' }, value: money(500_000) },
}

const SAID: { readonly [K in Value['kind']]: readonly [zh: string, en: string] } = {
  nothing: ['—', '—'],
  money: ['¥12,345.67', '¥12,345.67'],
  rate: ['8.5%', '8.5%'],
  day: ['2026-11-21', '2026-11-21'],
  instant: ['2026-11-21 14:05', '2026-11-21 14:05'],
  count: ['12,345', '12,345'],
  'yes-no': ['否', 'No'],
  text: ['=1+1', '=1+1'],
  term: ['API 市场', 'APIs'],
  person: ['周敏', '周敏'],
  record: ['杭州云帆', '杭州云帆'],
  list: ['甲、乙', 'A, B'],
  phrase: ['2026-11-21 ¥5,000.00', '2026-11-21 ¥5,000.00'],
  labelled: ['应缴：¥5,000.00', 'Required: ¥5,000.00'],
}

describe('a value in words', () => {
  it.each(Object.values(ONE_OF_EACH))('says what it is: $kind', (value) => {
    const [zh, en] = SAID[value.kind]
    expect(valueText(value, 'zh')).toBe(zh)
    expect(valueText(value, 'en')).toBe(en)
    expect(valueSchema.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
  })

  it('names who and what is not known here by its id, and an empty list as nothing', () => {
    expect(valueText({ kind: 'person', id: 'op-9', name: null }, 'zh')).toBe('op-9')
    expect(valueText({ kind: 'record', record: 'bankLine', id: '01K', title: null }, 'zh')).toBe('01K')
    expect(valueText(list([]), 'en')).toBe('—')
    expect(valueText({ kind: 'phrase', parts: [NOTHING] }, 'en')).toBe('—')
  })

  it('has every amount with its fen, exactly: it reads back as what it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), (fen) => {
        expect(parseYuan(valueText(money(fen), 'zh'))).toBe(fen)
      }),
    )
  })

  it.each([
    [0, '0%'],
    [1, '0.01%'],
    [50, '0.5%'],
    [10_000, '100%'],
    [-725, '-7.25%'],
  ])('a rate of %i basis points is %s', (basisPoints, said) => {
    expect(valueText({ kind: 'rate', basisPoints }, 'zh')).toBe(said)
  })
})

describe('a bare value', () => {
  it('is what a program reckons with', () => {
    expect(Object.values(ONE_OF_EACH).map(bareValue)).toEqual([
      null,
      1_234_567,
      850,
      '2026-11-21',
      '2026-11-21T06:05:00.000Z',
      12_345,
      false,
      '=1+1',
      'api',
      'op-1',
      '01KAJ8',
      ['a', 'b'],
      ['2026-11-21', null, 500_000],
      500_000,
    ])
  })
})
