import { useMemo } from 'react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { ClockMark } from '#renderer/shell/status/clock-mark.tsx'
import { DecisionStateMark, ListingVersionStatusMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ListingRow } from '#shared/contracts/console-engine/listings.ts'
import classes from './listings-page.module.css'

/** The columns of the queue. */
export function useListingColumns(): readonly DeskColumn<ListingRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const { marketplaceName, categoryName } = useMarketplaces()
  return useMemo(() => {
    const { columns, delivery, isNew, isUpdate } = texts.listings
    const title = (row: ListingRow) => say(row.title) || row.listingName
    const packaged = (row: ListingRow) => `${row.listingName}@${row.packageVersion}`
    const category = (row: ListingRow) => categoryName(row.marketplace, row.category)
    return [
      {
        id: 'listingName',
        header: columns.title,
        width: 200,
        minWidth: 160,
        grow: true,
        sortable: true,
        fixed: true,
        cell: title,
        title,
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
      {
        id: 'dueOn',
        header: columns.clock,
        width: 164,
        sortable: true,
        cell: (row) => <ClockMark clock={row.clock} />,
      },
      {
        id: 'status',
        header: columns.status,
        width: 112,
        sortable: true,
        cell: (row) =>
          row.pending === null ? (
            <ListingVersionStatusMark status={row.status} />
          ) : (
            <DecisionStateMark state={row.pending.state} />
          ),
        title: (row) => texts.statuses.listingVersion[row.status],
      },
      { id: 'package', header: columns.package, width: 190, cell: packaged, title: packaged },
      {
        id: 'provider',
        header: columns.provider,
        width: 180,
        cell: (row) => row.providerName,
        title: (row) => row.providerName,
      },
      {
        id: 'marketplace',
        header: columns.marketplace,
        width: 140,
        sortable: true,
        cell: (row) => marketplaceName(row.marketplace),
        title: (row) => marketplaceName(row.marketplace),
      },
      { id: 'category', header: columns.category, width: 110, cell: category, title: category },
      { id: 'delivery', header: columns.delivery, width: 88, cell: (row) => delivery[row.delivery] },
      { id: 'kind', header: columns.kind, width: 64, cell: (row) => (row.isUpdate ? isUpdate : isNew) },
      {
        id: 'assignee',
        header: columns.assignee,
        width: 96,
        cell: (row) => row.assignee?.name ?? texts.format.none,
        title: (row) => row.assignee?.name ?? texts.review.nobody,
      },
      {
        id: 'submittedAt',
        header: columns.submittedAt,
        width: 136,
        sortable: true,
        cell: (row) => <Moment at={row.submittedAt} />,
      },
    ]
  }, [texts, say, marketplaceName, categoryName])
}
