import { useMemo } from 'react'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ApplicationStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'

/** The columns of the queue. */
export function useApplicationColumns(): readonly DeskColumn<ApplicationRow>[] {
  const texts = useTexts()
  const say = useBilingual()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, kind, purpose } = texts.applications
    return [
      make.name('name', columns.name, ({ name }) => name),
      make.clock(columns.clock),
      {
        ...make.status(
          columns.status,
          ({ status }) => <ApplicationStatusMark status={status} />,
          ({ status }) => texts.statuses.application[status],
        ),
        sortable: true,
      },
      { ...make.marketplace(columns.marketplace), sortable: true },
      make.text('categories', columns.categories, 140, (row) =>
        texts.review.listed(row.categories.map((category) => say(category.name))),
      ),
      {
        ...make.text('kind', columns.kind, 110, (row) => `${kind[row.kind]} · ${purpose[row.purpose]}`),
        cell: (row) =>
          row.purpose === 'first' ? kind[row.kind] : `${kind[row.kind]} · ${purpose[row.purpose]}`,
      },
      make.assignee(columns.assignee),
      make.moment('submittedAt', columns.submittedAt, ({ submittedAt }) => submittedAt),
    ]
  }, [texts, say, make])
}
