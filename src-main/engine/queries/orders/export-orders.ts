import type { z } from 'zod'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { orderExportInput } from '#shared/contracts/console-engine/orders.ts'
import { CHANNEL_WORDS } from '#shared/rules/fees/order-words.ts'
import { ORDER_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { ORDER_KIND_WORDS } from '#shared/words/orders.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listOrders } from './list-orders.ts'
import { becameColumns, orderColumns } from './order-table.ts'

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
    table: (rows) => tableOf(TITLE, [...orderColumns(context, language), ...becameColumns(context)], rows),
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
