import type { z } from 'zod'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { offlineOrderExportInput } from '#shared/contracts/console-engine/offline-orders.ts'
import {
  type OfflineOrder,
  offlineOrderStatus,
} from '#shared/contracts/console-platform/records/offline-order.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { ORDER_HEADINGS as HEADINGS, OFFLINE_ORDER_HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { ORDER_KIND_WORDS } from '#shared/words/orders.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { wholeOfflineOrders } from './list-offline-orders.ts'

const TITLE = RECORD_KIND_WORDS.offlineOrder

/** The filtered orders written down by hand as a file: no personal data of buyers. */
export function exportOfflineOrders(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof offlineOrderExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text } = filter
  return exportQueue(context, asked, {
    name: 'offline-orders',
    title: TITLE,
    read: (question) => wholeOfflineOrders(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.offlineOrder[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: 'zh' | 'en'): TableColumn<OfflineOrder>[] {
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
    { header: HEADINGS.kind, kind: 'text', width: 10, value: ({ kind }) => ORDER_KIND_WORDS[kind][language] },
    {
      header: HEADINGS.channel,
      kind: 'text',
      width: 14,
      value: ({ channel }) => CHANNEL_WORDS[channel][language],
    },
    { header: HEADINGS.cash, kind: 'money', total: true, value: ({ cash }) => cash },
    {
      header: HEADINGS.agreedBasisPoints,
      kind: 'text',
      width: 12,
      value: ({ agreedBasisPoints: share }) => (share === null ? null : `${share / 100}%`),
    },
    { header: HEADINGS.paidAt, kind: 'moment', value: ({ paidAt }) => paidAt },
    { header: OFFLINE_ORDER_HEADINGS.contract, kind: 'text', value: ({ contract }) => contract },
    { header: OFFLINE_ORDER_HEADINGS.evidence, kind: 'text', width: 40, value: ({ evidence }) => evidence },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 12,
      value: (record) => STATUS_WORDS.offlineOrder[offlineOrderStatus(record)][language],
    },
    { header: OFFLINE_ORDER_HEADINGS.recordedBy, kind: 'text', value: ({ recorded }) => recorded.byName },
    {
      header: OFFLINE_ORDER_HEADINGS.decidedBy,
      kind: 'text',
      value: ({ verdict }) => verdict?.byName ?? null,
    },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
