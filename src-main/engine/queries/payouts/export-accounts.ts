import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type {
  PayeeAccountRow,
  payeeAccountExportInput,
} from '#shared/contracts/console-engine/payee-accounts.ts'
import { PAYEE_ACCOUNT_HEADINGS as HEADINGS, PAYOUT_HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listPayeeAccounts } from './list-accounts.ts'

const TITLE = RECORD_KIND_WORDS.providerAccount
const FOR_ME: Bilingual = { zh: '等我复核', en: 'waits for my approval' }

/** The filtered accounts providers are paid to as a file. */
export function exportPayeeAccounts(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof payeeAccountExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, text, forMe } = filter
  return exportQueue(context, asked, {
    name: 'payee-accounts',
    title: TITLE,
    read: (question) => listPayeeAccounts(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.providerAccount[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
      { heading: PAYOUT_HEADINGS.approvedBy, values: forMe ? [FOR_ME[language]] : [] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<PayeeAccountRow>[] {
  return [
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.accountName, kind: 'text', width: 36, value: ({ accountName }) => accountName },
    { header: HEADINGS.accountNumber, kind: 'text', width: 28, value: ({ accountNumber }) => accountNumber },
    { header: HEADINGS.bankName, kind: 'text', width: 36, value: ({ bankName }) => bankName },
    { header: HEADINGS.bankCode, kind: 'text', width: 16, value: ({ bankCode }) => bankCode },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.providerAccount[status][language],
    },
    { header: HEADINGS.freeFrom, kind: 'date', value: (row) => row.freeFrom },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
