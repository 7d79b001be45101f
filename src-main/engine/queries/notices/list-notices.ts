import type { z } from 'zod'
import type {
  NOTICE_SORT_COLUMNS,
  NoticeFilter,
  noticePageSchema,
} from '#shared/contracts/console-engine/notices.ts'
import { NOTICE_STATUSES, noticeSchema } from '#shared/contracts/console-platform/records/notice.ts'
import { rowFilter } from '../boards/row-filter.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow } from '../window/read-window.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'
import { toNoticeRows } from './notice-rows.ts'

type NoticeSort = (typeof NOTICE_SORT_COLUMNS)[number]

const NOTICES: WindowSource<NoticeSort> = {
  tables: { confirmed: 'notice', overlay: 'overlay_notice', totals: null },
  keys: { madeAt: 'madeAt' },
  sortedRows: 20_000,
}

/** One window of the notices. @throws BadInput on a cursor that is none. */
export function listNotices(
  context: QueryContext,
  question: WindowQuestion<NoticeSort> & { readonly filter: NoticeFilter },
): z.infer<typeof noticePageSchema> {
  const { statuses, marketplaces, occasion, providerId, from, to, text } = question.filter
  const filter = rowFilter({
    states: statuses.length === 0 ? NOTICE_STATUSES : statuses,
    marketplaces,
    equal: { occasion, providerId },
    days: { madeAt: { from, to } },
    named: ['subject', 'name'],
    text,
  })
  const window = readWindow<{ id: string; body: string }, NoticeSort>(
    context,
    NOTICES,
    filter,
    question,
    'r.body AS body',
    '',
  )
  const notices = window.rows.map(({ body }) => noticeSchema.parse(JSON.parse(body)))
  return { ...window, rows: toNoticeRows(context, notices) }
}
