import type Database from 'better-sqlite3'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import { columnNames, type WireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { answered, type Records } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  type ImportDecision,
  importedDeposits,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { SingleFlight } from '../time/single-flight.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'
import type { PendingStatement } from './pending-rows.ts'
import { rowsOf } from './rows-at-once.ts'
import { storedDecision } from './stored-decision.ts'

/** Id and version before the lifted columns, the body behind them. */
const PLACES = ['?', '?', ...columnNames('bankLine').map(() => '?'), '?'].join(', ')

export interface PendingLines {
  /** Shows the lines of imports that wait, and no longer those of others. Long ones come in while others are asked. */
  follow(waiting: readonly OutboxRow[]): void
  stop(): Promise<void>
}

interface PendingLinesSetting {
  readonly database: Database.Database
  readonly records: Records
  /** Lines came in or went. */
  readonly filled: () => void
  readonly report: (error: unknown) => void
}

/** Keeps the TEMP table imported_bank_line: lines of statements whose import the platform has not confirmed. */
export function createPendingLines({ database, records, filled, report }: PendingLinesSetting): PendingLines {
  let open = true
  let wanted: readonly OutboxRow[] = []
  /** Statements whose lines are in the table, by the command that imports them. */
  const shown = new Map<string, string>()
  /** Imports that the platform acknowledged: their lines go from the table as they come. */
  const acknowledged = new Set<string>()

  const filling = new SingleFlight(async () => {
    for (const row of wanted) {
      if (shown.has(row.id) || !open) continue
      const decision = storedDecision(row)
      if (decision.type !== 'bank.import-statement') continue
      const into = records.get('bankAccount', row.recordId)
      // A snapshot has yet to bring it.
      if (into === null) continue
      shown.set(row.id, decision.arguments.statement.id)
      for await (const rows of rowsOf(statementOf(row, decision, into))) {
        // Taken back meanwhile.
        if (!open || !shown.has(row.id)) break
        write(rows)
        await yieldToQueries()
      }
      if (!open) return
      forgetArrivedLines(database)
      filled()
    }
  })

  function statementOf(
    row: OutboxRow,
    { arguments: said }: ImportDecision,
    { id, marketplace }: BankAccount,
  ): PendingStatement {
    return {
      account: { id, marketplace },
      said,
      obligations: [...answered(importedDeposits({ arguments: said }), records).values()],
      actor: { id: row.actor, name: row.actorName },
      at: row.createdAt,
    }
  }

  function write(rows: readonly WireRow[]): void {
    const insert = database.prepare(`INSERT OR REPLACE INTO temp.imported_bank_line VALUES (${PLACES})`)
    database.transaction(() => {
      for (const row of rows) insert.run(row)
    })()
  }

  return {
    follow: (waiting) => {
      wanted = waiting.filter(({ type }) => type === 'bank.import-statement')
      const ids = new Set(wanted.map(({ id }) => id))
      for (const [id, statementId] of shown) {
        if (ids.has(id)) continue
        shown.delete(id)
        database.prepare('DELETE FROM temp.imported_bank_line WHERE statementId = ?').run(statementId)
      }
      for (const { id, state } of wanted) {
        if (state === 'acknowledged') acknowledged.add(id)
        // It is sent once more, for the copy starts over: what had come of it is gone.
        else if (acknowledged.delete(id)) shown.delete(id)
      }
      if (wanted.some(({ id }) => !shown.has(id))) void filling.request().catch(report)
    },
    stop: async () => {
      open = false
      await filling.idle()
    },
  }
}

/**
 * Lines that the platform has sent meanwhile stand in the table of confirmed ones. Asked with every page that comes in:
 * `IN` would walk all confirmed lines, 8 ms of 200,000, even where none is on its way.
 */
export function forgetArrivedLines(database: Database.Database): void {
  database.exec(
    `DELETE FROM temp.imported_bank_line AS arriving
       WHERE EXISTS (SELECT 1 FROM main.bank_line r WHERE r.id = arriving.id)`,
  )
}
