import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  DepositEntry,
  RefundPayee,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { refundRoutes, unprovenRoute } from '#shared/contracts/console-platform/refund-routes.ts'
import { unclaimed } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'

const posted = { at: '2026-11-20T02:00:00.000Z', by: 'liu', byName: '刘芳' }
const LINES = new Map([
  ['cloud', { counterpartyName: '云栈', counterpartyAccount: '6222 0001' }],
  ['again', { counterpartyName: '云栈', counterpartyAccount: '62220001' }],
  ['group', { counterpartyName: '集团', counterpartyAccount: '62220002' }],
  ['cash', { counterpartyName: '云栈', counterpartyAccount: '' }],
])
const CLOUD: RefundPayee = { route: 'original', name: '云栈', account: '62220001' }
const ELSEWHERE: RefundPayee = {
  route: 'elsewhere',
  name: '云栈',
  account: '62229999',
  bank: '招商银行',
  evidence: '开户许可证',
  attachments: [],
}

const came = (line: string, amount: number): DepositEntry => ({
  kind: 'match',
  amount,
  line,
  note: '',
  ...posted,
})
const asked = (wanted: number, payee: RefundPayee | null): DepositEntry => ({
  ...{ kind: 'refund-request', amount: 0, wanted, reason: '合作终止', payee },
  ...posted,
})
const approved = (amount: number): DepositEntry => ({
  kind: 'refund-approval',
  amount: 0,
  approved: amount,
  ...posted,
})
const refused: DepositEntry = { kind: 'refund-refusal', amount: 0, reason: '不付', ...posted }
const paid = (line: string, amount: number): DepositEntry => ({
  ...{ kind: 'refund', amount: -amount, line, note: '' },
  ...posted,
})
const routes = (...entries: DepositEntry[]) =>
  refundRoutes({ amount: 500_000, entries }, LINES).map(({ account, available }) => [account, available])

describe('where the money of a deposit may go back to', () => {
  it('is each account it came from, however its number is written, with what came from it', () => {
    expect(routes(came('cloud', 300_000), came('group', 200_000), came('again', 100_000))).toEqual([
      ['62220001', 400_000],
      ['62220002', 200_000],
    ])
  })

  it('is none for money of no named account, nor for a line that is not here', () => {
    expect(routes(came('cash', 300_000), came('unknown', 200_000))).toEqual([])
  })

  it('is less what was taken back, what went back there and what is approved to', () => {
    const unmatched: DepositEntry = {
      kind: 'unmatch',
      amount: -100_000,
      line: 'again',
      reason: '认错',
      ...posted,
    }
    expect(routes(came('cloud', 300_000), came('again', 100_000), unmatched)).toEqual([['62220001', 300_000]])
    const toCloud = [came('cloud', 300_000), asked(100_000, CLOUD), approved(100_000)]
    expect(routes(...toCloud)).toEqual([['62220001', 200_000]])
    expect(routes(...toCloud, paid('again', 100_000))).toEqual([['62220001', 200_000]])
    expect(routes(...toCloud, refused)).toEqual([['62220001', 300_000]])
    // A refusal of what is asked for leaves what was approved before.
    expect(routes(...toCloud, asked(50_000, CLOUD), refused)).toEqual([['62220001', 200_000]])
  })

  it('is no more than lies there, when the rest went elsewhere', () => {
    const elsewhere = [came('cloud', 300_000), asked(200_000, ELSEWHERE), approved(200_000)]
    expect(routes(...elsewhere)).toEqual([['62220001', 100_000]])
    expect(routes(...elsewhere, paid('group', 200_000))).toEqual([['62220001', 100_000]])
  })

  it('counts again what the bank brought back', () => {
    const back: DepositEntry = {
      kind: 'refund-returned',
      amount: 100_000,
      line: 'again',
      reason: '退汇',
      ...posted,
    }
    const all = [
      came('cloud', 300_000),
      asked(100_000, CLOUD),
      approved(100_000),
      paid('again', 100_000),
      back,
    ]
    expect(routes(...all)).toEqual([['62220001', 200_000]])
    expect(routes(...all, refused)).toEqual([['62220001', 300_000]])
  })

  it('never lets an account have more than came from it, nor all of them more than lies there', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 })
    const entry = fc.oneof(
      fc.tuple(fc.constantFrom('cloud', 'again', 'group', 'cash'), amount).map((each) => came(...each)),
      amount.map((some) => asked(some, CLOUD)),
      amount.map((some) => asked(some, ELSEWHERE)),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const deposit = { amount: 500_000, entries }
        for (const { account, available } of refundRoutes(deposit, LINES)) {
          const received = entries.reduce((sum, each) => {
            const line = each.kind === 'match' ? LINES.get(each.line) : undefined
            return line?.counterpartyAccount.replaceAll(' ', '') === account ? sum + each.amount : sum
          }, 0)
          expect(available).toBeLessThanOrEqual(Math.min(received, unclaimed(deposit)))
        }
      }),
    )
  })
})

describe('a payee', () => {
  it('is proven by where the money came from, up to what came; another by what was filed', () => {
    const known = refundRoutes({ amount: 500_000, entries: [came('cloud', 300_000)] }, LINES)
    expect(unprovenRoute(known, CLOUD, 300_000)).toBeNull()
    expect(unprovenRoute(known, { ...CLOUD, account: '6222 0001' }, 300_000)).toBeNull()
    expect(unprovenRoute(known, CLOUD, 300_001)).toBe(300_000)
    expect(unprovenRoute(known, { ...CLOUD, name: '集团' }, 1)).toBe(0)
    expect(unprovenRoute([], ELSEWHERE, 300_001)).toBeNull()
  })
})
