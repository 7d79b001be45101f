import { describe, expect, it } from 'vitest'
import { type DoubtFacts, doubtsAbout } from '#shared/rules/payouts/doubts.ts'

function facts(change: Partial<DoubtFacts> = {}): DoubtFacts {
  return {
    on: '2026-11-20',
    providerName: '北京云栈科技有限公司',
    amount: 1_200_000,
    account: { accountName: '北京云栈科技有限公司', approvedOn: '2026-01-05', sharedWith: [] },
    paidBefore: [1_100_000, 1_300_000],
    invoices: ['26112000000000000009'],
    othersInvoices: [{ number: '26112000000000000999', providerName: '上海别家有限公司' }],
    youngDays: 30,
    unlikeFrom: 30_000,
    ...change,
  }
}
const account = (change: object) => ({ account: { ...facts().account, ...change } as DoubtFacts['account'] })

describe('the reasons to look twice', () => {
  it('are none where nothing is unusual', () => {
    expect(doubtsAbout(facts())).toEqual([])
    expect(doubtsAbout(facts({ account: null }))).toEqual([])
  })

  it.each([
    ['account-shared', account({ sharedWith: ['上海别家有限公司'] }), ['上海别家有限公司']],
    ['account-name-unlike', account({ accountName: '张三' }), ['张三', '北京云栈科技有限公司']],
    ['account-young', account({ approvedOn: '2026-10-22' }), ['2026-10-22']],
    ['first-payment', { paidBefore: [] }, []],
    ['amount-unlike', { amount: 3_900_000 }, ['1300000']],
    ['amount-unlike', { amount: 433_333 }, ['1300000']],
    [
      'invoices-in-one-run',
      { othersInvoices: [{ number: '26112000000000000012', providerName: '上海别家有限公司' }] },
      ['26112000000000000012 上海别家有限公司'],
    ],
  ] as const)('%s is named with its evidence', (doubt, change, evidence) => {
    expect(doubtsAbout(facts(change as Partial<DoubtFacts>))).toEqual([{ doubt, evidence }])
  })

  it.each([
    ['an account of a month ago', account({ approvedOn: '2026-10-21' })],
    ['an amount short of three times the usual', { amount: 3_899_999 }],
    ['a name in other brackets or widths', account({ accountName: '北京云栈科技有限公司 ' })],
    [
      'a number four further on',
      { othersInvoices: [{ number: '26112000000000000013', providerName: '上海别家有限公司' }] },
    ],
  ] as const)('do not name %s', (_, change) => {
    expect(doubtsAbout(facts(change as Partial<DoubtFacts>))).toEqual([])
  })
})
