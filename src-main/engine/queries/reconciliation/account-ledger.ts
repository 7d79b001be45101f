import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { LineKind } from '#shared/contracts/console-engine/bank-lines.ts'
import {
  allocationSchema,
  type MatchPart,
  targetKind,
} from '#shared/contracts/console-platform/records/bank-line.ts'
import { bankStatementSchema } from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { LedgerLine, LedgerStatement } from '#shared/rules/reconciliation/ledger.ts'
import { type WalkedLedger, walkLedger } from '#shared/rules/reconciliation/walk-ledger.ts'
import { presentLines } from '../bank/line-tables.ts'
import type { QueryContext } from '../query-context.ts'

export type AccountLedger = WalkedLedger<LedgerLine<LineKind>>

/** Only a line of several kinds needs its record: of others the whole amount is of the one kind. */
const LINES = presentLines(
  `r.id AS id, r.statementId AS statement, r.bookedOn AS bookedOn, r.chronology AS chronology, r.effect AS effect,
    r.balanceAfter AS balanceAfter, r.status AS status, r.matchedKinds AS kinds,
    CASE WHEN instr(r.matchedKinds, ' ') > 0 THEN json_extract(r.body, '$.allocations') END AS allocations`,
  'r.accountId = @accountId',
)
const STATEMENTS = 'SELECT body FROM bank_statement WHERE accountId = @accountId'
/** Statements whose import is on its way are known by their lines alone. */
const ARRIVING = `SELECT min(bookedOn) AS "from", max(bookedOn) AS "to" FROM imported_bank_line
  WHERE accountId = @accountId GROUP BY statementId`

type StoredLine = Omit<LedgerLine, 'parts'> & {
  readonly kinds: string | null
  readonly allocations: string | null
}

/** Ledgers kept at a time. */
const MAX_KEPT = 8
const KEPT = new WeakMap<Database, Map<string, { readonly stamp: string; readonly ledger: AccountLedger }>>()

/** All lines of an account with the balance they follow from, pending decisions laid over. */
export function accountLedger(context: QueryContext, accountId: string): AccountLedger {
  const { sql } = context.workspace.cache
  const kept = KEPT.get(sql) ?? new Map<string, { stamp: string; ledger: AccountLedger }>()
  KEPT.set(sql, kept)
  const stamp = context.counts.stamp()
  const known = kept.get(accountId)
  if (known?.stamp === stamp) return known.ledger
  const lines = context.statements.prepare<StoredLine>(LINES).all({ accountId })
  const ledger = walkLedger(lines.map(toLedgerLine), statementsOf(context, accountId))
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(accountId, { stamp, ledger })
  return ledger
}

function toLedgerLine({ kinds, allocations, ...line }: StoredLine): LedgerLine<LineKind> {
  if (kinds === null) return { ...line, parts: [] }
  if (allocations !== null) return { ...line, parts: livePartsOf(allocations).map(ofKind) }
  // The lifted column is made of kinds.
  return { ...line, parts: [{ kind: kinds as LineKind, amount: Math.abs(line.effect) }] }
}

function livePartsOf(allocations: string): readonly MatchPart[] {
  return z.array(allocationSchema).parse(JSON.parse(allocations)).at(-1)?.parts ?? []
}

function ofKind({ target, amount }: MatchPart): LedgerLine<LineKind>['parts'][number] {
  return { kind: targetKind(target), amount }
}

function statementsOf(context: QueryContext, accountId: string): LedgerStatement[] {
  const confirmed = context.statements
    .prepare<{ body: string }>(STATEMENTS)
    .all({ accountId })
    .flatMap(({ body }): LedgerStatement[] => {
      const { period, opening, closing, withdrawn } = bankStatementSchema.parse(JSON.parse(body))
      return period === null || withdrawn !== null ? [] : [{ ...period, opening, closing }]
    })
  const arriving = context.statements
    .prepare<{ from: string; to: string }>(ARRIVING)
    .all({ accountId })
    .map((days) => ({ ...days, opening: null, closing: null }))
  return [...confirmed, ...arriving]
}
