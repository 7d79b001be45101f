import type { BillSaid, MeteredBill } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { AT, newUlid } from './sample-records.ts'

/** What Huawei's market says of a bill of eight minutes by step: 3 at 0.3 and 5 at 0.2. */
export function sampleBillSaid(change: Partial<BillSaid> = {}): BillSaid {
  return {
    ...{ billId: `bill-${newUlid()}`, billedAt: AT, providerId: 'provider-1', listingId: null },
    ...{ productName: '语音外呼云', orderId: 'CS1', orderLineId: null, productId: 'prod-77' },
    ...{ instanceId: 'inst-1', userId: 'u-1', userName: '苏州华锐精密制造有限公司' },
    ...{ factor: '通话时长', unit: '分钟', accumulated: '0', packages: [], amount: 190 },
    ...{ from: '2026-11-18T16:00:00.000Z', to: '2026-11-19T16:00:00.000Z' },
    price: {
      mode: 'step',
      bands: [
        { upTo: '3', unitPrice: '0.3' },
        { upTo: null, unitPrice: '0.2' },
      ],
    },
    records: [
      {
        ...{ from: '2026-11-18T16:00:00.000Z', to: '2026-11-18T17:00:00.000Z' },
        ...{ recordedAt: '2026-11-18T17:10:00.000Z', quantity: '8' },
      },
    ],
    ...change,
  }
}

/** The same as the platform has it. */
export function sampleBill(change: Partial<MeteredBill> = {}): MeteredBill {
  return {
    ...sampleBillSaid(),
    ...{ id: newUlid(), version: 1, marketplace: 'huawei', providerName: '北京云栈科技有限公司' },
    check: {
      ...{ quantity: '8', inPackages: '0', charged: '8', amount: 190, difference: 0 },
      ...{ causes: [], repeats: 0, late: 0, steps: [] },
    },
    updatedAt: AT,
    ...change,
  }
}
