import { CALLS_ANSWERED, CALLS_FAILED } from '#shared/contracts/console-platform/kinds/interface-call.ts'
import { NOTICES_DUE, NOTICES_HANDED } from '#shared/contracts/console-platform/kinds/notice.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import type { FailedCreation } from '../failed-creation.ts'
import type { OrdersOf, StoreReader } from '../store.ts'
import { CredentialReader } from './credential-reader.ts'
import { IS_SEEN } from './is-seen.ts'
import { recordOfRow } from './seen-rows.ts'

/** After every instant. */
const LATER = '~'

/** Reads the notices on their way, and the calls that providers may have to be told of. */
export class NoticeReader
  extends CredentialReader
  implements
    Pick<
      StoreReader,
      'noticesDue' | 'noticesHanded' | 'providersFailing' | 'failedCreations' | 'toldOfDueDay'
    >
{
  async noticesDue(at: string, limit: number): Promise<RecordOf['notice'][]> {
    return this.#noticesBetween(NOTICES_DUE, NOTICES_DUE + at, limit)
  }

  async noticesHanded(limit: number): Promise<RecordOf['notice'][]> {
    return this.#noticesBetween(NOTICES_HANDED, NOTICES_HANDED, limit)
  }

  async providersFailing(since: string): Promise<OrdersOf[]> {
    const text = `SELECT DISTINCT marketplace, provider AS providerId FROM records INDEXED BY calls_by_time
      WHERE kind = 'interfaceCall' AND sort >= ? AND sort <= ? AND ${IS_SEEN} ORDER BY 1, 2`
    return this.sql(text).all(CALLS_FAILED + since, CALLS_FAILED + LATER) as OrdersOf[]
  }

  async failedCreations({ marketplace, providerId }: OrdersOf, scene: string, since: string) {
    const of = `kind = 'interfaceCall' AND marketplace = @marketplace AND provider = @providerId AND ${IS_SEEN}`
    const text = `SELECT productName, max(listingId) AS listingId, orderId, min(at) AS firstAt,
        EXISTS (SELECT 1 FROM (SELECT json_extract(row, '$[#-1]') AS answer FROM records INDEXED BY records_by_sort
            WHERE ${of} AND sort = '${CALLS_ANSWERED}' || orderId)
          WHERE answer ->> 'scene' = @scene AND answer ->> 'productName' = productName
            AND coalesce(answer ->> 'repeatKey' = repeatKey, true)) AS answered
      FROM (SELECT body ->> 'productName' AS productName, body ->> 'listingId' AS listingId, body ->> 'orderId' AS orderId,
          body ->> 'repeatKey' AS repeatKey, body ->> 'at' AS at, body ->> 'scene' AS scene
        FROM (SELECT json_extract(row, '$[#-1]') AS body FROM records INDEXED BY records_by_sort
          WHERE ${of} AND sort >= @first AND sort <= @last))
      WHERE scene = @scene GROUP BY productName, orderId, repeatKey ORDER BY firstAt, orderId`
    const range = { first: CALLS_FAILED + since, last: CALLS_FAILED + LATER }
    const rows = this.sql(text).all({ marketplace, providerId, scene, ...range })
    return (rows as (Omit<FailedCreation, 'answered'> & { answered: number })[]).map((row) => ({
      ...row,
      answered: row.answered === 1,
    }))
  }

  async toldOfDueDay(
    { marketplace, providerId }: OrdersOf,
    recordId: string,
    occasion: string,
    dueOn: string,
  ) {
    const text = `SELECT 1 FROM (SELECT json_extract(row, '$[#-1]') AS body FROM records
        WHERE marketplace = ? AND provider = ? AND kind = 'notice' AND ${IS_SEEN})
      WHERE body ->> '$.about.id' = ? AND body ->> 'occasion' = ? AND body ->> '$.said.values.dueOn.zh' = ? LIMIT 1`
    return this.sql(text).get(marketplace, providerId, recordId, occasion, dueOn) !== undefined
  }

  #noticesBetween(first: string, last: string, limit: number): RecordOf['notice'][] {
    // Only notices on their way sort by anything, see their sheet. The planner by itself reads every notice there is.
    const text = `SELECT row FROM records INDEXED BY notices_on_their_way
      WHERE kind = 'notice' AND sort >= ? AND sort <= ? AND ${IS_SEEN} ORDER BY sort, id LIMIT ?`
    return this.sql(text)
      .all(first, last, limit)
      .flatMap((row) => recordOfRow('notice', row) ?? [])
  }
}
