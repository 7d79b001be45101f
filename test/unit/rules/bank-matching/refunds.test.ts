import { describe, expect, it } from 'vitest'
import { createMatcher } from '#shared/rules/bank-matching/match-line.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'
import { owing, paid } from './matching.ts'

const paidBack = (payee: string, remark: string, more: Partial<LineToMatch> = {}) =>
  paid(payee, remark, { direction: 'out', ...more })
const find = (line: LineToMatch, ...names: string[]) => {
  const refunds = owing(...names).map((item) => ({ ...item, kind: 'refund' as const }))
  const { decision, candidates } = createMatcher(refunds, matchSettings(null))(line)
  return candidates.map((each) => ({ ...each, certain: decision === 'auto' }))
}

describe('the refund that money going out paid', () => {
  it('is certain where payee and amount agree and nothing else fits', () => {
    const found = find(paidBack('样本科技有限公司', '退还保证金'), '样本科技有限公司', '另一家有限公司')
    expect(found.map(({ id, certain }) => [id, certain])).toEqual([['P1', true]])
  })

  it('may be called 退款 or 退回', () => {
    for (const summary of ['退款', '退回保证金']) {
      const [found] = find(paidBack('样本科技有限公司', '', { summary }), '样本科技有限公司')
      expect(found?.certain).toBe(true)
    }
  })

  it.each([
    ['another amount', paidBack('样本科技有限公司', '', { amount: 499_999 })],
    ['a name that is only alike', paidBack('样本科技股份有限公司', '')],
    ['other characters', paidBack('樣本科技有限公司', '')],
    ['another payee named in the remark', paidBack('张三', '样本科技有限公司 保证金')],
    ['an unproven direction', paidBack('样本科技有限公司', '', { isDirectionProven: false })],
    ['another purpose', paidBack('样本科技有限公司', '', { summary: '货款' })],
  ])('is only suggested with %s', (_what, line) => {
    const found = find(line, '样本科技有限公司')
    expect(found.map(({ certain }) => certain)).toEqual([false])
  })

  it('is only suggested where two refunds fit equally', () => {
    const found = find(paidBack('样本科技有限公司', ''), '样本科技有限公司', '样本科技有限公司')
    expect(found.map(({ certain }) => certain)).toEqual([false, false])
  })

  it('is left aside where the payouts to the same payee are the amount together', () => {
    const payee = '样本科技有限公司'
    const [refund, ...payouts] = owing(payee, payee, payee).map((item, at) => ({
      ...item,
      ...{ kind: at === 0 ? ('refund' as const) : ('payout' as const), due: (at + 1) * 100_000 },
    }))
    if (refund === undefined) throw new Error('there is one')
    const matcher = createMatcher([refund, ...payouts], matchSettings(null))
    const several = (amount: number) =>
      matcher(paidBack(payee, '', { amount }))
        .candidates.filter(({ reasons }) => reasons.includes('amount-of-several'))
        .map(({ kind }) => kind)
    expect(several(500_000)).toEqual(['payout', 'payout'])
    expect(several(600_000).toSorted()).toEqual(['payout', 'payout', 'refund'])
  })

  it('is not looked for in money that comes in, returns and charges', () => {
    for (const line of [
      paid('样本科技有限公司', ''),
      paidBack('样本科技有限公司', '', { summary: '退汇' }),
      paidBack('样本科技有限公司', '', { summary: '手续费' }),
      paidBack('样本科技有限公司', '', { isReversal: true }),
    ])
      expect(find(line, '样本科技有限公司')).toEqual([])
  })
})
