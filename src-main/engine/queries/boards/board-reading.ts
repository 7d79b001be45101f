import type { Database } from 'better-sqlite3'
import type { Instant } from '#shared/base/ids.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { readPosition } from '../../storage/cache/sync-position.ts'
import type { QueryContext } from '../query-context.ts'

/** What a board is read from: the copy of an open desk, or one that is only read. */
export interface BoardReading extends Pick<QueryContext, 'statements'> {
  readonly database: Database
  /** When the platform last confirmed the copy. */
  readonly confirmedAt: Instant
  /** Whether orders reach this copy at all; where they do not, nothing is known of revenue. */
  readonly hasOrders: boolean
}

/** The copy of an open desk. */
export function boardReading({ workspace, statements, now }: QueryContext): BoardReading {
  const { cache, account } = workspace
  return {
    ...{ statements, database: cache.sql, hasOrders: maySee(account.roles, 'order') },
    confirmedAt: readPosition(cache.sql)?.confirmedAt ?? now,
  }
}
