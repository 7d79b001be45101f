import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { BillRow, billExportInput } from '#shared/contracts/console-engine/metered-bills.ts'
import { billOutcome } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import {
  BILL_OUTCOME_WORDS,
  DIFFERENCE_CAUSE_WORDS,
  BILL_HEADINGS as HEADINGS,
  PRICE_MODE_WORDS,
} from '#shared/words/metered-bills.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { listBills } from './list-bills.ts'

const TITLE = RECORD_KIND_WORDS.meteredBill

/** The filtered bills of metered use as a file: no personal data. */
export function exportBills(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof billExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { marketplaces, outcomes, providerId, productName, orderId, instanceId, from, to } = filter
  const said = (value: string | null) => (value === null ? [] : [value])
  return exportQueue(context, asked, {
    name: 'metered-bills',
    title: TITLE,
    read: (question) => listBills(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: outcomes.map((outcome) => BILL_OUTCOME_WORDS[outcome][language]) },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      {
        heading: HEADINGS.name,
        values: said(providerId).map((id) => readPresent(context, 'provider', id)?.name ?? id),
      },
      { heading: HEADINGS.productName, values: said(productName) },
      { heading: HEADINGS.orderId, values: said(orderId) },
      { heading: HEADINGS.instanceId, values: said(instanceId) },
      {
        heading: HEADINGS.billedAt,
        values: from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`],
      },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<BillRow>[] {
  const text = (header: Bilingual, width: number, value: (row: BillRow) => string | null) => ({
    ...{ header, kind: 'text' as const, width, value },
  })
  return [
    { header: HEADINGS.billedAt, kind: 'moment', value: ({ billedAt }) => billedAt },
    text(HEADINGS.billId, 28, ({ billId }) => billId),
    text(HEADINGS.name, 36, ({ providerName }) => providerName),
    text(HEADINGS.productName, 28, ({ productName }) => productName),
    text(HEADINGS.status, 12, (row) => BILL_OUTCOME_WORDS[billOutcome(row)][language]),
    { header: HEADINGS.amount, kind: 'money', value: ({ amount }) => amount, total: true },
    { header: HEADINGS.recomputed, kind: 'money', value: ({ check }) => check.amount, total: true },
    { header: HEADINGS.difference, kind: 'money', value: ({ check }) => check.difference, total: true },
    text(HEADINGS.causes, 40, ({ check }) =>
      check.causes.map((cause) => DIFFERENCE_CAUSE_WORDS[cause][language]).join('; '),
    ),
    text(HEADINGS.mode, 24, ({ price }) => PRICE_MODE_WORDS[price.mode][language]),
    text(HEADINGS.factor, 20, ({ factor }) => factor),
    text(HEADINGS.unit, 10, ({ unit }) => unit),
    text(HEADINGS.quantity, 16, ({ check }) => check.quantity),
    text(HEADINGS.inPackages, 16, ({ check }) => check.inPackages),
    text(HEADINGS.charged, 16, ({ check }) => check.charged),
    { header: HEADINGS.from, kind: 'moment', value: ({ from }) => from },
    { header: HEADINGS.to, kind: 'moment', value: ({ to }) => to },
    text(HEADINGS.orderId, 24, ({ orderId }) => orderId),
    text(HEADINGS.orderLineId, 24, ({ orderLineId }) => orderLineId),
    text(HEADINGS.productId, 24, ({ productId }) => productId),
    text(HEADINGS.instanceId, 28, ({ instanceId }) => instanceId),
    text(HEADINGS.userId, 20, ({ userId }) => userId),
    text(HEADINGS.marketplace, 24, ({ marketplace }) => marketplaceName(context, marketplace)[language]),
    text(HEADINGS.id, 30, ({ id }) => id),
  ]
}
