import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ShippedPolicies } from '#shared/rules/in-force/policies.ts'
import { policiesHere } from '../policies-here.ts'
import { hasNameKeysOfNow } from '../storage/cache/name-keys.ts'
import { openReader } from '../storage/cache/open-reader.ts'
import { createOverlayTables } from '../storage/cache/overlay-tables.ts'
import { recordTablesAreAsStated } from '../storage/cache/record-tables.ts'
import { readPosition } from '../storage/cache/sync-position.ts'
import type { BoardReading } from './boards/board-reading.ts'
import type { QueryContext } from './query-context.ts'
import { StatementCache } from './window/statement-cache.ts'

/** A copy of a platform that is only read: what confirmed records answer, without decisions that are on their way. */
export interface LocalCopy extends Omit<QueryContext, 'workspace' | 'counts'>, BoardReading {
  close(): void
}

/** Null where there is no copy, it is not complete, or another version of this program made it. @throws StorageError */
export function openLocalCopy(options: {
  readonly folder: string
  readonly key: Uint8Array
  readonly shipped: ShippedPolicies
  readonly now: Date
}): LocalCopy | null {
  const path = join(options.folder, 'cache.db')
  if (!existsSync(path)) return null
  const database = openReader({ path, key: options.key })
  try {
    const position = recordTablesAreAsStated(database) ? readPosition(database) : null
    if (position?.phase !== 'complete' || !hasNameKeysOfNow(database)) {
      database.close()
      return null
    }
    createOverlayTables(database)
    const now = options.now.toISOString()
    const today = shanghaiDate(now)
    const policies = policiesHere(database, options.shipped, today)
    return {
      ...policies,
      ...{ policies, now, today, database, confirmedAt: position.confirmedAt },
      hasOrders: position.kinds.includes('order'),
      statements: new StatementCache(database),
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}
