import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RefundFacts } from '#shared/rules/deposits/evaluate-refund.ts'
import { evaluateRefund } from '#shared/rules/deposits/evaluate-refund.ts'
import { packOf } from './deposit-setting.ts'

const pack = packOf('kubesphere')
const FACTS: RefundFacts = {
  delistedOn: ['2024-11-30'],
  stillListed: 0,
  hasViolation: false,
  cooperationEndedOn: '2024-11-30',
}

describe('a deposit is paid back three months after all products are delisted', () => {
  it('last delisted 2024-11-30: refundable from 2025-03-01', () => {
    expect(evaluateRefund(pack, FACTS, '2025-02-28')).toMatchObject({
      state: 'waiting',
      refundFrom: '2025-03-01',
    })
    expect(evaluateRefund(pack, FACTS, '2025-03-01')).toMatchObject({ state: 'refundable' })
  })

  it('and not before the cooperation has ended', () => {
    const late = { ...FACTS, cooperationEndedOn: '2025-06-30' }
    expect(evaluateRefund(pack, late, '2025-06-30')).toMatchObject({
      state: 'waiting',
      refundFrom: '2025-07-01',
    })
    const going = { ...FACTS, cooperationEndedOn: null }
    expect(evaluateRefund(pack, going, '2025-06-30')).toMatchObject({ state: 'cooperation-not-ended' })
  })

  it.each([
    [{ hasViolation: true }, 'violation'],
    [{ stillListed: 1 }, 'products-still-listed'],
    [{ hasViolation: true, stillListed: 1 }, 'violation'],
  ])('%j stands in the way: %s', (facts, state) => {
    const found = evaluateRefund(pack, { ...FACTS, ...facts }, '2030-01-01')
    expect(found).toMatchObject({ state, refundFrom: null })
    expect(found.explanation.every(({ citation }) => citation.quote !== '')).toBe(true)
  })

  it('only the last delisting counts, in whatever order they are told', () => {
    const days = ['2023-06-10', '2024-08-28', '2025-10-24']
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: 3 }), (delistedOn) => {
        const found = evaluateRefund(pack, { ...FACTS, delistedOn }, '2025-10-25')
        expect(found.refundFrom).toBe('2026-01-25')
      }),
    )
  })
})

describe('other marketplaces', () => {
  it('without a waiting period it is paid back once the cooperation has ended', () => {
    expect(evaluateRefund(packOf('aliyun'), FACTS, '2024-12-01')).toMatchObject({
      state: 'refundable',
      refundFrom: '2024-12-01',
    })
  })

  it.each(['ksyun', 'huawei'])('%s states no refund', (marketplace) => {
    expect(evaluateRefund(packOf(marketplace), FACTS, '2030-01-01')).toMatchObject({ state: 'not-stated' })
  })
})
