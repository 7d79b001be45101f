import { isUnfinished, type Order, orderSchema, orderStatus } from '../records/order.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer, integerOrNull } = kindOf<Order>()

/** Begins the `sort` of orders under supervision: it comes after every instant. */
export const UNFINISHED = 'unfinished '

/** When an order last moved, as its provider's orders are read; under supervision it moves still. */
function sortOf(order: Order): string {
  if (isUnfinished(order.supervision)) return `${UNFINISHED}${order.paidAt}`
  const { paidAt, activatedAt, startsAt, completedAt, repaidAt } = order
  return [activatedAt, startsAt, completedAt, repaidAt].reduce<string>(
    (last, at) => (at !== null && at > last ? at : last),
    paidAt,
  )
}

export const orderKind = defineKind({
  since: 4,
  schema: orderSchema,
  table: 'market_order',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    number: text(({ number }) => number),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    productName: text(({ productName }) => productName),
    category: text(({ category }) => category),
    kind: text(({ kind }) => kind),
    buyerId: text(({ buyerId }) => buyerId),
    refundOf: textOrNull(({ refundOf }) => refundOf),
    channel: text(({ channel }) => channel),
    /** 1 where the buyer is the provider's own customer. */
    distributed: integer(({ distributed }) => (distributed ? 1 : 0)),
    cash: integer(({ cash }) => cash),
    agreedBasisPoints: integerOrNull(({ agreedBasisPoints }) => agreedBasisPoints),
    paidAt: text(({ paidAt }) => paidAt),
    status: text(orderStatus),
    settledIn: textOrNull(({ settledIn }) => settledIn),
    updatedAt: text(({ updatedAt }) => updatedAt),
    supervision: text(({ supervision }) => supervision),
  },
  key: (order) => ({
    marketplace: order.marketplace,
    providerId: order.providerId,
    name: order.number,
    sort: sortOf(order),
    fileHashes: [],
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'support', 'auditor'],
  withoutPersonalData: (order) => ({ ...order, buyerName: null }),
  title: ({ number }) => number,
  state: orderStatus,
  decided: false,
  foundBy: ['productName'],
  before: {},
})
