import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NewDecision } from '#main/engine/outbox/outbox.ts'
import { outboxRows } from '#main/engine/outbox/outbox-rows.ts'
import { listOutbox, listReturned } from '#main/engine/queries/sync-page.ts'
import { outboxEntrySchema, returnedDecisionSchema } from '#shared/contracts/console-engine/pending.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { labelledText, valueText } from '#shared/values/value-text.ts'
import {
  PAID,
  sampleAccount,
  sampleLine,
  sampleObligation,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const owing = sampleObligation({ providerName: '杭州云帆' })
const held = sampleObligation({ providerName: '苏州云栈', entries: PAID })
const account = sampleAccount()
const line = sampleLine({ accountId: account.id, bookedOn: '2026-11-20', counterpartyName: '杭州云帆' })

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance', 'finance-approver'] })
  desk.put('bankAccount', [account])
  desk.put('bankLine', [line])
  desk.put('depositObligation', [owing, held])
  desk.index()
})
afterEach(() => desk.close())

const decide = (decision: Pick<NewDecision, 'type' | 'recordId' | 'arguments'>) =>
  desk.desk().workspace.outbox.enqueue({ expectedVersion: 1, seenDigest: null, ...decision })

/** As if the platform had answered that the record has changed. */
function comeBack(commandId: string): void {
  const rows = outboxRows(desk.desk().workspace.journal)
  rows.update([commandId], { state: 'returned' })
}

const REFUND = { type: 'deposit.request-refund', recordId: held.id } as const

describe('what waits and what came back', () => {
  it('a refund that was asked for shows its amount and its reason', () => {
    const { id } = decide({ ...REFUND, arguments: { amount: 300_000, reason: '合作终止' } })
    const said = ['金额：¥3,000.00', '理由：合作终止']
    const [waiting] = listOutbox(desk.desk())
    expect(outboxEntrySchema.parse(waiting).said?.map((each) => labelledText(each, 'zh'))).toEqual(said)
    comeBack(id)
    const [returned] = listReturned(desk.desk())
    expect(returnedDecisionSchema.parse(returned).said?.map((each) => labelledText(each, 'zh'))).toEqual(said)
  })

  it('a match names its deposit, with the amount', () => {
    const target = { kind: 'deposit', obligationId: owing.id } as const
    const parts = [{ target, amount: line.amount, reasons: [] }]
    decide({ type: 'deposit.match', recordId: line.id, arguments: { parts, note: '' } })
    const [waiting] = listOutbox(desk.desk())
    expect(waiting?.said?.map((each) => valueText(each.value, 'zh'))).toEqual(['保证金 杭州云帆 ¥5,000.00'])
  })

  it('a conflict on a deposit is in words: what was posted, by its line and amount', () => {
    const { id } = decide({ ...REFUND, arguments: { amount: 300_000, reason: '合作终止' } })
    comeBack(id)
    const posted = { at: '2026-11-20T02:00:00.000Z', by: 'op-7', byName: '刘芳' }
    const changed: DepositObligation = {
      ...held,
      version: 2,
      entries: [...held.entries, { kind: 'match', note: '', amount: 500_000, line: line.id, ...posted }],
    }
    desk.put('depositObligation', [changed])
    const [returned] = listReturned(desk.desk())
    expect(
      returned?.changedFields.map(({ label, seen, current }) => [
        label.zh,
        valueText(seen, 'zh'),
        valueText(current, 'zh'),
      ]),
    ).toEqual([['台账', '—', '2026-11-20 10:00 到账认领 ¥5,000.00 流水：2026-11-20 杭州云帆 ¥5,000.00 刘芳']])
    expect(returned).toMatchObject({ seen: true, current: true })
  })
})
