import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { PayoutRow, payoutExportInput } from '#shared/contracts/console-engine/payouts.ts'
import { PAYOUT_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listPayouts } from './list-payouts.ts'

const TITLE = RECORD_KIND_WORDS.payoutRequest
const FOR_ME: Bilingual = { zh: '等我复核', en: 'waits for my approval' }

/** The filtered requests to be paid as a file. */
export function exportPayouts(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof payoutExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text, forMe } = filter
  return exportQueue(context, asked, {
    name: 'payouts',
    title: TITLE,
    read: (question) => listPayouts(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, payoutColumns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.payoutRequest[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
      { heading: HEADINGS.approvedBy, values: forMe ? [FOR_ME[language]] : [] },
    ],
  })
}

/** The columns of requests to be paid in files. */
export function payoutColumns(context: QueryContext, language: keyof Bilingual): TableColumn<PayoutRow>[] {
  return [
    { header: HEADINGS.requestedOn, kind: 'date', value: ({ requestedOn }) => requestedOn },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: HEADINGS.months,
      kind: 'text',
      width: 24,
      value: ({ months }) => months.map(({ month }) => month).join(' '),
    },
    { header: HEADINGS.amount, kind: 'money', total: true, value: ({ amount }) => amount },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.payoutRequest[status][language],
    },
    { header: HEADINGS.requestedBy, kind: 'text', width: 14, value: ({ requested }) => requested.byName },
    { header: HEADINGS.verifiedBy, kind: 'text', width: 14, value: ({ verified }) => verified?.byName ?? '' },
    {
      header: HEADINGS.approvedBy,
      kind: 'text',
      width: 20,
      value: ({ approvals }) => approvals.map(({ byName }) => byName).join(' '),
    },
    {
      header: HEADINGS.account,
      kind: 'text',
      width: 30,
      value: ({ account }) => account?.accountNumber ?? '',
    },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
