import { Button } from '@mantine/core'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { OnlyMark } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { noticeFilterOf } from '#renderer/routes/notice-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useUnseen } from '#renderer/shell/states/not-visible.tsx'
import { NoticeCaseView } from './notice-case.tsx'
import { useNoticeColumns } from './notice-columns.tsx'
import { NoticeFilters } from './notice-filters.tsx'

/** 通知; for who receives none, how they are worded. */
export function NoticesPage() {
  const isUnseen = useUnseen()('notice') !== null
  return isUnseen ? <Navigate to="/notice-templates" replace /> : <NoticeQueue />
}

/** What providers were told, by what mail or by whom, and what did not arrive. */
function NoticeQueue() {
  const texts = useTexts()
  const words = texts.notices
  const search = useSearch({ from: '/notices' })
  const queue = useQueue({
    kind: 'notice',
    address: '/notices',
    search,
    filter: noticeFilterOf(search),
    firstSort: 'madeAt',
    lastFirst: true,
    list: engine.notices.list,
    exported: engine.notices.export,
  })
  const only = useOnly({ providerId: queue.filter.providerId, listingId: null })
  return (
    <QueueFrame
      queue={queue}
      name="notices"
      title={texts.shell.screens.notices}
      columns={useNoticeColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/notice-templates" {...props} />}>
          {words.templates.title}
        </Button>
      }
      filters={
        <>
          <NoticeFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={() => queue.change({ providerId: undefined })} />
        </>
      }
    >
      {(open) => <NoticeCaseView {...open} />}
    </QueueFrame>
  )
}
