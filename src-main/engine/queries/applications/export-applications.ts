import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ApplicationRow, applicationExportInput } from '#shared/contracts/console-engine/applications.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import { APPLICATION_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { PURPOSE_WORDS, RECORD_KIND_WORDS, VENDOR_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { provisionalColumn } from '../../exports/provisional-column.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { askedOfQueue } from '../queue/asked-of-queue.ts'
import { listApplications } from './list-applications.ts'

const TITLE = RECORD_KIND_WORDS.application

/** The filtered queue as a file, pending decisions laid over. */
export function exportApplications(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof applicationExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const headings = { ...HEADINGS, category: HEADINGS.categories, text: HEADINGS.name }
  return exportQueue(context, asked, {
    name: 'applications',
    title: TITLE,
    read: (question) => listApplications(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: askedOfQueue(context, filter, headings, STATUS_WORDS.application, language),
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<ApplicationRow>[] {
  return [
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    { header: HEADINGS.clock, kind: 'date', value: ({ clock }) => clock?.dueOn ?? null },
    provisionalColumn(language, ({ clock }) => clock?.provisional === true),
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.application[status][language],
    },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: HEADINGS.categories,
      kind: 'text',
      value: ({ categories }) => categories.map(({ name }) => name[language]).join('、'),
    },
    {
      header: HEADINGS.kind,
      kind: 'text',
      width: 10,
      value: ({ kind }) => VENDOR_KIND_WORDS[kind][language],
    },
    {
      header: HEADINGS.purpose,
      kind: 'text',
      width: 16,
      value: ({ purpose }) => PURPOSE_WORDS[purpose][language],
    },
    { header: HEADINGS.assignee, kind: 'text', width: 14, value: ({ assignee }) => assignee?.name ?? null },
    { header: HEADINGS.submittedAt, kind: 'moment', value: ({ submittedAt }) => submittedAt },
  ]
}
