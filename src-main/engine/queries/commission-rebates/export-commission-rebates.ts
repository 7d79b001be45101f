import type { Bilingual } from '#shared/base/bilingual.ts'
import type {
  CommissionRebateExport,
  CommissionRebateRow,
} from '#shared/contracts/console-engine/commission-rebates.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { COMMISSION_REBATE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { rebateSaid } from '#shared/words/settlement.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listCommissionRebates } from './list-commission-rebates.ts'

const TITLE = RECORD_KIND_WORDS.commissionRebate

/** The filtered rebates as a file. */
export function exportCommissionRebates(
  context: QueryContext,
  { filter, ...asked }: CommissionRebateExport,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, months, text } = filter
  return exportQueue(context, asked, {
    name: 'commission-rebates',
    title: TITLE,
    read: (question) => listCommissionRebates(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.commissionRebate[status][language]),
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

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<CommissionRebateRow>[] {
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
      value: ({ status }) => STATUS_WORDS.commissionRebate[status][language],
    },
    { header: HEADINGS.amount, kind: 'money', total: true, value: ({ amount }) => amount },
    {
      header: HEADINGS.way,
      kind: 'text',
      width: 16,
      value: ({ way, amount }) => rebateSaid(way, amount)[language],
    },
    { header: HEADINGS.returnedOn, kind: 'date', value: ({ returned }) => returned?.on ?? null },
    {
      header: HEADINGS.evidence,
      kind: 'text',
      width: 36,
      value: ({ returned }) => returned?.evidence ?? null,
    },
    { header: HEADINGS.by, kind: 'text', width: 12, value: ({ returned }) => returned?.byName ?? null },
    { header: HEADINGS.statement, kind: 'text', width: 30, value: ({ statementId }) => statementId },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
