import type { z } from 'zod'
import type {
  NoticeRow,
  NoticesBeside,
  noticesBesideSchema,
} from '#shared/contracts/console-engine/notices.ts'
import {
  type Notice,
  noticeSchema,
  noticeStatus,
  noticeTries,
} from '#shared/contracts/console-platform/records/notice.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'

/** Most notices shown beside something: the newest. */
const MAX_ROWS = 20

/** Notices as lists show them. */
export function toNoticeRows(context: QueryContext, notices: readonly Notice[]): NoticeRow[] {
  const pendingOf = newestPending(context, 'notice')
  return notices.map(({ said, ...notice }) => ({
    ...notice,
    subject: said?.texts[notice.language].subject ?? null,
    status: noticeStatus(notice),
    answer: lastAnswer(notice),
    tries: noticeTries(notice),
    pending: pendingOf(notice.id),
  }))
}

function lastAnswer({ steps }: Pick<Notice, 'steps'>): string | null {
  const last = steps.findLast((step) => 'answer' in step)
  return last !== undefined && 'answer' in last ? last.answer : null
}

/** What a provider was told about a record, or at all, the newest first; none where this person may not see them. */
export function noticesBeside(
  context: QueryContext,
  question: NoticesBeside,
): z.infer<typeof noticesBesideSchema> {
  if (!maySee(context.workspace.account.roles, 'notice')) return { rows: [], more: false }
  const condition = question.of === 'provider' ? 'providerId = @id' : 'aboutId = @id AND aboutKind = @kind'
  const sql = `SELECT body, madeAt, id FROM notice r WHERE ${condition}
      AND NOT EXISTS (SELECT 1 FROM overlay_notice o WHERE o.id = r.id)
    UNION ALL SELECT body, madeAt, id FROM overlay_notice WHERE ${condition}
    ORDER BY madeAt DESC, id DESC LIMIT ${MAX_ROWS + 1}`
  const found = context.statements
    .prepare<{ body: string }>(sql)
    .all({ id: question.id, ...(question.of === 'provider' ? {} : { kind: question.kind }) })
  const notices = found.slice(0, MAX_ROWS).map(({ body }) => noticeSchema.parse(JSON.parse(body)))
  return { rows: toNoticeRows(context, notices), more: found.length > MAX_ROWS }
}
