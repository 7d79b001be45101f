import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { NoticeStatusMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { NoticeRow } from '#shared/contracts/console-engine/notices.ts'

/** The columns of 通知. */
export function useNoticeColumns(): readonly DeskColumn<NoticeRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, occasions } = texts.notices
    const { none } = texts.format
    return [
      { ...make.moment<NoticeRow>('madeAt', columns.madeAt, ({ madeAt }) => madeAt), compact: 'when' },
      {
        ...make.name<NoticeRow>(
          'subject',
          columns.subject,
          ({ subject, occasion }) => subject ?? occasions[occasion],
        ),
        sortable: false,
      },
      make.status<NoticeRow>(
        columns.status,
        ({ status }) => <NoticeStatusMark status={status} />,
        ({ status }) => texts.statuses.notice[status],
      ),
      make.text<NoticeRow>('occasion', columns.occasion, 144, ({ occasion }) => occasions[occasion]),
      make.text<NoticeRow>('name', columns.name, 200, ({ providerName }) => providerName),
      make.text<NoticeRow>('email', columns.email, 176, ({ recipient }) => recipient?.email ?? none),
      {
        ...make.text<NoticeRow>('answer', columns.answer, 200, ({ answer }) => answer || none),
        hiddenAtFirst: true,
      },
      make.marketplace<NoticeRow>(columns.marketplace),
      {
        ...{ id: 'id', header: columns.id, width: 136, hiddenAtFirst: true },
        cell: (row) => <CopyId id={row.id} />,
      },
    ]
  }, [texts, make])
}
