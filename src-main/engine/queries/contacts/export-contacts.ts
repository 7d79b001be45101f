import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ContactRow, contactExportInput } from '#shared/contracts/console-engine/contacts.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { CONTACT_PARTY_WORDS, CONTACT_REASON_WORDS, CONTACT_STATUS_WORDS } from '#shared/words/contacts.ts'
import { CONTACT_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listContacts } from './list-contacts.ts'

const TITLE = RECORD_KIND_WORDS.contact

/** The filtered contact records as a file: no phone and no e-mail of callers. */
export function exportContacts(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof contactExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, reason, text, from, to } = filter
  return exportQueue(context, asked, {
    name: 'contacts',
    title: TITLE,
    read: (question) => listContacts(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: statuses.map((status) => CONTACT_STATUS_WORDS[status][language]) },
      { heading: HEADINGS.reason, values: reason === null ? [] : [CONTACT_REASON_WORDS[reason][language]] },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      {
        heading: HEADINGS.openedAt,
        values: from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`],
      },
      { heading: HEADINGS.subject, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<ContactRow>[] {
  return [
    { header: HEADINGS.openedAt, kind: 'moment', value: ({ opened }) => opened.at },
    { header: HEADINGS.subject, kind: 'text', width: 36, value: ({ subject }) => subject },
    {
      header: HEADINGS.reason,
      kind: 'text',
      width: 14,
      value: ({ reason }) => CONTACT_REASON_WORDS[reason][language],
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 12,
      value: ({ status }) => CONTACT_STATUS_WORDS[status][language],
    },
    {
      header: HEADINGS.handedTo,
      kind: 'text',
      width: 12,
      value: ({ waits }) => (waits === null ? null : CONTACT_PARTY_WORDS[waits.to][language]),
    },
    { header: HEADINGS.dueOn, kind: 'date', value: ({ waits }) => waits?.dueOn ?? null },
    { header: HEADINGS.callerName, kind: 'text', width: 20, value: ({ callerName }) => callerName },
    { header: HEADINGS.userName, kind: 'text', width: 28, value: ({ userName }) => userName },
    { header: HEADINGS.productName, kind: 'text', width: 28, value: ({ productName }) => productName },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.said, kind: 'text', width: 60, value: ({ said }) => said },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
