import { describe, expect, it } from 'vitest'
import { evaluateDeposit } from '#shared/rules/deposits/evaluate-deposit.ts'
import { evaluateRefund } from '#shared/rules/deposits/evaluate-refund.ts'
import { explainsAmount } from '#shared/rules/deposits/explains-amount.ts'
import { list, money, text } from '#shared/values/value.ts'
import { told } from '../told-step.ts'
import { calendar, FACTS, packOf } from './deposit-setting.ts'

function explained(marketplace: string, facts: object, on: string) {
  const { outcome, explanation } = evaluateDeposit(packOf(marketplace), { ...FACTS, ...facts }, on, calendar)
  return { outcome, amount: explanation.ofAmount.map(told), terms: explanation.ofTerms.map(told) }
}

describe('the explanation of a deposit names', () => {
  const period = (on: string) => [
    `deposit.waiver.policy-1 | Joined on: 2023-10-20 | First product listed: 2023-10-20 | Judged on: ${on} | ` +
      'Last free day: 2024-10-20 | Due on: 2024-10-25',
    'deposit.waiver.policy-1.clock | Starts on: 2023-10-20',
  ]

  it('the amount, and the free period with its clock', () => {
    expect(explained('kubesphere', {}, '2024-10-22')).toEqual({
      outcome: 'ok',
      amount: ['deposit.amount | Required: ¥5,000.00'],
      terms: period('2024-10-22'),
    })
  })

  it.each([
    ['2024-04-30', []],
    [
      '2024-05-01',
      [
        'deposit.waiver.policy-2.lapse | First paid product: 2024-05-01 | Judged on: 2024-05-01 | Waived: No',
        ...period('2024-05-01'),
      ],
    ],
  ])('the waiver for free software, and on %s what has ended it', (on, more) => {
    const facts = { freeOrOpenSource: true, paidProductOn: '2024-05-01' }
    expect(explained('kubesphere', facts, on).terms).toEqual([
      'deposit.waiver.policy-2.free | Staff: 50 | Free or open source only: Yes | Open source throughout: No | Waived: Yes',
      ...more,
    ])
  })

  it.each([
    [{ staff: 5 }, 'staff-at-most | Staff: 5 | Free or open source only: Yes | Open source throughout: No'],
    [
      { openSource: true },
      'open-source | Staff: 50 | Free or open source only: Yes | Open source throughout: Yes',
    ],
  ])('of two grounds the one that lasts: %j', (facts, ground) => {
    const both = { freeOrOpenSource: true, paidProductOn: '2024-05-01', ...facts }
    expect(explained('kubesphere', both, '2024-06-01').terms).toEqual([
      `deposit.waiver.policy-2.${ground} | Waived: Yes`,
    ])
  })

  it('every category under the rule that prices it, a category once', () => {
    const categories = ['api', 'lingshoutong', 'iot', 'api']
    expect(explained('aliyun', { categories }, '2021-02-01').amount).toEqual([
      'deposit.amount | Categories: API, IoT | Each: ¥30,000.00 | Required: ¥60,000.00',
      'deposit.amount.exception | Categories: Lingshoutong retail | Each: ¥50,000.00 | Required: ¥50,000.00',
    ])
  })

  it('nothing where a category is unknown or no amount is stated', () => {
    const found = evaluateDeposit(
      packOf('aliyun'),
      { ...FACTS, categories: ['x', 'api', 'y'] },
      '2021-02-01',
      calendar,
    )
    const empty = { ofAmount: [], ofTerms: [] }
    expect(found).toEqual({ outcome: 'unknown-category', unknown: ['x', 'y'], explanation: empty })
    expect(evaluateDeposit(packOf('huawei'), FACTS, '2024-01-01', calendar)).toEqual({
      ...{ outcome: 'none-stated', unknown: [], explanation: empty },
    })
  })

  it('the rule that states no figure', () => {
    expect(explained('ksyun', {}, '2024-01-01')).toEqual({
      outcome: 'not-configured',
      amount: ['deposit.amount'],
      terms: [],
    })
  })

  it('no free period for who never joined', () => {
    expect(explained('kubesphere', { joinedOn: null }, '2024-02-01').terms).toEqual([])
  })
})

describe('the explanation of a refund names', () => {
  const facts = {
    ...{ delistedOn: ['2024-11-30'], stillListed: 0 },
    ...{ hasViolation: false, cooperationEndedOn: '2024-11-30' },
  }
  const clean = 'deposit.refund.no-violation | Violation: No | Refundable: Yes'
  const rule = (delisted: string, listed: number, ended: string, from: string) =>
    `deposit.refund | Last delisting: ${delisted} | Products listed: ${listed} | Cooperation ended: ${ended} | ` +
    `Judged on: 2025-01-01 | Refundable from: ${from}`

  it.each([
    [{}, 'waiting', [clean, rule('2024-11-30', 0, '2024-11-30', '2025-03-01')]],
    [{ hasViolation: true }, 'violation', ['deposit.refund.no-violation | Violation: Yes | Refundable: No']],
    [{ stillListed: 2 }, 'products-still-listed', [clean, rule('2024-11-30', 2, '2024-11-30', '—')]],
    [{ cooperationEndedOn: null }, 'cooperation-not-ended', [clean, rule('2024-11-30', 0, '—', '—')]],
    [{ delistedOn: [] }, 'refundable', [clean, rule('—', 0, '2024-11-30', '2024-12-01')]],
  ])('with %j: %s', (more, state, steps) => {
    const found = evaluateRefund(packOf('kubesphere'), { ...facts, ...more }, '2025-01-01')
    expect([found.state, found.explanation.map(told)]).toEqual([state, steps])
  })

  it('nothing where none is stated', () => {
    expect(evaluateRefund(packOf('huawei'), facts, '2025-01-01').explanation).toEqual([])
  })
})

describe('steps explain an amount', () => {
  const [stated] = evaluateDeposit(packOf('kubesphere'), FACTS, '2024-10-22', calendar).explanation.ofAmount
  if (stated === undefined) throw new Error('the amount has a step')
  const priced = (count: number, each: number, required: number) => ({
    ...stated,
    inputs: { categories: list(Array.from({ length: count }, () => text('x'))), each: money(each) },
    gives: { required: money(required) },
  })

  it.each<[string, Parameters<typeof explainsAmount>[0], number | null, boolean]>([
    ['as it is stated', [stated], 500_000, true],
    ['of another figure', [stated], 500_001, false],
    ['by categories that come to it', [priced(3, 100, 300), priced(1, 50, 50)], 350, true],
    ['by categories that do not', [priced(3, 100, 350)], 350, false],
    ['none, where none is given', [{ ...stated, gives: {} }], null, true],
    ['one, where none is given', [{ ...stated, gives: {} }], 0, false],
    ['none, where one is given', [stated], null, false],
    ['in no money', [{ ...stated, gives: { required: text('5,000') } }], 500_000, false],
    ['by a price without categories', [{ ...stated, inputs: { each: money(1) } }], 500_000, true],
    ['by categories without a price', [{ ...stated, inputs: { categories: list([]) } }], 500_000, true],
  ])('%s', (_, steps, amount, expected) => {
    expect(explainsAmount(steps, amount)).toBe(expected)
  })
})
