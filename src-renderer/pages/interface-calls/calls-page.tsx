import { useParams, useSearch } from '@tanstack/react-router'
import { OnlyMark, ViewSwitch } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { callFilterOf } from '#renderer/routes/call-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { CallCaseView } from './call-case.tsx'
import { useCallColumns } from './call-columns.tsx'
import { CallFilters } from './call-filters.tsx'
import { HealthPage } from './health-page.tsx'

/** 生产接口健康: how the production interfaces of products do, or the calls themselves. */
export function CallsPage() {
  const { id } = useParams({ strict: false })
  const { rows } = useSearch({ from: '/interface-calls' })
  return rows === true || id !== undefined ? <CallQueue /> : <HealthPage />
}

function CallQueue() {
  const texts = useTexts()
  const search = useSearch({ from: '/interface-calls' })
  const queue = useQueue({
    kind: 'interfaceCall',
    address: '/interface-calls',
    search,
    filter: callFilterOf(search),
    firstSort: 'at',
    lastFirst: true,
    list: engine.interfaceCalls.list,
    exported: engine.interfaceCalls.export,
  })
  const only = useOnly({ providerId: queue.filter.providerId, listingId: null })
  return (
    <QueueFrame
      queue={queue}
      name="interfaceCalls"
      title={texts.interfaceCalls.title}
      columns={useCallColumns()}
      empty={<Empty title={texts.interfaceCalls.nothing} lead={texts.interfaceCalls.nothingLead} />}
      actions={<ViewSwitch rows onChange={({ rows }) => queue.show(null, { rows })} />}
      filters={
        <>
          <CallFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={({ providerId }) => queue.change({ providerId })} />
        </>
      }
    >
      {(open) => <CallCaseView {...open} />}
    </QueueFrame>
  )
}
