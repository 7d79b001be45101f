import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BadInput } from '#main/engine/bad-input.ts'
import { workbookGrids } from '#main/engine/imports/workbook-grids.ts'
import { readCommissionInvoiceCase } from '#main/engine/queries/commission-invoices/commission-invoice-case.ts'
import { exportCommissionInvoices } from '#main/engine/queries/commission-invoices/export-commission-invoices.ts'
import { ISSUE_LIST_SETTINGS, writeIssueList } from '#main/engine/queries/commission-invoices/issue-list.ts'
import { listCommissionInvoices } from '#main/engine/queries/commission-invoices/list-commission-invoices.ts'
import { readNumbersBack } from '#main/engine/queries/commission-invoices/read-back.ts'
import {
  type CommissionInvoiceFilter,
  commissionInvoiceFilterSchema,
} from '#shared/contracts/console-engine/commission-invoices.ts'
import { sampleProvider } from '#test/integration/platform/sample-records.ts'
import { sampleCommissionInvoice } from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
})
afterEach(() => desk.close())

const NUMBER = '26112000000000000001'
const OF = { marketplace: 'kubesphere', month: '2026-10' }
const TAX_ID = '91110108MA01ABCD2K'
const issued = {
  at: '2026-11-06T02:00:00.000Z',
  by: 'liu',
  byName: '刘芳',
  number: NUMBER,
  issuedOn: '2026-11-06',
}
const sort = { column: 'month', descending: false } as const
const listed = (filter: Partial<CommissionInvoiceFilter>) =>
  listCommissionInvoices(desk.desk(), {
    ...{ filter: commissionInvoiceFilterSchema.parse(filter), sort, after: null, limit: 50 },
  }).rows
const csv = (...lines: string[]) =>
  Buffer.from(['发票号码,购方税号,购买方名称,开票日期,价税合计,备注', ...lines].join('\r\n')).toString(
    'base64',
  )

describe('the register of commission invoices', () => {
  it('is filtered by state, month and provider, and leaves as a file', async () => {
    const due = sampleCommissionInvoice()
    const done = sampleCommissionInvoice({ issued, month: '2026-09' })
    desk.put('commissionInvoice', [due, done])
    desk.index()
    expect(listed({}).map(({ id }) => id)).toEqual([done.id, due.id])
    expect(listed({ statuses: ['issued'] }).map(({ number }) => number)).toEqual([NUMBER])
    expect(listed({ months: ['2026-10'] }).map(({ id }) => id)).toEqual([due.id])
    expect(listed({ text: '没有' })).toEqual([])
    const filter = commissionInvoiceFilterSchema.parse({})
    const file = await exportCommissionInvoices(desk.desk(), { filter, sort, language: 'zh', format: 'csv' })
    expect(Buffer.from(file.base64, 'base64').toString()).toContain(`10.00,9.43,6%,0.57,${NUMBER},2026-11-06`)
  })

  it('says what finance may do with one', () => {
    const due = sampleCommissionInvoice()
    desk.put('commissionInvoice', [due])
    desk.index()
    expect(readCommissionInvoiceCase(desk.desk(), due.id)).toMatchObject({
      status: 'to-issue',
      allowed: ['commission-invoice.record-number', 'commission-invoice.mark-exported'],
    })
  })
})

describe('the list for bulk issuing', () => {
  it('has each invoice without a number on both sheets, and leaves out whose tax id is not on record', async () => {
    const due = sampleCommissionInvoice({ providerId: 'p-1' })
    const nameless = sampleCommissionInvoice({ providerId: 'p-2', providerName: '无证公司' })
    desk.put('provider', [
      sampleProvider({ id: 'p-1', marketplace: 'kubesphere', name: '北京云栈科技有限公司', uscc: TAX_ID }),
      sampleProvider({ id: 'p-2', marketplace: 'kubesphere', uscc: null }),
    ])
    desk.put('commissionInvoice', [due, nameless, sampleCommissionInvoice({ providerId: 'p-1', issued })])
    desk.index()
    const { file, marks, leftOut } = await writeIssueList(desk.desk(), OF)
    expect(marks).toEqual([
      { id: due.id, version: 1, buyer: { name: '北京云栈科技有限公司', taxId: TAX_ID } },
    ])
    expect(leftOut).toEqual([{ id: nameless.id, name: '无证公司' }])
    const grids = workbookGrids(Buffer.from(file.base64, 'base64')) ?? []
    expect(grids.map(({ page }) => page)).toEqual(['1-发票基本信息', '2-发票明细信息'])
    expect(grids.map(({ rows }) => rows.length)).toEqual([2, 2])
    expect(grids[0]?.rows[1]?.cells).toContain(`佣金 2026-10 ${due.id}`)
    expect(grids[1]?.rows[1]?.cells.slice(1)).toEqual(['平台服务费', '3040203000000000000', '10', '0.06'])
    const own = { ...ISSUE_LIST_SETTINGS.read(desk.desk(), OF.marketplace).value, item: '技术服务费' }
    ISSUE_LIST_SETTINGS.keep(desk.desk(), OF.marketplace, { value: own, only: true })
    const again = await writeIssueList(desk.desk(), OF)
    const [, detail] = workbookGrids(Buffer.from(again.file.base64, 'base64')) ?? []
    expect(detail?.rows[1]?.cells[1]).toBe('技术服务费')
    expect(ISSUE_LIST_SETTINGS.read(desk.desk(), 'ksyun').value.item).toBe('平台服务费')
  })
})

describe('numbers read back', () => {
  it('find their records, or say why not; nothing is decided by it', async () => {
    const due = sampleCommissionInvoice()
    desk.put('commissionInvoice', [due])
    desk.index()
    const back = await readNumbersBack(desk.desk(), {
      marketplace: 'kubesphere',
      base64: csv(
        `${NUMBER},X,甲,2026-11-06,10.00,佣金 2026-10 ${due.id}`,
        '26112000000000000002,X,乙,2026-11-06,3.00,',
        '合计,,,,13.00,',
      ),
    })
    expect(back.matches).toMatchObject([
      { number: NUMBER, record: { id: due.id, version: 1 }, why: null },
      { record: null, why: 'nobody-waits' },
    ])
    expect(back.unread).toEqual([{ row: 4, why: 'number-unreadable', text: '合计' }])
  })

  it('of what is no table of invoices say what is missing', async () => {
    const base64 = Buffer.from('a,b\r\n1,2').toString('base64')
    const asked = readNumbersBack(desk.desk(), { marketplace: 'kubesphere', base64 })
    await expect(asked).rejects.toThrow(BadInput)
  })
})
