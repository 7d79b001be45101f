import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { useSelection } from '#renderer/queue/use-selection.ts'
import { ReviewBar } from '#renderer/review/review-bar.tsx'
import { ReviewFilters } from '#renderer/review/review-filters.tsx'
import { applicationFilterOf } from '#renderer/routes/search.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ApplicationRow } from '#shared/contracts/console-engine/applications.ts'
import { APPLICATION_TURNS, statesOf } from '#shared/contracts/console-engine/queue-turns.ts'
import { APPLICATION_STATUSES } from '#shared/contracts/console-platform/records/application.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ApplicationCaseView } from './application-case.tsx'
import { useApplicationColumns } from './application-columns.tsx'

/** 入驻审核. */
export function ApplicationsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/applications' })
  const queue = useQueue({
    kind: 'application',
    address: '/applications',
    search,
    filter: {
      ...applicationFilterOf(search),
      statuses: search.statuses ?? statesOf(APPLICATION_TURNS, 'ours'),
    },
    firstSort: 'dueOn',
    list: engine.applications.list,
    exported: engine.applications.export,
  })
  const selection = useSelection<ApplicationRow>(() => true)
  const mayAssign = mayCommand(useAccount()?.roles ?? [], 'application.assign')
  const counts = useQuery(engine.applications.counts.queryOptions())
  return (
    <QueueFrame
      queue={queue}
      name="applications"
      title={texts.applications.title}
      columns={useApplicationColumns()}
      empty={texts.applications.filter.empty}
      selection={mayAssign ? selection : null}
      bar={<ReviewBar of="application" selection={selection} nameOf={({ name }) => name} />}
      filters={
        <ReviewFilters
          filter={search}
          categoriesOf="categories"
          textLabel={texts.applications.filter.text}
          statuses={APPLICATION_STATUSES.map((value) => ({
            value,
            label: texts.statuses.application[value],
          }))}
          turns={APPLICATION_TURNS}
          counts={counts.data ?? null}
          onChange={queue.change}
        />
      }
    >
      {(open) => <ApplicationCaseView {...open} />}
    </QueueFrame>
  )
}
