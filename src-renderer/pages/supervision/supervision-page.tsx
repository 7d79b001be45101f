import { Button } from '@mantine/core'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { OnlyMark } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { OrderCaseView } from '#renderer/review/orders/order-case.tsx'
import { supervisionFilterOf } from '#renderer/routes/supervision-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { useSupervisionColumns } from './supervision-columns.tsx'
import { SupervisionFilters } from './supervision-filters.tsx'
import { UnbilledPage } from './unbilled-page.tsx'

/** 服务监管: orders under supervision and for whom each waits; or what is not billed of them, by provider or product. */
export function SupervisionPage() {
  const { id } = useParams({ strict: false })
  const { unbilled } = useSearch({ from: '/supervision' })
  return unbilled !== undefined && id === undefined ? <UnbilledPage by={unbilled} /> : <SupervisionQueue />
}

/** To 生产接口健康, for who sees calls. */
function HealthLink() {
  const { title } = useTexts().interfaceCalls
  return useUnseen()('interfaceCall') === null ? (
    <Button variant="subtle" renderRoot={(props) => <Link to="/interface-calls" {...props} />}>
      {title}
    </Button>
  ) : null
}

function SupervisionQueue() {
  const texts = useTexts()
  const { board } = texts.supervision
  const search = useSearch({ from: '/supervision' })
  const queue = useQueue({
    kind: 'supervision',
    address: '/supervision',
    search,
    filter: supervisionFilterOf(search),
    firstSort: 'since',
    list: engine.supervisions.list,
    exported: engine.supervisions.export,
  })
  const only = useOnly(queue.filter)
  return (
    <QueueFrame
      queue={queue}
      name="supervision"
      title={texts.shell.screens.supervision}
      columns={useSupervisionColumns()}
      empty={<Empty title={board.nothing} lead={board.nothingLead} />}
      actions={
        <>
          <HealthLink />
          <Button variant="subtle" onClick={() => queue.show(null, { unbilled: 'provider' })}>
            {board.unbilled}
          </Button>
        </>
      }
      filters={
        <>
          <SupervisionFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={queue.change} />
        </>
      }
    >
      {(open) => <OrderCaseView {...open} />}
    </QueueFrame>
  )
}
