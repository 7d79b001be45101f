import type Database from 'better-sqlite3'
import { lineNames, unpackLines } from '#node/packed-lines/packed-lines.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { BankLine, MatchPart } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { RECORD_KINDS, wireRow } from '#shared/contracts/console-platform/records/record-kinds.ts'
import {
  type ImportDecision,
  importedBankLines,
  matchImportedLine,
} from '#shared/contracts/console-platform/transitions/bank-import-transition.ts'
import type { OutboxRow } from '../storage/journal/schema.ts'
import { SingleFlight } from '../time/single-flight.ts'
import { yieldToQueries } from '../time/yield-to-queries.ts'
import { type ReadDecided, storedDecision } from './decide.ts'

/** Id and version before the lifted columns, the body behind them. */
const PLACES = ['?', '?', ...RECORD_KINDS.bankLine.columns.map(() => '?'), '?'].join(', ')
/** Rows written between two questions of a page. */
const SLICE = 2000

export interface PendingLines {
  /** Shows the lines of imports that wait, and no longer those of others. Long ones come in while others are asked. */
  follow(waiting: readonly OutboxRow[]): void
  stop(): Promise<void>
}

interface PendingLinesSetting {
  readonly database: Database.Database
  readonly read: ReadDecided
  /** Lines came in or went. */
  readonly filled: () => void
  readonly report: (error: unknown) => void
}

/** Keeps the TEMP table imported_bank_line: lines of statements whose import the platform has not confirmed. */
export function createPendingLines({ database, read, filled, report }: PendingLinesSetting): PendingLines {
  let open = true
  let wanted: readonly OutboxRow[] = []
  /** Statements whose lines are in the table, by the command that imports them. */
  const shown = new Map<string, string>()

  const filling = new SingleFlight(async () => {
    for (const row of wanted) {
      if (shown.has(row.id) || !open) continue
      const decision = storedDecision(row)
      if (decision.type !== 'bank.import-statement') continue
      const into = read('bankAccount', row.recordId)
      // A snapshot has yet to bring it.
      if (into === null) continue
      shown.set(row.id, decision.arguments.statement.id)
      const lines = await linesOf(row, decision, into)
      for (let at = 0; at < lines.length && open; at += SLICE) {
        // Taken back meanwhile.
        if (!shown.has(row.id)) break
        write(lines.slice(at, at + SLICE))
        await yieldToQueries()
      }
      if (open) filled()
    }
  })

  async function linesOf(row: OutboxRow, decision: ImportDecision, into: BankAccount): Promise<BankLine[]> {
    const lines = await unpackLines(decision.arguments.packedLines)
    if (lines === null) return []
    const actor = { id: row.actor, name: row.actorName }
    const parts = new Map(decision.arguments.matches.map(({ lineId, part }) => [lineId, part]))
    const named = { lines, names: lineNames(lines) }
    return importedBankLines(into, decision.arguments, named, row.createdAt).map((line) => {
      const part = parts.get(line.id)
      const decided = part && matchImportedLine(line, part, obligationOf(part), actor, row.createdAt)
      return decided === undefined || typeof decided === 'string' ? line : decided.line
    })
  }

  function obligationOf({ target }: MatchPart): ReadonlyMap<string, DepositObligation> {
    const owed = target.kind === 'deposit' ? read('depositObligation', target.obligationId) : null
    return new Map(owed === null ? [] : [[owed.id, owed]])
  }

  function write(lines: readonly BankLine[]): void {
    const insert = database.prepare(`INSERT OR REPLACE INTO temp.imported_bank_line VALUES (${PLACES})`)
    database.transaction(() => {
      for (const line of lines) insert.run(wireRow('bankLine', line))
    })()
    forgetArrivedLines(database)
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
      if (wanted.some(({ id }) => !shown.has(id))) void filling.request().catch(report)
    },
    stop: async () => {
      open = false
      await filling.idle()
    },
  }
}

/** Lines that the platform has sent meanwhile stand in the table of confirmed ones. */
export function forgetArrivedLines(database: Database.Database): void {
  database.exec('DELETE FROM temp.imported_bank_line WHERE id IN (SELECT id FROM main.bank_line)')
}
