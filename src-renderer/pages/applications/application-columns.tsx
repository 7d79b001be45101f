import { useMemo } from 'react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { ClockMark } from '#renderer/shell/status/clock-mark.tsx'
import { ApplicationStatusMark, DecisionStateMark } from '#renderer/shell/status/status-mark.tsx'
import { useMarketplaces } from '#renderer/shell/use-marketplaces.ts'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'

/** The columns of the queue. */
export function useApplicationColumns(): readonly DeskColumn<ApplicationRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const { marketplaceName } = useMarketplaces()
  return useMemo(() => {
    const { columns, kind, purpose } = texts.applications
    const categories = (row: ApplicationRow) =>
      texts.review.listed(row.categories.map((category) => say(category.name)))
    return [
      {
        id: 'name',
        header: columns.name,
        width: 220,
        minWidth: 160,
        grow: true,
        sortable: true,
        fixed: true,
        cell: (row) => row.name,
        title: (row) => row.name,
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
        width: 128,
        sortable: true,
        cell: (row) =>
          row.pending === null ? (
            <ApplicationStatusMark status={row.status} />
          ) : (
            <DecisionStateMark state={row.pending.state} />
          ),
        title: (row) => texts.statuses.application[row.status],
      },
      {
        id: 'marketplace',
        header: columns.marketplace,
        width: 140,
        sortable: true,
        cell: (row) => marketplaceName(row.marketplace),
        title: (row) => marketplaceName(row.marketplace),
      },
      { id: 'categories', header: columns.categories, width: 140, cell: categories, title: categories },
      {
        id: 'kind',
        header: columns.kind,
        width: 110,
        cell: (row) =>
          row.purpose === 'first' ? kind[row.kind] : `${kind[row.kind]} · ${purpose[row.purpose]}`,
        title: (row) => `${kind[row.kind]} · ${purpose[row.purpose]}`,
      },
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
  }, [texts, say, marketplaceName])
}
