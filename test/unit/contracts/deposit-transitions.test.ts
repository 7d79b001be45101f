import { describe, expect, it } from 'vitest'
import type { DepositEntry } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideDeposit,
  depositAllows,
} from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { sampleObligation } from '#test/integration/platform/sample-records.ts'

const AT = '2026-11-20T02:00:00.000Z'
const LIU = { id: 'liu', name: '刘芳' }
const WANG = { id: 'wang', name: '王建国' }
const posted = { at: AT, by: 'liu', byName: '刘芳' }

type DepositDecision = DecisionAbout<'depositObligation'>

const came = (amount: number, line = 'l1'): DepositEntry => ({
  kind: 'match',
  amount,
  line,
  note: '',
  ...posted,
})
const asked = (wanted: number): DepositEntry => ({
  ...{ kind: 'refund-request', amount: 0, wanted, reason: '合作终止', payee: null },
  ...posted,
})
const held: DepositEntry = { kind: 'refund-hold', amount: 0, reason: '客诉未结', ...posted }
const lifted: DepositEntry = { kind: 'refund-hold-lifted', amount: 0, reason: '已结', ...posted }
const receipt = (number: string | null, received: number): DepositEntry => ({
  ...{ kind: 'receipt', amount: 0, number, received, lines: ['l1'] },
  ...posted,
})
const approved = (amount: number): DepositEntry => ({
  ...{ kind: 'refund-approval', amount: 0, approved: amount },
  ...posted,
})

const REQUEST = (amount: number): DepositDecision => ({
  type: 'deposit.request-refund',
  arguments: { amount, reason: '合作终止' },
})
const APPROVE = (amount: number): DepositDecision => ({
  type: 'deposit.approve-refund',
  arguments: { amount },
})
const DECLINE: DepositDecision = { type: 'deposit.decline-refund', arguments: { reason: '账号不符' } }
const HOLD: DepositDecision = { type: 'deposit.hold-refund', arguments: { reason: '客诉未结' } }
const LIFT: DepositDecision = { type: 'deposit.lift-refund-hold', arguments: { reason: '已结' } }
const RECEIPT: DepositDecision = { type: 'deposit.issue-receipt', arguments: {} }
const WAIVE: DepositDecision = {
  type: 'deposit.waive',
  arguments: { reason: '首批合作伙伴', until: '2026-12-31' },
}
const SEND: DepositDecision = {
  type: 'deposit.send-receipt',
  arguments: { number: 'SJ-1', courier: '顺丰速运', tracking: 'SF1000200030', attachments: [] },
}

/** The posting a decision makes; null where it is refused. 5,000 yuan are due. */
function posting(
  decision: DepositDecision,
  entries: readonly DepositEntry[],
  by = WANG,
): DepositEntry | null {
  const before = sampleObligation({ amount: 500_000, entries: [...entries] })
  const after = decideDeposit(before, decision, by, AT, 'SJ-9')
  expect(after?.version ?? before.version + 1).toBe(before.version + 1)
  return after?.entries.at(-1) ?? null
}

describe('a decision about a deposit', () => {
  it.each<[string, DepositDecision, readonly DepositEntry[]]>([
    ['waiving what is held', WAIVE, [came(500_000)]],
    ['a receipt where nothing came', RECEIPT, []],
    ['a receipt for what stands on one', RECEIPT, [came(500_000), receipt('SJ-1', 500_000)]],
    ['a refund of nothing', REQUEST(1), []],
    ['a refund of more than there is', REQUEST(500_001), [came(500_000)]],
    ['a refund beside one that is asked for', REQUEST(1), [came(500_000), asked(100_000)]],
    [
      'a refund of what is approved already',
      REQUEST(400_001),
      [came(500_000), asked(100_000), approved(100_000)],
    ],
    ['approving what nobody asked for', APPROVE(1), [came(500_000)]],
    ['approving another amount than was asked for', APPROVE(99_999), [came(500_000), asked(100_000)]],
    ['approving under a hold', APPROVE(100_000), [came(500_000), asked(100_000), held]],
    [
      'approving what has gone meanwhile',
      APPROVE(500_000),
      [came(500_000), asked(500_000), { kind: 'unmatch', amount: -1, line: 'l1', reason: '', ...posted }],
    ],
    ['declining where nothing is asked for or approved', DECLINE, [came(500_000)]],
    ['a hold where there is nothing to hold', HOLD, []],
    ['a second hold', HOLD, [came(1), held]],
    ['lifting a hold there is not', LIFT, [came(500_000)]],
    ['lifting a hold twice', LIFT, [came(500_000), held, lifted]],
    ['sending a receipt that was not issued', SEND, [came(500_000), receipt('SJ-2', 500_000)]],
    ['sending one that has no number yet', SEND, [came(500_000), receipt(null, 500_000)]],
  ])('is refused: %s', (_, decision, entries) => {
    expect(posting(decision, entries)).toBeNull()
  })

  it.each<[string, DepositDecision, readonly DepositEntry[], Partial<DepositEntry>]>([
    ['waives what is only partly there', WAIVE, [came(499_999)], { kind: 'waive' }],
    [
      'gives a receipt for what came',
      RECEIPT,
      [came(1)],
      { kind: 'receipt', number: 'SJ-9', received: 1, lines: ['l1'] },
    ],
    ['asks for all there is', REQUEST(500_000), [came(500_000)], { kind: 'refund-request', wanted: 500_000 }],
    [
      'asks for what is not on its way',
      REQUEST(400_000),
      [came(500_000), asked(100_000), approved(100_000)],
      { kind: 'refund-request', wanted: 400_000 },
    ],
    [
      'approves all there is',
      APPROVE(500_000),
      [came(500_000), asked(500_000)],
      { kind: 'refund-approval', approved: 500_000 },
    ],
    [
      'approves once the hold is lifted',
      APPROVE(1),
      [came(500_000), asked(1), held, lifted],
      { kind: 'refund-approval', approved: 1 },
    ],
    [
      'declines what is asked for',
      DECLINE,
      [came(500_000), asked(1)],
      { kind: 'refund-refusal', reason: '账号不符' },
    ],
    [
      'takes back what is approved',
      DECLINE,
      [came(500_000), asked(1), approved(1)],
      { kind: 'refund-refusal' },
    ],
    ['holds refunds', HOLD, [came(1)], { kind: 'refund-hold', reason: '客诉未结' }],
    ['holds them again', HOLD, [came(1), held, lifted], { kind: 'refund-hold' }],
    ['lifts the hold', LIFT, [came(1), held], { kind: 'refund-hold-lifted', reason: '已结' }],
    ['sends a receipt', SEND, [came(1), receipt('SJ-1', 1)], { kind: 'receipt-sent', courier: '顺丰速运' }],
  ])('%s', (_, decision, entries, expected) => {
    expect(posting(decision, entries)).toMatchObject({
      ...expected,
      amount: 0,
      at: AT,
      by: 'wang',
      byName: '王建国',
    })
  })

  it('about a refund takes two people: who asked does not approve', () => {
    expect(posting(APPROVE(100_000), [came(500_000), asked(100_000)], LIU)).toBeNull()
    expect(posting(DECLINE, [came(500_000), asked(100_000)], LIU)).not.toBeNull()
  })

  it('keeps the provider ticket whatever stands', () => {
    expect(depositAllows(sampleObligation(), 'deposit.record-ticket')).toBe(true)
  })
})
