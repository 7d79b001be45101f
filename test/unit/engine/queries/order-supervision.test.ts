import { afterEach, describe, expect, it } from 'vitest'
import { readOrderCase } from '#main/engine/queries/orders/order-case.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Supervision } from '#shared/contracts/console-platform/records/supervision.ts'
import type { Role } from '#shared/contracts/console-platform/roles.ts'
import { NO_FILES } from '#test/integration/platform/sample-attachment.ts'
import {
  AT,
  DELIVERY_SAID,
  sampleOrder,
  sampleProvider,
  sampleSupervision,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest
afterEach(() => desk.close())

const by = { at: AT, by: 'zhou', byName: '周敏' }
const delivered = { step: 'delivered', ...by, said: DELIVERY_SAID } as const
const rejected = {
  step: 'rejected',
  ...by,
  said: { rejectedAt: AT, reason: '缺少培训记录', evidence: '驳回截图', attachments: NO_FILES },
} as const
const confirmed = {
  step: 'confirmed',
  ...by,
  said: { confirmedAt: '2026-11-20T01:00:00.000Z', evidence: '验收截图', attachments: NO_FILES },
} as const

/** What an order's page says of its supervision to somebody with these roles. */
function shown(
  roles: readonly Role[],
  change: Partial<Order> = {},
  steps: Supervision['steps'] | null = null,
) {
  desk = deskUnderTest({ ...ACCOUNT, roles: [...roles] })
  const order = sampleOrder({
    ...{ marketplace: 'huawei', category: 'license', mode: 'joint', supervision: 'pending' },
    ...{ paidAt: '2026-11-01T02:00:00.000Z', ...change },
  })
  desk.put('provider', [sampleProvider({ marketplace: 'huawei' })])
  desk.put('order', [order])
  if (steps !== null) desk.put('supervision', [sampleSupervision({ id: order.id, steps: [...steps] })])
  desk.index()
  return readOrderCase(desk.desk(), order.id).supervision
}

describe('the supervision on the page of an order', () => {
  it('is null where the marketplace supervises none, and of a refund', () => {
    expect(
      shown(['ops'], { marketplace: 'kubesphere', category: 'extension', supervision: 'none' }),
    ).toBeNull()
    desk.close()
    expect(shown(['ops'], { kind: 'refund', refundOf: sampleOrder().id, cash: -1 })).toBeNull()
  })

  it('has its delivery recorded by operations, and by nobody else', () => {
    expect(shown(['ops'])?.allowed).toEqual(['supervision.record-delivery'])
    desk.close()
    const finance = shown(['finance'])
    expect(finance?.allowed).toEqual([])
    expect(finance?.possible).toEqual(['supervision.record-delivery'])
  })

  it('is put there by a manager where the rules leave it open, not for a renewal', () => {
    const open = { category: 'hardware', supervision: 'none' } as const
    const offered = shown(['ops-manager'], open)
    expect(offered).toMatchObject({ verdict: { supervised: 'open' }, allowed: ['supervision.open'] })
    desk.close()
    expect(shown(['ops-manager'], { ...open, kind: 'renewal' })).toMatchObject({
      ...{ verdict: { supervised: 'no' }, allowed: [] },
    })
    desk.close()
    expect(shown(['ops-manager'], { ...open, settledIn: '2026-10' })?.allowed).toEqual([])
  })

  it('is appealed from the second rejection on', () => {
    expect(shown(['ops'], {}, [delivered, rejected])?.allowed).toEqual(['supervision.record-delivery'])
    desk.close()
    const twice = shown(['ops'], {}, [delivered, rejected, delivered, rejected])
    expect(twice).toMatchObject({
      ...{ state: 'rejected', appeal: { rejections: 2, afterRejections: 2 } },
      allowed: ['supervision.record-delivery', 'supervision.appeal'],
    })
  })

  it('says by when it is completed, once it is confirmed and no review is due', () => {
    expect(shown(['ops'], {}, [delivered, confirmed])).toMatchObject({
      ...{ state: 'confirmed', allowed: [], review: null },
      completion: { by: '2026-11-20T04:00:00.000Z' },
    })
    desk.close()
    const voucher = { ...delivered, said: { ...DELIVERY_SAID, governmentVoucher: true } }
    expect(shown(['ops'], {}, [voucher, confirmed])).toMatchObject({
      ...{ completion: null, review: { next: 'base-manager' }, allowed: ['supervision.record-review'] },
    })
  })
})
