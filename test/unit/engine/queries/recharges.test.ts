import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDepositCase } from '#main/engine/queries/deposits/deposit-case.ts'
import { exportRecharges } from '#main/engine/queries/recharges/export-recharges.ts'
import { listRecharges } from '#main/engine/queries/recharges/list-recharges.ts'
import { readRechargeCase } from '#main/engine/queries/recharges/recharge-case.ts'
import {
  type RECHARGE_SORT_COLUMNS,
  type RechargeFilter,
  rechargeCaseSchema,
  rechargeFilterSchema,
} from '#shared/contracts/console-engine/recharges.ts'
import { sampleObligation, sampleRecharge } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const deposit = sampleObligation()
const open = sampleRecharge({ obligationId: deposit.id, paidOn: '2026-11-19' })
const other = sampleRecharge({ providerName: '杭州数帆有限公司', paidOn: '2026-11-01', amount: 1 })

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, id: 'wang', roles: ['finance-approver'] })
  desk.put('depositObligation', [deposit])
  desk.put('recharge', [open, other])
  desk.index()
})
afterEach(() => desk.close())

const question = (
  filter: Partial<RechargeFilter> = {},
  column: (typeof RECHARGE_SORT_COLUMNS)[number] = 'paidOn',
) => ({
  filter: rechargeFilterSchema.parse(filter),
  sort: { column, descending: true },
  after: null,
  limit: 50,
})
const listed = (...asked: Parameters<typeof question>) =>
  listRecharges(desk.desk(), question(...asked)).rows.map(({ id }) => id)

describe('the list of recharges', () => {
  it('is ordered by day and amount, and narrowed by state, name and number of the channel', async () => {
    expect(listed()).toEqual([open.id, other.id])
    expect(listed({}, 'amount')).toEqual([open.id, other.id])
    expect(listed({ statuses: ['confirmed'] })).toEqual([])
    expect(listed({ text: '数帆' })).toEqual([other.id])
    expect(listed({ text: open.number })).toEqual([open.id])
    const { base64 } = await exportRecharges(desk.desk(), { ...question(), format: 'csv', language: 'zh' })
    expect(Buffer.from(base64, 'base64').toString('utf8')).toContain(open.number)
  })
})

describe('a recharge', () => {
  it('that is confirmed offline shows on the deposit at once, with its account to go back to', () => {
    const opened = rechargeCaseSchema.parse(readRechargeCase(desk.desk(), open.id))
    expect(opened.allowed).toEqual(['recharge.confirm', 'recharge.refuse'])
    desk.desk().workspace.outbox.enqueue({
      ...{ type: 'recharge.confirm', recordId: open.id, expectedVersion: 1, arguments: {} },
      seenDigest: opened.seenDigest,
    })
    const shown = readDepositCase(desk.desk(), deposit.id)
    expect(shown).toMatchObject({ balance: open.amount, standing: { status: 'held' } })
    expect(shown.refundRoutes).toEqual([
      { account: open.payerAccount, name: open.payerName, available: open.amount },
    ])
    expect(shown.bankLines[open.id]).toMatchObject({ bookedOn: open.paidOn, isRecharge: true })
    expect(readRechargeCase(desk.desk(), open.id)).toMatchObject({
      status: 'confirmed',
      allowed: ['recharge.take-back'],
    })
  })
})
