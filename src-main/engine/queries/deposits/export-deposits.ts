import type { z } from 'zod'
import type { depositExportInput } from '#shared/contracts/console-engine/deposits.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { DEPOSIT_HEADINGS } from '#shared/words/headings.ts'
import { NEW_AMOUNT_WORDS } from '#shared/words/new-amounts.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { depositSummary } from './deposit-summary.ts'
import { depositTable } from './deposit-table.ts'
import { listDeposits } from './list-deposits.ts'

/** The filtered register of today as a file. */
export function exportDeposits(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof depositExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, newAmounts, text } = filter
  return exportQueue(context, asked, {
    name: 'deposits',
    title: { zh: '保证金台账', en: 'Deposit register' },
    read: (question) => listDeposits(context, { ...question, filter }),
    table: (rows) => depositTable(context, rows, language),
    filters: [
      {
        heading: DEPOSIT_HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.depositObligation[status][language]),
      },
      {
        heading: DEPOSIT_HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      {
        heading: DEPOSIT_HEADINGS.newAmountState,
        values: newAmounts.map((state) => NEW_AMOUNT_WORDS[state][language]),
      },
      { heading: DEPOSIT_HEADINGS.name, values: text === '' ? [] : [text] },
    ],
    summary: (rows) => depositSummary(rows, language),
  })
}
