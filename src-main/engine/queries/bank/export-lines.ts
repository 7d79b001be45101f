import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { LineFilter, lineExportInput } from '#shared/contracts/console-engine/bank-lines.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { targetKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import { LINE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { DIRECTION_WORDS, LINE_KIND_WORDS, RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { CONFIDENCE_WORDS } from '#shared/words/match-reasons.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { type AskedFor, exportQueue } from '../export-queue.ts'
import type { QueryContext } from '../query-context.ts'
import { listBankAccounts } from './bank-accounts.ts'
import type { PlainLineRow } from './line-rows.ts'
import { listPlainLines } from './list-lines.ts'

const TITLE = RECORD_KIND_WORDS.bankLine

type AccountName = (id: string) => string

/** The filtered workbench as a file, a row for each line, pending decisions laid over. */
export function exportLines(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof lineExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const names = new Map(listBankAccounts(context).map(({ id, bank, number }) => [id, `${bank} ${number}`]))
  const accountName: AccountName = (id) => names.get(id) ?? id
  return exportQueue(context, asked, {
    name: 'bank-lines',
    title: TITLE,
    read: (question) => listPlainLines(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(accountName, language), rows),
    filters: askedOfLines(filter, accountName, language),
  })
}

function columns(accountName: AccountName, language: keyof Bilingual): TableColumn<PlainLineRow>[] {
  const listed = (words: readonly string[]) => (words.length === 0 ? null : words.join('、'))
  return [
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: HEADINGS.account, kind: 'text', width: 36, value: ({ accountId }) => accountName(accountId) },
    { header: HEADINGS.bookedOn, kind: 'date', value: ({ bookedOn }) => bookedOn },
    { header: HEADINGS.bookedTime, kind: 'text', width: 10, value: ({ bookedTime }) => bookedTime },
    { header: HEADINGS.counterparty, kind: 'text', width: 32, value: (line) => line.counterpartyName },
    {
      header: HEADINGS.counterpartyAccount,
      kind: 'text',
      width: 24,
      value: (line) => line.counterpartyAccount,
    },
    {
      header: HEADINGS.in,
      kind: 'money',
      total: true,
      value: ({ direction, amount }) => (direction === 'in' ? amount : null),
    },
    {
      header: HEADINGS.out,
      kind: 'money',
      total: true,
      value: ({ direction, amount }) => (direction === 'out' ? amount : null),
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.bankLine[status][language],
    },
    {
      header: HEADINGS.kind,
      kind: 'text',
      width: 18,
      value: ({ parts }) => listed(parts.map(({ target }) => LINE_KIND_WORDS[targetKind(target)][language])),
    },
    {
      header: HEADINGS.target,
      kind: 'text',
      width: 32,
      value: ({ parts }) =>
        listed(
          parts.flatMap(({ target, providerName }) =>
            target.kind === 'return' ? [target.lineId] : (providerName ?? []),
          ),
        ),
    },
    { header: HEADINGS.said, kind: 'text', width: 40, value: ({ said }) => said },
    { header: HEADINGS.balanceAfter, kind: 'money', total: false, value: (line) => line.balanceAfter },
  ]
}

function askedOfLines(filter: LineFilter, accountName: AccountName, language: keyof Bilingual): AskedFor[] {
  const { accounts, statuses, directions, kinds, confidences, from, to, text } = filter
  const days = from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`]
  return [
    { heading: HEADINGS.account, values: accounts.map(accountName) },
    { heading: HEADINGS.status, values: statuses.map((status) => STATUS_WORDS.bankLine[status][language]) },
    { heading: HEADINGS.direction, values: directions.map((each) => DIRECTION_WORDS[each][language]) },
    { heading: HEADINGS.kind, values: kinds.map((kind) => LINE_KIND_WORDS[kind][language]) },
    { heading: HEADINGS.confidence, values: confidences.map((each) => CONFIDENCE_WORDS[each][language]) },
    { heading: HEADINGS.bookedOn, values: days },
    { heading: HEADINGS.said, values: text === '' ? [] : [text] },
  ]
}
