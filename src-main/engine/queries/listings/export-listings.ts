import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ExportedRows } from '#shared/contracts/console-engine/exports.ts'
import type { ListingRow, listingExportInput } from '#shared/contracts/console-engine/listings.ts'
import { LISTING_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { DELIVERY_WORDS, RECORD_KIND_WORDS, SUBMISSION_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { provisionalColumn } from '../../exports/provisional-column.ts'
import { type TableColumn, tableOf } from '../../exports/table-document.ts'
import { exportQueue } from '../export-queue.ts'
import { listMarketplaces } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'
import { askedOfQueue } from '../queue/asked-of-queue.ts'
import { listListings } from './list-listings.ts'

const TITLE = RECORD_KIND_WORDS.listingVersion

/** The filtered queue as a file, pending decisions laid over. */
export function exportListings(
  context: QueryContext,
  { filter, ...asked }: z.infer<typeof listingExportInput>,
): Promise<ExportedRows> {
  const { language } = asked
  const headings = { ...HEADINGS, text: HEADINGS.title }
  return exportQueue(context, asked, {
    name: 'listings',
    title: TITLE,
    read: (question) => listListings(context, { ...question, filter }),
    table: (rows) => tableOf(TITLE, columns(context, language), rows),
    filters: askedOfQueue(context, filter, headings, STATUS_WORDS.listingVersion, language),
  })
}

function columns({ packs, today }: QueryContext, language: keyof Bilingual): TableColumn<ListingRow>[] {
  const marketplaces = new Map(listMarketplaces(packs, today).map((each) => [each.key, each]))
  const categoryOf = ({ marketplace, category }: ListingRow) =>
    marketplaces.get(marketplace)?.listingCategories.find(({ id }) => id === category)?.name[language] ??
    category
  return [
    { header: HEADINGS.id, kind: 'text', width: 30, value: ({ id }) => id },
    {
      header: HEADINGS.title,
      kind: 'text',
      width: 36,
      value: ({ title, listingName }) => title[language] || title.zh || title.en || listingName,
    },
    { header: HEADINGS.mustFindings, kind: 'count', total: false, value: ({ mustFindings }) => mustFindings },
    { header: HEADINGS.clock, kind: 'date', value: ({ clock }) => clock?.dueOn ?? null },
    provisionalColumn(language, ({ clock }) => clock?.provisional === true),
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 14,
      value: ({ status }) => STATUS_WORDS.listingVersion[status][language],
    },
    {
      header: HEADINGS.package,
      kind: 'text',
      width: 30,
      value: ({ listingName, packageVersion }) => `${listingName}@${packageVersion}`,
    },
    { header: HEADINGS.provider, kind: 'text', width: 36, value: ({ providerName }) => providerName },
    {
      header: HEADINGS.marketplace,
      kind: 'text',
      width: 24,
      value: ({ marketplace }) => marketplaces.get(marketplace)?.name[language] ?? marketplace,
    },
    { header: HEADINGS.category, kind: 'text', value: categoryOf },
    {
      header: HEADINGS.delivery,
      kind: 'text',
      width: 12,
      value: ({ delivery }) => DELIVERY_WORDS[delivery][language],
    },
    {
      header: HEADINGS.kind,
      kind: 'text',
      width: 10,
      value: ({ isUpdate }) => SUBMISSION_WORDS[isUpdate ? 'isUpdate' : 'isNew'][language],
    },
    { header: HEADINGS.assignee, kind: 'text', width: 14, value: ({ assignee }) => assignee?.name ?? null },
    { header: HEADINGS.submittedAt, kind: 'moment', value: ({ submittedAt }) => submittedAt },
  ]
}
