import type { MonthToSettle, OrderToSettle } from '#shared/rules/settlement/month-to-settle.ts'
import { type Settled, settleMonth } from '#shared/rules/settlement/settle-month.ts'
import type { SettledLine } from '#shared/rules/settlement/statement-line.ts'
import { packsOf } from '../fees/packs.ts'

/** An order of 100.00 yuan, paid, started and repaid at one instant. */
export function orderToSettle(id: string, more: Partial<OrderToSettle> = {}): OrderToSettle {
  const paidAt = more.paidAt ?? '2024-05-10T02:00:00.000Z'
  return {
    id,
    number: `N${id}`,
    kind: 'new',
    refundOf: null,
    category: 'saas',
    mode: 'joint',
    channel: 'online',
    distributed: false,
    cash: 100_00,
    taxBasisPoints: 600,
    agreedBasisPoints: 7_000,
    paidAt,
    activatedAt: paidAt,
    startsAt: paidAt,
    completedAt: paidAt,
    repaidAt: paidAt,
    supervised: false,
    ...more,
  }
}

export function refundOf(order: OrderToSettle, id: string, cash: number, paidAt: string): OrderToSettle {
  return { ...order, id, number: `N${id}`, kind: 'refund', refundOf: order.id, cash, paidAt }
}

export interface SettledMonth extends Settled {
  readonly lines: readonly SettledLine[]
}

/** A month of a marketplace settled by the packs that are shipped. */
export function settled(
  marketplace: string,
  month: string,
  orders: readonly OrderToSettle[],
  more: Partial<MonthToSettle> = {},
): SettledMonth {
  const lines: SettledLine[] = []
  const settling = settleMonth({
    packs: packsOf(marketplace),
    month,
    provider: { joinedOn: '2024-02-01', approvedOn: '2021-02-01' },
    orders,
    earlier: [],
    late: new Set(),
    closed: new Set(),
    adjustments: [],
    carriedIn: [],
    carriedFrom: null,
    rebates: 'apart',
    ...more,
  })
  for (let next = settling.next(); ; next = settling.next()) {
    if (next.done) return { lines, ...next.value }
    lines.push(next.value)
  }
}
