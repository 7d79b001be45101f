import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { SettlementRow, settlementExportInput } from '#shared/contracts/console-engine/settlement.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { SETTLEMENT_HEADINGS as HEADINGS } from '#shared/words/settlement.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listStatements } from './list-statements.ts'

const TITLE = RECORD_KIND_WORDS.settlementStatement

/** The filtered statements as a file. */
export function exportSettlement(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof settlementExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, months, text } = filter
  return exportQueue(context, asked, {
    name: 'settlement',
    title: TITLE,
    read: (question) => listStatements(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.settlementStatement[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.month, values: months },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<SettlementRow>[] {
  const sum = (
    key: 'gross' | 'refunded' | 'fee' | 'rebate' | 'setOff' | 'adjustments' | 'carried' | 'net',
  ): TableColumn<SettlementRow> => ({
    header: HEADINGS[key],
    kind: 'money',
    total: true,
    value: ({ totals }) => totals[key],
  })
  return [
    { header: HEADINGS.month, kind: 'text', width: 10, value: ({ month }) => month },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 10,
      value: ({ status }) => STATUS_WORDS.settlementStatement[status][language],
    },
    {
      header: HEADINGS.payout,
      kind: 'text',
      width: 12,
      value: ({ payout }) => (payout === null ? '' : STATUS_WORDS.payoutRequest[payout.status][language]),
    },
    { header: HEADINGS.orders, kind: 'count', total: true, value: ({ totals }) => totals.orders },
    { header: HEADINGS.refunds, kind: 'count', total: true, value: ({ totals }) => totals.refunds },
    ...(['gross', 'refunded', 'fee', 'rebate', 'setOff', 'adjustments', 'carried', 'net'] as const).map(sum),
    { header: HEADINGS.before, kind: 'money', total: false, value: ({ before }) => before },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
