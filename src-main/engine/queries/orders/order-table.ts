import type { Bilingual } from '#shared/base/bilingual.ts'
import { type Order, orderStatus } from '#shared/contracts/console-platform/records/order.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { ORDER_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { ORDER_KIND_WORDS, SUPERVISION_WORDS } from '#shared/words/orders.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import type { TableColumn } from '../../exports/table-document.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'

const YES_NO_WORDS = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const

/** The columns of orders in files, as an import reads them again: no personal data. */
export function orderColumns(context: QueryContext, language: keyof Bilingual): TableColumn<Order>[] {
  const numberOf = context.statements.prepare<{ number: string }>(
    'SELECT number FROM market_order WHERE id = @id',
  )
  const rateText = (points: number | null) => (points === null ? null : `${points / 100}%`)
  return [
    { header: HEADINGS.number, kind: 'text', width: 24, value: ({ number }) => number },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    { header: HEADINGS.listingId, kind: 'text', value: ({ listingId }) => listingId },
    { header: HEADINGS.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    {
      header: HEADINGS.category,
      kind: 'text',
      value: ({ marketplace, category, paidAt }) =>
        categoryName(context, marketplace, paidAt, category)[language],
    },
    { header: HEADINGS.mode, kind: 'text', width: 14, value: ({ mode }) => mode },
    { header: HEADINGS.kind, kind: 'text', width: 10, value: ({ kind }) => ORDER_KIND_WORDS[kind][language] },
    {
      header: HEADINGS.refundOf,
      kind: 'text',
      width: 24,
      value: ({ refundOf }) => (refundOf === null ? null : (numberOf.get({ id: refundOf })?.number ?? null)),
    },
    {
      header: HEADINGS.channel,
      kind: 'text',
      width: 14,
      value: ({ channel }) => CHANNEL_WORDS[channel][language],
    },
    { header: HEADINGS.buyerId, kind: 'text', width: 24, value: ({ buyerId }) => buyerId },
    {
      header: HEADINGS.distributed,
      kind: 'text',
      width: 14,
      value: ({ distributed }) => YES_NO_WORDS[distributed ? 'yes' : 'no'][language],
    },
    { header: HEADINGS.listPrice, kind: 'money', total: true, value: ({ listPrice }) => listPrice },
    { header: HEADINGS.cash, kind: 'money', total: true, value: ({ cash }) => cash },
    { header: HEADINGS.voucher, kind: 'money', total: true, value: ({ voucher }) => voucher },
    {
      header: HEADINGS.taxBasisPoints,
      kind: 'text',
      width: 10,
      value: ({ taxBasisPoints }) => rateText(taxBasisPoints),
    },
    {
      header: HEADINGS.agreedBasisPoints,
      kind: 'text',
      width: 12,
      value: ({ agreedBasisPoints }) => rateText(agreedBasisPoints),
    },
    { header: HEADINGS.paidAt, kind: 'moment', value: ({ paidAt }) => paidAt },
    { header: HEADINGS.activatedAt, kind: 'moment', value: ({ activatedAt }) => activatedAt },
    { header: HEADINGS.startsAt, kind: 'moment', value: ({ startsAt }) => startsAt },
    { header: HEADINGS.completedAt, kind: 'moment', value: ({ completedAt }) => completedAt },
    { header: HEADINGS.repaidAt, kind: 'moment', value: ({ repaidAt }) => repaidAt },
    {
      header: HEADINGS.supervision,
      kind: 'text',
      value: ({ supervision }) => SUPERVISION_WORDS[supervision][language],
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 12,
      value: (order) => STATUS_WORDS.order[orderStatus(order)][language],
    },
    { header: HEADINGS.settledIn, kind: 'text', width: 12, value: ({ settledIn }) => settledIn },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}

/** What became of orders, which an import passes over: what went back, and the fee they were settled with. */
export function becameColumns(context: QueryContext): TableColumn<Order>[] {
  const refunded = context.statements.prepare<{ cash: number | null }>(
    'SELECT sum(cash) AS cash FROM market_order WHERE refundOf = @id',
  )
  const settled = context.statements.prepare<{ fee: number }>(
    `SELECT l.fee AS fee FROM settlement_line l JOIN settlement_statement s ON s.id = l.statementId
     WHERE l.orderId = @id AND s.status = 'committed' LIMIT 1`,
  )
  const fee: TableColumn<Order> = {
    header: HEADINGS.settledFee,
    kind: 'money',
    total: true,
    value: ({ id }) => settled.get({ id })?.fee ?? null,
  }
  const back: TableColumn<Order> = {
    header: HEADINGS.refunded,
    kind: 'money',
    total: true,
    value: ({ id }) => -(refunded.get({ id })?.cash ?? 0) || null,
  }
  return maySee(context.workspace.account.roles, 'settlementLine') ? [back, fee] : [back]
}
