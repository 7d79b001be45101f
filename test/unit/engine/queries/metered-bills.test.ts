import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readBillCase } from '#main/engine/queries/metered-bills/bill-case.ts'
import { listBills } from '#main/engine/queries/metered-bills/list-bills.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import {
  BILL_SORT_COLUMNS,
  type BillFilter,
  billFilterSchema,
} from '#shared/contracts/console-engine/metered-bills.ts'
import type { MeteredBill } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { sampleBill } from '#test/integration/platform/sample-bills.ts'
import { newUlid, sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
beforeAll(() => {
  desk = deskUnderTest()
  desk.put('provider', [sampleProvider({ marketplace: 'huawei' })])
  desk.index()
})
afterAll(() => desk.close())
beforeEach(() => desk.cache.sql.exec('DELETE FROM metered_bill'))

type Sort = (typeof BILL_SORT_COLUMNS)[number]
const listed = (
  filter: Partial<BillFilter>,
  column: Sort = 'billedAt',
  limit = 50,
  after: string | null = null,
) =>
  listBills(desk.desk(), {
    ...{ sort: { column, descending: true }, after, limit },
    filter: billFilterSchema.parse(filter),
  })
const apart = (difference: number, change: Partial<MeteredBill> = {}) => {
  const bill = sampleBill(change)
  return { ...bill, amount: bill.check.amount + difference, check: { ...bill.check, difference } }
}
const ids = (bills: readonly { readonly id: string }[]) => bills.map(({ id }) => id)

describe('bills of metered use', () => {
  it('are narrowed to those that differ, to days of Beijing, an order, an instance, a product and a provider', () => {
    const agrees = sampleBill({ billedAt: '2026-11-10T15:59:59.999Z' })
    const differs = apart(-30, { billedAt: '2026-11-10T16:00:00.000Z', orderId: 'CS2', instanceId: 'inst-2' })
    const other = apart(30, {
      billedAt: '2026-11-12T00:00:00.000Z',
      providerId: 'p-2',
      productName: '另一种',
    })
    desk.put('meteredBill', [agrees, differs, other])
    expect(ids(listed({}).rows)).toEqual([other.id, differs.id, agrees.id])
    expect(ids(listed({ outcomes: ['differs'] }).rows)).toEqual([other.id, differs.id])
    expect(ids(listed({ outcomes: ['agrees'] }).rows)).toEqual([agrees.id])
    expect(ids(listed({ from: '2026-11-11', to: '2026-11-11' }).rows)).toEqual([differs.id])
    expect(ids(listed({ orderId: 'CS2' }).rows)).toEqual([differs.id])
    expect(ids(listed({ instanceId: 'inst-2' }).rows)).toEqual([differs.id])
    expect(ids(listed({ providerId: 'p-2' }).rows)).toEqual([other.id])
    expect(ids(listed({ productName: '另一种' }).rows)).toEqual([other.id])
    expect(listed({ marketplaces: ['kubesphere'] }).total).toBe(0)
  })

  it.each(BILL_SORT_COLUMNS)('are read by %s page by page, none twice and none left out', (column) => {
    const bills = Array.from({ length: 7 }, (_, at) =>
      apart((at % 3) * 10 - 10, { billedAt: `2026-11-1${at}T00:00:00.000Z` }),
    )
    desk.put('meteredBill', bills)
    const read: string[] = []
    for (let after: string | null = null; ; ) {
      const page = listed({}, column, 3, after)
      read.push(...ids(page.rows))
      after = page.next
      if (after === null) break
    }
    expect(read.toSorted()).toEqual(ids(bills).toSorted())
  })

  it('open with their order, where there is one of the number, and the others of it', () => {
    const bill = sampleBill({ orderId: 'CS9' })
    const sister = sampleBill({ orderId: 'CS9', billedAt: '2026-10-01T00:00:00.000Z' })
    desk.put('meteredBill', [bill, sister, sampleBill({ orderId: 'CS8' })])
    expect(readBillCase(desk.desk(), bill.id).order).toBeNull()
    const order = sampleOrder({ marketplace: 'huawei', number: 'CS9' })
    desk.put('order', [order])
    const opened = readBillCase(desk.desk(), bill.id)
    expect(opened.order).toEqual({ id: order.id, number: 'CS9' })
    expect(ids(opened.others)).toEqual([sister.id])
    expect(() => readBillCase(desk.desk(), newUlid())).toThrow(RecordMissing)
  })

  it('say by when use is to be reported, with both sentences of the source, where some of it was later', () => {
    const { check } = sampleBill()
    const late = sampleBill({ check: { ...check, late: 2 } })
    const fine = sampleBill()
    desk.put('meteredBill', [late, fine])
    const { reporting } = readBillCase(desk.desk(), late.id)
    expect(reporting?.days).toBe(21)
    expect(reporting?.citation).toMatchObject({ ruleId: 'metering.records', reading: true })
    expect(readBillCase(desk.desk(), fine.id).reporting).toBeNull()
  })
})
