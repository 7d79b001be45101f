import exceljs from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportReconciliation } from '#main/engine/queries/reconciliation/export-reconciliation.ts'
import {
  listReportMonths,
  readReconciliation,
} from '#main/engine/queries/reconciliation/read-reconciliation.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { reconciliationSchema } from '#shared/contracts/console-engine/bank-reports.ts'
import { newUlid, sampleObligation } from '#test/integration/platform/sample-records.ts'
import {
  decideMatch,
  financeDesk,
  matched,
  OURS,
  ourLine,
  ourPayment,
  putArriving,
  toDeposit,
} from './bank-desk.ts'
import { sampleStatement } from './bank-statement-record.ts'
import type { DeskUnderTest } from './desk-under-test.ts'

const cloud = sampleObligation()
const statement = sampleStatement({
  accountId: OURS.id,
  period: { from: '2026-11-01', to: '2026-11-30' },
  opening: 1_000_000,
  closing: 2_199_000,
})
const own = { statementId: statement.id, bookedTime: null }
const open = ourLine({ ...own, bookedOn: '2026-11-02', ordinal: 0, balanceAfter: 1_500_000 })
const split = matched(
  ourLine({ ...own, bookedOn: '2026-11-02', ordinal: 1, amount: 700_000, balanceAfter: 2_200_000 }),
  toDeposit(cloud.id, 500_000),
  { target: { kind: 'other', what: 'sales' }, amount: 200_000, reasons: [] },
)
const charge = matched(
  ourPayment({ ...own, bookedOn: '2026-11-30', ordinal: 2, amount: 1000, balanceAfter: 2_199_000 }),
  { target: { kind: 'other', what: 'charge' }, amount: 1000, reasons: [] },
)
const NOVEMBER = { accountId: OURS.id, month: '2026-11' }

let desk: DeskUnderTest
beforeEach(() => {
  desk = financeDesk()
  desk.put('depositObligation', [cloud])
  desk.put('bankStatement', [statement])
  desk.put('bankLine', [open, split, charge])
  desk.index()
})
afterEach(() => desk.close())

const read = (question = NOVEMBER) => reconciliationSchema.parse(readReconciliation(desk.desk(), question))

describe('the reconciliation report of an account', () => {
  it('splits a line by its parts and comes to a difference of 0.00', () => {
    expect(read()).toMatchObject({
      account: { id: OURS.id, openLines: 1 },
      opening: 1_000_000,
      matched: [
        { kind: 'deposit', count: 1, in: 500_000, out: 0 },
        { kind: 'charge', count: 1, in: 0, out: 1000 },
        { kind: 'sales', count: 1, in: 200_000, out: 0 },
      ],
      open: { count: 1, in: 500_000, out: 0 },
      closing: 2_199_000,
      difference: 0,
      gaps: [],
      reconciled: false,
    })
  })

  it('is reconciled at once when the last open line is matched, before the platform has heard of it', () => {
    decideMatch(desk, open, { target: { kind: 'other', what: 'mistaken' }, amount: 500_000, reasons: [] })
    expect(read()).toMatchObject({ open: { count: 0 }, reconciled: true })
    expect(listReportMonths(desk.desk(), OURS.id)).toEqual([
      { month: '2026-11', lines: 3, open: 0, difference: 0, reconciled: true },
    ])
  })

  it('counts lines of an import that is on its way', () => {
    putArriving(desk, [
      ourLine({ bookedOn: '2026-12-03', amount: 1000, balanceAfter: 2_200_000, statementId: newUlid() }),
    ])
    expect(listReportMonths(desk.desk(), OURS.id).map(({ month }) => month)).toEqual(['2026-12', '2026-11'])
    expect(read({ accountId: OURS.id, month: '2026-12' })).toMatchObject({
      opening: 2_199_000,
      closing: 2_200_000,
      covered: [{ from: '2026-12-01', to: '2026-12-03' }],
    })
  })

  it('refuses an account that is not here', () => {
    expect(() => read({ accountId: newUlid(), month: '2026-11' })).toThrow(RecordMissing)
  })
})

describe('an exported report', () => {
  const question = { ...NOVEMBER, language: 'zh' } as const

  it('is a workbook whose report reckons itself from the lines', async () => {
    const { base64, fileName } = await exportReconciliation(desk.desk(), { ...question, format: 'xlsx' })
    expect(fileName).toBe(`reconciliation-${OURS.number}-2026-11.xlsx`)
    const book = new exceljs.Workbook()
    await book.xlsx.load(Uint8Array.from(Buffer.from(base64, 'base64')).buffer)
    expect(book.worksheets.map(({ name }) => name)).toEqual(['汇总', '收支核对', '明细', '未认领'])
    const report = book.getWorksheet('收支核对')
    const items = [
      '期初余额',
      '保证金',
      '手续费',
      '货款',
      '未认领',
      '本月合计',
      '期末余额（期初 + 收入 − 支出）',
      '期末余额（银行）',
      '差额',
    ]
    expect(items.map((_, at) => report?.getCell(at + 2, 1).value)).toEqual(items)
    expect(report?.getCell('C3').value).toEqual({
      formula: "SUMIFS('明细'!$D$2:$D$5,'明细'!$F$2:$F$5,A3)",
      result: 5000,
    })
    expect(report?.getCell('C7').value).toEqual({ formula: 'SUM(C3:C6)', result: 12_000 })
    expect(report?.getCell('E8').value).toEqual({ formula: 'E2+C7-D7', result: 21_990 })
    expect(report?.getCell('E10').value).toMatchObject({ formula: 'ROUND(E8-E9,2)' })
    expect(book.getWorksheet('未认领')?.getCell('A2').value).toBe(open.id)
  })

  it('is the lines as CSV, a part of a line in a row of its own', async () => {
    const { base64 } = await exportReconciliation(desk.desk(), { ...question, format: 'csv' })
    const rows = Buffer.from(base64, 'base64').toString('utf8').trim().split('\r\n')
    expect(rows).toHaveLength(5)
    expect(rows[2]).toContain(`${split.id},2026-11-02,,5000.00,,保证金,北京云栈科技有限公司,已认领`)
    expect(rows[3]).toContain(`${split.id},2026-11-02,,2000.00,,货款,,已认领`)
  })
})
