import { NOTICES_DUE, NOTICES_HANDED } from '#shared/contracts/console-platform/kinds/notice.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { StoreReader } from '../store.ts'
import { CredentialReader } from './credential-reader.ts'
import { IS_SEEN } from './is-seen.ts'
import { recordOfRow } from './seen-rows.ts'

/** Reads the notices on their way. */
export class NoticeReader
  extends CredentialReader
  implements Pick<StoreReader, 'noticesDue' | 'noticesHanded'>
{
  async noticesDue(at: string, limit: number): Promise<RecordOf['notice'][]> {
    return this.#noticesBetween(NOTICES_DUE, NOTICES_DUE + at, limit)
  }

  async noticesHanded(limit: number): Promise<RecordOf['notice'][]> {
    return this.#noticesBetween(NOTICES_HANDED, NOTICES_HANDED, limit)
  }

  #noticesBetween(first: string, last: string, limit: number): RecordOf['notice'][] {
    // Only notices on their way sort by anything, see their sheet.
    const text = `SELECT row FROM records WHERE kind = 'notice' AND sort BETWEEN ? AND ? AND ${IS_SEEN}
      ORDER BY sort, id LIMIT ?`
    return this.sql(text)
      .all(first, last, limit)
      .flatMap((row) => recordOfRow('notice', row) ?? [])
  }
}
