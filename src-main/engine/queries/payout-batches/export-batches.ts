import type { Bilingual } from '#shared/base/bilingual.ts'
import { shanghaiDateTime } from '#shared/calendar/shanghai.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { PayoutBatchExport, PayoutBatchRow } from '#shared/contracts/console-engine/payout-batches.ts'
import { PAYOUT_BATCH_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listPayoutBatches } from './list-batches.ts'

const TITLE = RECORD_KIND_WORDS.payoutBatch

/** The filtered batches as a file. */
export function exportPayoutBatches(
  context: QueryContext,
  { filter, ...asked }: PayoutBatchExport,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text } = filter
  return exportQueue(context, asked, {
    name: 'payout-batches',
    title: TITLE,
    read: (question) => listPayoutBatches(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.payoutBatch[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<PayoutBatchRow>[] {
  const words = (
    header: Bilingual,
    width: number,
    value: (row: PayoutBatchRow) => string,
  ): TableColumn<PayoutBatchRow> => ({ header, kind: 'text', width, value })
  return [
    words(HEADINGS.number, 24, ({ number }) => number),
    words(HEADINGS.createdAt, 20, ({ createdAt }) => shanghaiDateTime(createdAt)),
    words(HEADINGS.madeBy, 14, ({ made }) => made.byName),
    words(HEADINGS.marketplace, 24, ({ marketplace }) => marketplaceName(context, marketplace)[language]),
    words(HEADINGS.count, 10, ({ count }) => String(count)),
    { header: HEADINGS.amount, kind: 'money', total: true, value: ({ total }) => total },
    words(HEADINGS.status, 16, ({ status }) => STATUS_WORDS.payoutBatch[status][language]),
    words(HEADINGS.payer, 28, ({ payer }) => `${payer.bank} ${payer.account}`),
    { header: HEADINGS.executeOn, kind: 'date', value: ({ executeOn }) => executeOn },
    words(HEADINGS.format, 26, ({ format }) => format[language]),
    words(HEADINGS.sentAt, 20, ({ sent }) => (sent === null ? '' : shanghaiDateTime(sent.at))),
    words(HEADINGS.hash, 66, ({ file }) => file?.hash ?? ''),
    words(HEADINGS.id, 30, ({ id }) => id),
  ]
}
