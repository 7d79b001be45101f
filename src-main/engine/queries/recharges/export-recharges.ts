import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { RechargeRow, rechargeExportInput } from '#shared/contracts/console-engine/recharges.ts'
import { RECHARGE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listRecharges } from './list-recharges.ts'

const TITLE = RECORD_KIND_WORDS.recharge

/** The filtered recharges as a file. */
export function exportRecharges(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof rechargeExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text } = filter
  return exportQueue(context, asked, {
    name: 'recharges',
    title: TITLE,
    read: (question) => listRecharges(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.recharge[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<RechargeRow>[] {
  return [
    { header: HEADINGS.paidOn, kind: 'date', value: ({ paidOn }) => paidOn },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.amount, kind: 'money', total: true, value: ({ amount }) => amount },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.recharge[status][language],
    },
    { header: HEADINGS.channel, kind: 'text', width: 16, value: ({ channel }) => channel },
    { header: HEADINGS.number, kind: 'text', width: 32, value: ({ number }) => number },
    { header: HEADINGS.payerName, kind: 'text', width: 28, value: ({ payerName }) => payerName },
    { header: HEADINGS.payerAccount, kind: 'text', width: 24, value: ({ payerAccount }) => payerAccount },
    { header: HEADINGS.evidence, kind: 'text', width: 36, value: ({ evidence }) => evidence },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
