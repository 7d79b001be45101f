import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { applicationFilterOf } from '#renderer/routes/search.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '#shared/contracts/console-platform/records/application.ts'
import { ApplicationCaseView } from './application-case.tsx'
import { useApplicationColumns } from './application-columns.tsx'

/** The states in which somebody has something to do: what the queue shows unless asked otherwise. */
const OPEN_STATES: readonly ApplicationStatus[] = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'contract_pending',
  'deposit_pending',
]

/** 入驻审核. */
export function ApplicationsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/applications' })
  const queue = useQueue({
    kind: 'application',
    address: '/applications',
    search,
    filter: { ...applicationFilterOf(search), statuses: [...(search.statuses ?? OPEN_STATES)] },
    firstSort: 'dueOn',
    list: engine.applications.list,
  })
  return (
    <QueueFrame
      queue={queue}
      name="applications"
      title={texts.applications.title}
      columns={useApplicationColumns()}
      empty={texts.applications.filter.empty}
      filters={
        <ReviewFilters
          filter={search}
          categoriesOf="categories"
          textLabel={texts.applications.filter.text}
          statuses={APPLICATION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.application[value],
          }))}
          onChange={queue.change}
        />
      }
    >
      {(open) => <ApplicationCaseView {...open} />}
    </QueueFrame>
  )
}
