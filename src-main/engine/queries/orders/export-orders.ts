import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { orderExportInput } from '#shared/contracts/console-engine/orders.ts'
import { type Order, orderStatus } from '#shared/contracts/console-platform/records/order.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { ORDER_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { ORDER_KIND_WORDS, SUPERVISION_WORDS } from '#shared/words/orders.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listOrders } from './list-orders.ts'

const TITLE = RECORD_KIND_WORDS.order

/** The filtered orders as a file: no personal data. */
export function exportOrders(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof orderExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, kinds, channels, paidFrom, paidTo, text } = filter
  const days = paidFrom === null && paidTo === null ? [] : [`${paidFrom ?? ''} – ${paidTo ?? ''}`]
  return exportQueue(context, asked, {
    name: 'orders',
    title: TITLE,
    read: (question) => listOrders(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: statuses.map((status) => STATUS_WORDS.order[status][language]) },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.kind, values: kinds.map((kind) => ORDER_KIND_WORDS[kind][language]) },
      { heading: HEADINGS.channel, values: channels.map((channel) => CHANNEL_WORDS[channel][language]) },
      { heading: HEADINGS.paidAt, values: days },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<Order>[] {
  return [
    { header: HEADINGS.number, kind: 'text', width: 24, value: ({ number }) => number },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    { header: HEADINGS.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    {
      header: HEADINGS.category,
      kind: 'text',
      value: ({ marketplace, category, paidAt }) =>
        categoryName(context, marketplace, paidAt, category)[language],
    },
    { header: HEADINGS.kind, kind: 'text', width: 10, value: ({ kind }) => ORDER_KIND_WORDS[kind][language] },
    {
      header: HEADINGS.channel,
      kind: 'text',
      width: 14,
      value: ({ channel }) => CHANNEL_WORDS[channel][language],
    },
    { header: HEADINGS.listPrice, kind: 'money', total: true, value: ({ listPrice }) => listPrice },
    { header: HEADINGS.cash, kind: 'money', total: true, value: ({ cash }) => cash },
    { header: HEADINGS.voucher, kind: 'money', total: true, value: ({ voucher }) => voucher },
    { header: HEADINGS.paidAt, kind: 'moment', value: ({ paidAt }) => paidAt },
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
