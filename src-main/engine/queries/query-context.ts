import type { Database } from 'better-sqlite3'
import type { Instant } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { WorkingCalendar } from '#shared/calendar/working-calendar.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import type { Engine } from '../engine.ts'
import type { Workspace } from '../workspace.ts'
import type { ReviewClocks } from './clock/review-clocks.ts'
import { CountMemo } from './window/count-memo.ts'
import { StatementCache } from './window/statement-cache.ts'

/** Everything one question is answered from; made anew for each. */
export interface QueryContext extends Reading {
  readonly workspace: Workspace
  readonly packs: readonly PolicyPack[]
  readonly calendar: WorkingCalendar
  readonly now: Instant
  /** The day in Asia/Shanghai. */
  readonly today: PlainDate
}

interface Reading {
  readonly statements: StatementCache
  readonly counts: CountMemo
  /** By kind of record; see queue-clocks.ts. */
  readonly clocks: Map<DecidedKind, ReviewClocks>
}

/** Null while nobody is signed in. */
export function openQueryContext(
  engine: Pick<Engine, 'workspace' | 'packs' | 'calendar' | 'clock'>,
): QueryContext | null {
  const workspace = engine.workspace()
  if (workspace === null) return null
  const now = new Date(engine.clock.now()).toISOString()
  return {
    workspace,
    packs: engine.packs,
    calendar: engine.calendar,
    now,
    today: shanghaiDate(now),
    ...readingOf(workspace.cache.sql),
  }
}

/** Prepared statements live as long as the open file does, and no longer. */
const readings = new WeakMap<Database, Reading>()

function readingOf(database: Database): Reading {
  const known = readings.get(database)
  if (known !== undefined) return known
  const statements = new StatementCache(database)
  const reading = { statements, counts: new CountMemo(database, statements), clocks: new Map() }
  readings.set(database, reading)
  return reading
}
