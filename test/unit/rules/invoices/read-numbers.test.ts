import { describe, expect, it } from 'vitest'
import { csvGrid } from '#shared/bank-statements/table/csv-grid.ts'
import { invoiceRemark, issueListSchema, READY_ISSUE_LIST } from '#shared/rules/invoices/issue-list.ts'
import { type AwaitingNumber, matchNumbers } from '#shared/rules/invoices/match-numbers.ts'
import { type IssuedInvoice, readNumbers } from '#shared/rules/invoices/read-numbers.ts'

const ONE = '26112000000000000001'
const TWO = '26112000000000000002'
const HEAD = '序号,数电发票号码,发票号码,购方识别号,购买方名称,开票日期,金额,税额,价税合计,备注'
const read = (...lines: string[]) => readNumbers([csvGrid([HEAD, ...lines].join('\r\n'))])

describe('an export of issued invoices', () => {
  it('is read by what its columns are called, an invoice of several rows once', () => {
    expect(
      read(
        `1,${ONE},,T1,甲公司,2026-11-05 10:20:30,9.43,0.57,10.00,佣金`,
        `2,${ONE},,T1,甲公司,2026-11-05 10:20:30,0.94,0.06,1.00,`,
        `3,${TWO},,T2,乙公司,2026/11/6,-9.43,-0.57,-10.00,被红冲蓝字数电发票号码：${ONE}`,
      ),
    ).toEqual({
      invoices: [
        {
          number: ONE,
          issuedOn: '2026-11-05',
          gross: 11_00,
          buyerName: '甲公司',
          taxId: 'T1',
          remark: '佣金',
        },
        {
          ...{ number: TWO, issuedOn: '2026-11-06', gross: -10_00, buyerName: '乙公司', taxId: 'T2' },
          remark: `被红冲蓝字数电发票号码：${ONE}`,
        },
      ],
      unread: [],
    })
  })

  it('names the rows that are none, and is none itself without its columns', () => {
    expect(
      read(
        '1,12345,,T1,甲,2026-11-05,,,10.00,',
        `2,${ONE},,T1,甲,2026-11-05,,,十元,`,
        `3,${TWO},,T1,甲,2026-02-30,,,1.00,`,
      )?.unread,
    ).toEqual([
      { row: 2, why: 'number-unreadable', text: '12345' },
      { row: 3, why: 'amount-unreadable', text: '十元' },
      { row: 4, why: 'day-unreadable', text: '2026-02-30' },
    ])
    expect(readNumbers([csvGrid('a,b\r\n1,2')])).toBeNull()
    expect(readNumbers([])).toBeNull()
  })
})

const issued = (change: Partial<IssuedInvoice> = {}): IssuedInvoice => ({
  ...{ number: ONE, issuedOn: '2026-11-05', gross: 10_00, buyerName: '甲', taxId: 'T1', remark: '' },
  ...change,
})
const waits = (id: string, change: Partial<AwaitingNumber> = {}): AwaitingNumber => ({
  ...{ id, gross: 10_00, taxId: 'T1', blueNumber: null },
  ...change,
})
const outcome = (invoices: IssuedInvoice[], awaiting: AwaitingNumber[], known: string[] = []) =>
  matchNumbers(invoices, awaiting, new Set(known)).map((each) =>
    each.kind === 'matched' ? each.id : [each.why, each.ours],
  )

describe('a number that comes back', () => {
  it('goes to the record its remark names, before any of the same buyer and amount', () => {
    const remark = invoiceRemark({ month: '2026-10', id: 'B' })
    expect(outcome([issued({ remark })], [waits('A'), waits('B')])).toEqual(['B'])
  })

  it('goes by buyer and amount where one alone fits, and to nobody where several do', () => {
    expect(outcome([issued()], [waits('A'), waits('B', { taxId: 'T2' })])).toEqual(['A'])
    expect(outcome([issued()], [waits('A'), waits('B')])).toEqual([['several-wait', null]])
    expect(outcome([issued({ taxId: 'T3' })], [waits('A')])).toEqual([['nobody-waits', null]])
  })

  it('is refused for another amount, told with ours, and where it is recorded already', () => {
    expect(outcome([issued({ gross: 10_01 })], [waits('A')])).toEqual([['amount-differs', 10_00]])
    expect(outcome([issued()], [waits('A')], [ONE])).toEqual([['known', null]])
  })

  it('is taken once: a second invoice finds no record that the first has', () => {
    expect(outcome([issued(), issued({ number: TWO })], [waits('A')])).toEqual(['A', ['nobody-waits', null]])
  })

  it('of a red letter goes to the one that takes back the invoice it names', () => {
    const red = issued({
      number: TWO,
      gross: -10_00,
      remark: `被红冲蓝字数电发票号码：${ONE} 红字发票信息确认单编号：1`,
    })
    const awaiting = [waits('A'), waits('R', { gross: -10_00, blueNumber: ONE })]
    expect(matchNumbers([red], awaiting, new Set())).toMatchObject([{ id: 'R', blueNumber: ONE }])
    expect(outcome([issued({ gross: -10_00 })], awaiting)).toEqual([['nobody-waits', null]])
  })
})

it('the ready list settings are such as may be kept', () => {
  expect(issueListSchema.parse(READY_ISSUE_LIST)).toEqual(READY_ISSUE_LIST)
})
