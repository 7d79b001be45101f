import { addMonths, firstOfMonth, monthOfDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate, startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { OrderFeeAnswer } from '#shared/contracts/console-engine/orders.ts'
import type { Order } from '#shared/contracts/console-platform/records/order.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { feesOn } from '#shared/rules/fees/fees-on.ts'
import { monthCommission } from '#shared/rules/fees/month-commission.ts'
import { shareOrder } from '#shared/rules/fees/provider-share.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { feeAfterOthers } from './orders-before.ts'

/** What the market keeps of an order, by the rules of its own day, and each step of that. */
export function orderFee(context: QueryContext, order: Order): OrderFeeAnswer {
  const packs = context.packs.filter(({ marketplace }) => marketplace === order.marketplace)
  const found = feesOn(packs, shanghaiDate(order.paidAt))
  if (found === null) return { outcome: 'none', why: 'outside-policy-period', steps: [] }
  switch (found.fees.rules.model) {
    case 'per-order':
      return feeByOrder(context, packs, order)
    case 'monthly-tiers':
      return feeByMonth(context, packs, order)
    case 'provider-share':
      return shareOfCash(packs, order)
  }
}

/** What came before it at the same provider decides what is left of a free turnover. */
function feeByOrder(context: QueryContext, packs: readonly PolicyPack[], order: Order): OrderFeeAnswer {
  const provider = readPresent(context, 'provider', order.providerId)
  const joinedOn = provider?.joinedOn ?? null
  const { cash: amount, ...asked } = order
  const own = feeAfterOthers(context, packs, { joinedOn, approvedOn: joinedOn }, { ...asked, amount })
  if (own.outcome !== 'ok') return { outcome: 'none', why: own.outcome, steps: [] }
  const { exempt, base, fee, steps } = own
  return { outcome: 'fee', exempt, base, fee, steps: [...steps] }
}

function feeByMonth(context: QueryContext, packs: readonly PolicyPack[], order: Order): OrderFeeAnswer {
  const month = monthOfDate(shanghaiDate(order.paidAt))
  const from = firstOfMonth(month)
  const orders = context.statements
    .prepare<{ amount: Fen; distributed: 0 | 1 }>(
      `SELECT cash AS amount, distributed FROM market_order
       WHERE marketplace = @marketplace AND providerId = @providerId AND category = @category
         AND paidAt >= @from AND paidAt < @before`,
    )
    .all({
      ...{ marketplace: order.marketplace, providerId: order.providerId, category: order.category },
      from: startOfShanghaiDay(from),
      before: startOfShanghaiDay(addMonths(from, 1)),
    })
  const found = monthCommission(
    packs,
    month,
    (rows) => rows.find(({ categories }) => categories.includes(order.category)) ?? null,
    orders.map(({ amount, distributed }) => ({ amount, distributed: distributed === 1 })),
  )
  const steps = [...found.steps]
  if (found.outcome !== 'ok') return { outcome: 'none', why: found.outcome, steps }
  const { total, base, tier, basisPoints, charged, due, rebate } = found
  return { outcome: 'month', month, total, base, tier, basisPoints, charged, due, rebate, steps }
}

function shareOfCash(packs: readonly PolicyPack[], order: Order): OrderFeeAnswer {
  const found = shareOrder((on) => feesOn(packs, on), {
    id: order.id,
    productType: order.category,
    mode: order.mode ?? '',
    cash: order.cash,
    moments: {
      payment: order.paidAt,
      completion: order.completedAt,
      activation: order.activatedAt,
      start: order.startsAt,
    },
    supervised: order.supervision !== 'none',
    renewal: order.kind === 'renewal',
    repaidAt: order.repaidAt,
    agreedBasisPoints: order.agreedBasisPoints,
  })
  const steps = [...found.steps]
  if (found.outcome !== 'ok') return { outcome: 'none', why: found.outcome, steps }
  const { share, fee, billedIn } = found
  return { outcome: 'share', share, fee, billedIn, steps }
}
