import { useMemo } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ListingVersionStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import classes from './listings-page.module.css'

/** The columns of the queue. */
export function useListingColumns(): readonly DeskColumn<ListingRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  const { categoryName } = useMarketplaces()
  return useMemo(() => {
    const { columns, delivery, isNew, isUpdate } = texts.listings
    return [
      // Titles are shown in the language of the desk; the queue sorts by the name of the package.
      {
        ...make.name<ListingRow>('title', columns.title, (row) => say(row.title) || row.listingName),
        sortable: false,
      },
      {
        id: 'mustFindings',
        header: columns.mustFindings,
        width: 72,
        align: 'right',
        sortable: true,
        cell: (row) =>
          row.mustFindings === 0 ? (
            texts.format.none
          ) : (
            <span className={classes.must}>{row.mustFindings}</span>
          ),
        title: (row) => `${row.mustFindings} ${texts.review.severity.must}`,
      },
      make.clock(columns.clock),
      {
        ...make.status(
          columns.status,
          ({ status }) => <ListingVersionStatusMark status={status} />,
          ({ status }) => texts.statuses.listingVersion[status],
        ),
        sortable: true,
      },
      {
        ...make.text<ListingRow>(
          'listingName',
          columns.package,
          190,
          (row) => `${row.listingName}@${row.packageVersion}`,
        ),
        sortable: true,
      },
      make.text('provider', columns.provider, 180, ({ providerName }) => providerName),
      { ...make.marketplace(columns.marketplace), sortable: true },
      make.text('category', columns.category, 110, (row) => categoryName(row.marketplace, row.category)),
      make.text('delivery', columns.delivery, 88, (row) => delivery[row.delivery]),
      make.text('kind', columns.kind, 64, (row) => (row.isUpdate ? isUpdate : isNew)),
      make.assignee(columns.assignee),
      make.moment('submittedAt', columns.submittedAt, ({ submittedAt }) => submittedAt),
    ]
  }, [texts, say, make, categoryName])
}
