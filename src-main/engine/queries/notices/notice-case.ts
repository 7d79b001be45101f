import type { NoticeCase } from '#shared/contracts/console-engine/notices.ts'
import { noticeStatus } from '#shared/contracts/console-platform/records/notice.ts'
import { allowedForNotice } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** One notice with where a mail would go that is sent again. @throws RecordMissing */
export function readNoticeCase(context: QueryContext, id: string): NoticeCase {
  const notice = readPresent(context, 'notice', id)
  if (notice === null) throw new RecordMissing('notice', id)
  const provider = readPresent(context, 'provider', notice.providerId)
  return {
    notice,
    status: noticeStatus(notice),
    marketplaceName: marketplaceName(context, notice.marketplace),
    knownEmail: provider?.contact?.email ?? notice.recipient?.email ?? null,
    allowed: allowedForNotice(context.workspace.account.roles, notice),
    ...decisionsAbout(context, 'notice', id),
    seenDigest: seenDigestOf(context, 'notice', id),
  }
}
