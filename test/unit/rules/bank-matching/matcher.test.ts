import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMatcher, indexItems, matcherOver } from '#shared/rules/bank-matching/match-line.ts'
import { matchSettings } from '#shared/rules/bank-matching/match-settings.ts'
import type { LineToMatch } from '#shared/rules/bank-matching/match-types.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'

const NAMES = ['北京云栈科技有限公司', '上海星河软件有限公司', '北京云栈信息科技有限公司']
const ACCOUNTS = ['6222001', '6222002']

const standing = fc.record({
  due: fc.constantFrom(0, 200_000, 500_000),
  accounts: fc.uniqueArray(fc.constantFrom(...ACCOUNTS)),
})
const allStandings = fc.tuple(standing, standing, standing)
const line = fc.record({
  payer: fc.constantFrom('', ...NAMES),
  payerAccount: fc.constantFrom('', ...ACCOUNTS),
  amount: fc.constantFrom(200_000, 500_000),
  remark: fc.constantFrom('', '保证金', ...NAMES.map((name) => `${name}-保证金`)),
})

function depositsOf(standings: readonly Pick<OpenItem, 'due' | 'accounts'>[]): OpenItem[] {
  return standings.map((each, at) => ({
    kind: 'deposit',
    id: `deposit-${at}`,
    counterparty: NAMES[at] ?? '',
    ...each,
  }))
}

it('matches restated deposits as if they had always stood so', () => {
  const settings = matchSettings(null)
  fc.assert(
    fc.property(fc.array(allStandings, { minLength: 2, maxLength: 4 }), line, (history, given) => {
      const [first = [], ...later] = history
      const index = indexItems(depositsOf(first))
      for (const standings of later) for (const each of depositsOf(standings)) index.in.restate(each)
      const toMatch: LineToMatch = {
        ...given,
        direction: 'in',
        isDirectionProven: true,
        isReversal: false,
        summary: '',
      }
      const fresh = createMatcher(depositsOf(history.at(-1) ?? []), settings)
      expect(matcherOver(index, settings)(toMatch)).toEqual(fresh(toMatch))
    }),
  )
})

it('passes over words of the settings that are nothing but blanks', () => {
  const settings = { ...matchSettings(null), bankWords: ['　'], otherPurposes: ['\u200b'] }
  const [deposit = ''] = NAMES
  const match = createMatcher(depositsOf([{ due: 500_000, accounts: [] }]), settings)
  const paid: LineToMatch = {
    direction: 'in',
    isDirectionProven: true,
    isReversal: false,
    amount: 500_000,
    payer: deposit,
    payerAccount: '',
    remark: `${deposit}-保证金`,
    summary: '转账',
  }
  expect(match(paid).decision).toBe('auto')
})
