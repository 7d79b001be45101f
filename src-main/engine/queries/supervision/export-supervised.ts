import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type {
  SupervisedOrder,
  supervisionExportInput,
} from '#shared/contracts/console-engine/supervisions.ts'
import { SUPERVISION_HEADINGS as HEADINGS } from '#shared/words/board-headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { SUPERVISION_PARTY_WORDS, SUPERVISION_WORDS } from '#shared/words/orders.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listSupervised } from './list-supervised.ts'

const TITLE = RECORD_KIND_WORDS.supervision
const NO_BILL = { zh: '尚不能确定', en: 'Not known yet' } as const

/** The filtered orders under supervision as a file: no personal data. */
export function exportSupervised(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof supervisionExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, waitsFor, marketplaces, billedIn, productName, text } = filter
  return exportQueue(context, asked, {
    name: 'supervision',
    title: TITLE,
    read: (question) => listSupervised(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: statuses.map((status) => SUPERVISION_WORDS[status][language]) },
      {
        heading: HEADINGS.waitsFor,
        values: waitsFor.map((party) => SUPERVISION_PARTY_WORDS[party][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.productName, values: productName === null ? [] : [productName] },
      {
        heading: HEADINGS.billedIn,
        values: billedIn === null ? [] : [billedIn === 'none' ? NO_BILL[language] : billedIn],
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<SupervisedOrder>[] {
  return [
    { header: HEADINGS.number, kind: 'text', width: 24, value: ({ number }) => number },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    { header: HEADINGS.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => SUPERVISION_WORDS[status][language],
    },
    {
      header: HEADINGS.waitsFor,
      kind: 'text',
      width: 16,
      value: ({ waitsFor }) => SUPERVISION_PARTY_WORDS[waitsFor][language],
    },
    { header: HEADINGS.since, kind: 'moment', value: ({ since }) => since },
    { header: HEADINGS.dueAt, kind: 'moment', value: ({ dueAt }) => dueAt },
    { header: HEADINGS.rejections, kind: 'count', total: false, value: ({ rejections }) => rejections },
    { header: HEADINGS.amount, kind: 'money', total: true, value: ({ amount }) => amount },
    { header: HEADINGS.paidAt, kind: 'moment', value: ({ paidAt }) => paidAt },
    { header: HEADINGS.completedAt, kind: 'moment', value: ({ completedAt }) => completedAt },
    { header: HEADINGS.billedIn, kind: 'text', width: 12, value: ({ billedIn }) => billedIn },
    { header: HEADINGS.billsOn, kind: 'date', value: ({ billsOn }) => billsOn },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
