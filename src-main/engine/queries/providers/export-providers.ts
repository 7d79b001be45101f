import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { ProviderRow, providerExportInput } from '#shared/contracts/console-engine/providers.ts'
import { PROVIDER_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { RECORD_KIND_WORDS, VENDOR_KIND_WORDS } from '#shared/words/kinds.ts'
import { PROVIDER_REVIEW_WORDS } from '#shared/words/providers.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { listProviders } from './list-providers.ts'

const TITLE = RECORD_KIND_WORDS.provider

/** The filtered providers as a file, as the list shows them: no personal data. */
export function exportProviders(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof providerExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const { statuses, marketplaces, reviews, text } = filter
  return exportQueue(context, asked, {
    name: 'providers',
    title: TITLE,
    read: (question) => listProviders(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: [
      {
        heading: HEADINGS.status,
        values: statuses.map((status) => STATUS_WORDS.provider[status][language]),
      },
      {
        heading: HEADINGS.marketplace,
        values: marketplaces.map((key) => marketplaceName(context, key)[language]),
      },
      { heading: HEADINGS.reviews, values: reviews.map((review) => PROVIDER_REVIEW_WORDS[review][language]) },
      { heading: HEADINGS.name, values: text === '' ? [] : [text] },
    ],
  })
}

function columns(context: QueryContext, language: keyof Bilingual): TableColumn<ProviderRow>[] {
  const { now } = context
  return [
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
    { header: HEADINGS.name, kind: 'text', width: 36, value: ({ name }) => name },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaceName(context, marketplace)[language],
    },
    {
      header: HEADINGS.kind,
      kind: 'text',
      width: 10,
      value: ({ kind }) => VENDOR_KIND_WORDS[kind][language],
    },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.provider[status][language],
    },
    {
      header: HEADINGS.categories,
      kind: 'text',
      value: ({ marketplace, categories }) =>
        categories.map((id) => categoryName(context, marketplace, now, id)[language]).join('、'),
    },
    { header: HEADINGS.joinedOn, kind: 'date', value: ({ joinedOn }) => joinedOn },
    { header: HEADINGS.verification, kind: 'date', value: ({ verification }) => verification?.on ?? null },
    { header: HEADINGS.papers, kind: 'date', value: ({ papers }) => papers?.on ?? null },
    { header: HEADINGS.contractEnd, kind: 'date', value: ({ contractEnd }) => contractEnd?.on ?? null },
    { header: HEADINGS.updatedAt, kind: 'moment', value: ({ updatedAt }) => updatedAt },
  ]
}
