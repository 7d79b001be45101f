import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { NoticeRow, noticeExportInput } from '#shared/contracts/console-engine/notices.ts'
import { NOTICE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS } from '#shared/words/kinds.ts'
import { NOTICE_STATUS_WORDS, OCCASION_WORDS } from '#shared/words/notices.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listNotices } from './list-notices.ts'

const TITLE = RECORD_KIND_WORDS.notice

/** The filtered notices as a file: without addresses and texts. */
export function exportNotices(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof noticeExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, occasion, text, from, to } = filter
  return exportQueue(context, asked, {
    name: 'notices',
    title: TITLE,
    read: (question) => listNotices(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      { heading: HEADINGS.status, values: statuses.map((status) => NOTICE_STATUS_WORDS[status][language]) },
      { heading: HEADINGS.occasion, values: occasion === null ? [] : [OCCASION_WORDS[occasion][language]] },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      {
        heading: HEADINGS.madeAt,
        values: from === null && to === null ? [] : [`${from ?? ''} – ${to ?? ''}`],
      },
      { heading: HEADINGS.subject, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<NoticeRow>[] {
  return [
    { header: HEADINGS.madeAt, kind: 'moment', value: ({ madeAt }) => madeAt },
    { header: HEADINGS.subject, kind: 'text', width: 48, value: ({ subject }) => subject },
    {
      header: HEADINGS.occasion,
      kind: 'text',
      width: 18,
      value: ({ occasion }) => OCCASION_WORDS[occasion][language],
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 12,
      value: ({ status }) => NOTICE_STATUS_WORDS[status][language],
    },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    { header: HEADINGS.tries, kind: 'count', total: false, value: ({ tries }) => tries },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
  ]
}
