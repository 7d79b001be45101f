import type { Database } from 'better-sqlite3'
import type { Instant } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import type { Engine } from '../engine.ts'
import { policiesHere } from '../policies-here.ts'
import type { Workspace } from '../workspace.ts'
import { CountMemo } from './window/count-memo.ts'
import { StatementCache } from './window/statement-cache.ts'

/** Everything one question is answered from; made anew for each. */
export interface QueryContext extends Reading, Policies {
  readonly workspace: Workspace
  /** What is in force, as one: another object after anything of it changed. */
  readonly policies: Policies
  readonly now: Instant
  /** The day in Asia/Shanghai. */
  readonly today: PlainDate
}

interface Reading {
  readonly statements: StatementCache
  readonly counts: CountMemo
}

/** Null while nobody is signed in. */
export function openQueryContext(
  engine: Pick<Engine, 'workspace' | 'shipped' | 'clock'>,
): QueryContext | null {
  const workspace = engine.workspace()
  if (workspace === null) return null
  const now = new Date(engine.clock.now()).toISOString()
  const today = shanghaiDate(now)
  const policies = policiesHere(workspace.cache.sql, engine.shipped, today)
  return {
    workspace,
    policies,
    ...policies,
    now,
    today,
    ...readingOf(workspace.cache.sql),
  }
}

/** Prepared statements live as long as the open file does, and no longer. */
const readings = new WeakMap<Database, Reading>()

function readingOf(database: Database): Reading {
  const known = readings.get(database)
  if (known !== undefined) return known
  const statements = new StatementCache(database)
  const reading = { statements, counts: new CountMemo(database, statements) }
  readings.set(database, reading)
  return reading
}
