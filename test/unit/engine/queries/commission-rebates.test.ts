import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCommissionRebateCase } from '#main/engine/queries/commission-rebates/commission-rebate-case.ts'
import { exportCommissionRebates } from '#main/engine/queries/commission-rebates/export-commission-rebates.ts'
import { listCommissionRebates } from '#main/engine/queries/commission-rebates/list-commission-rebates.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import {
  type CommissionRebateFilter,
  commissionRebateFilterSchema,
} from '#shared/contracts/console-engine/commission-rebates.ts'
import { rebateSaid } from '#shared/words/settlement.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { sampleCommissionRebate } from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

const returned = {
  ...{ at: '2026-11-06T02:00:00.000Z', by: 'liu', byName: '刘芳', on: '2026-11-05', evidence: '回单 12' },
}
const sort = { column: 'month', descending: false } as const
const listed = (filter: Partial<CommissionRebateFilter>) =>
  listCommissionRebates(desk.desk(), {
    ...{ filter: commissionRebateFilterSchema.parse(filter), sort, after: null, limit: 50 },
  }).rows

it.each([
  ['apart', 500, '单独返还'],
  ['apart', -500, '少收佣金，单独补收'],
  ['set-off', 500, '在结算单内抵扣'],
  ['set-off', -500, '少收佣金，在结算单内补收'],
] as const)('a true-up %s of %i fen is said by which side owes it', (way, amount, said) => {
  expect(rebateSaid(way, amount).zh).toBe(said)
})

describe('the register of rebates', () => {
  it('is filtered by state, month and provider, and leaves as a file with its sum', async () => {
    const due = sampleCommissionRebate()
    const done = sampleCommissionRebate({ returned, month: '2026-09' })
    const setOff = sampleCommissionRebate({ way: 'set-off', month: '2026-08' })
    desk.put('commissionRebate', [due, done, setOff])
    desk.index()
    expect(listed({}).map(({ id }) => id)).toEqual([setOff.id, done.id, due.id])
    expect(listed({ statuses: ['due'] }).map(({ id }) => id)).toEqual([due.id])
    expect(listed({ statuses: ['returned'] }).map(({ id }) => id)).toEqual([done.id])
    expect(listed({ months: ['2026-08'] }).map(({ id }) => id)).toEqual([setOff.id])
    expect(listed({ text: '没有' })).toEqual([])
    const filter = commissionRebateFilterSchema.parse({})
    const file = await exportCommissionRebates(desk.desk(), { filter, sort, language: 'zh', format: 'csv' })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain('60.00,单独返还,2026-11-05,回单 12,刘芳')
  })

  it('says what finance may do with one, and that there is none of an id', () => {
    const due = sampleCommissionRebate()
    const setOff = sampleCommissionRebate({ way: 'set-off' })
    desk.put('commissionRebate', [due, setOff])
    desk.index()
    expect(readCommissionRebateCase(desk.desk(), due.id)).toMatchObject({
      status: 'due',
      allowed: ['rebate.record-return'],
    })
    expect(readCommissionRebateCase(desk.desk(), setOff.id).allowed).toEqual([])
    expect(() => readCommissionRebateCase(desk.desk(), newUlid())).toThrow(RecordMissing)
  })
})
