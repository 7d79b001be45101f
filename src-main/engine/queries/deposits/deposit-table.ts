import type { Bilingual } from '#shared/base/bilingual.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { DEPOSIT_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { NEW_AMOUNT_WORDS } from '#shared/words/new-amounts.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { provisionalColumn } from '../../exports/provisional-column.ts'
import { type Table, type TableColumn, tableOf } from '../../exports/table-document.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'

/** The register as a table, in one language. */
export function depositTable(
  context: QueryContext,
  rows: readonly DepositRow[],
  language: keyof Bilingual,
): Table {
  const columns: readonly TableColumn<DepositRow>[] = [
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
    {
      header: HEADINGS.providerId,
      kind: 'text',
      value: ({ providerId }) => providerId,
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: HEADINGS.depositName,
      kind: 'text',
      width: 24,
      value: ({ depositName }) => depositName[language],
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.depositObligation[status][language],
    },
    {
      header: HEADINGS.amount,
      kind: 'money',
      total: true,
      value: ({ amount }) => amount,
    },
    {
      header: HEADINGS.balance,
      kind: 'money',
      total: true,
      value: ({ balance }) => balance,
    },
    {
      header: HEADINGS.waivedUntil,
      kind: 'date',
      value: ({ waivedUntil }) => waivedUntil,
    },
    { header: HEADINGS.dueOn, kind: 'date', value: ({ dueOn }) => dueOn },
    provisionalColumn(language, ({ provisional }) => provisional),
    {
      header: HEADINGS.refundableFrom,
      kind: 'date',
      width: 16,
      value: ({ refundableFrom }) => refundableFrom,
    },
    { header: HEADINGS.newAmount, kind: 'money', total: false, value: ({ newAmount }) => newAmount },
    {
      header: HEADINGS.difference,
      kind: 'money',
      total: true,
      value: ({ newAmount, amount, newAmountState }) =>
        newAmount === null || newAmountState === 'owed' ? null : newAmount - (amount ?? 0),
    },
    {
      header: HEADINGS.newAmountState,
      kind: 'text',
      width: 12,
      value: ({ newAmountState }) =>
        newAmountState === null ? null : NEW_AMOUNT_WORDS[newAmountState][language],
    },
  ]
  return tableOf(RECORD_KIND_WORDS.depositObligation, columns, rows)
}
