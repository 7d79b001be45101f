import type { z } from 'zod'
import type { Marketplace } from '#shared/base/ids.ts'
import { type Allocation, bankLineSchema } from '#shared/contracts/console-platform/records/bank-line.ts'
import { lineToMatch, plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'
import type { PastImport, PastLine } from '#shared/rules/bank-matching/replay-matching.ts'
import { presentLines } from '../bank/line-tables.ts'
import type { QueryContext } from '../query-context.ts'
import type { AccountSeen } from './deposit-history.ts'

/** Most lines a dry run looks at: the newest. */
export const REPLAY_LIMIT = 50_000
/** Lines read at a time. */
const PIECE = 500

const INCOMING = `SELECT * FROM (${presentLines(
  'r.id AS id, r.statementId AS statementId, r.chronology AS chronology',
  'r.marketplace = @marketplace AND r.effect > 0',
)}) ORDER BY chronology DESC, id DESC LIMIT ${REPLAY_LIMIT + 1}`
const BODIES = presentLines('r.body AS body', 'r.id IN (SELECT value FROM json_each(@ids))')
const IMPORTED_AT = 'SELECT importedAt FROM bank_statement WHERE id = @id'

/** Of a line only what matching and its outcome need. */
const lineSchema = bankLineSchema
  .pick({
    id: true,
    direction: true,
    isReversal: true,
    amount: true,
    summary: true,
    counterpartyName: true,
    counterpartyAccount: true,
    purpose: true,
    remark: true,
    isDirectionProven: true,
    statementId: true,
    allocations: true,
  })
  .strip()
type StoredLine = z.infer<typeof lineSchema>

export interface PastLines {
  /** Oldest first. */
  readonly imports: readonly PastImport[]
  readonly seen: readonly AccountSeen[]
  readonly complete: boolean
}

/** Every line of money in of a marketplace, by the import it came with. */
export function* pastLines(context: QueryContext, marketplace: Marketplace): Generator<void, PastLines> {
  const found = context.statements.prepare<{ id: string }>(INCOMING).all({ marketplace })
  const ids = found.slice(0, REPLAY_LIMIT).map(({ id }) => id)
  const lines: StoredLine[] = []
  for (let at = 0; at < ids.length; at += PIECE) {
    const piece = JSON.stringify(ids.slice(at, at + PIECE))
    const rows = context.statements.prepare<{ body: string }>(BODIES).all({ ids: piece })
    for (const { body } of rows) lines.push(lineSchema.parse(JSON.parse(body)))
    yield
  }
  return {
    imports: importsOf(context, lines),
    seen: lines.flatMap(accountsSeen),
    complete: found.length <= REPLAY_LIMIT,
  }
}

function importsOf(context: QueryContext, lines: readonly StoredLine[]): PastImport[] {
  const imports = [...Map.groupBy(lines, ({ statementId }) => statementId)].map(([id, of]) => {
    const stored = context.statements.prepare<{ importedAt: string }>(IMPORTED_AT).get({ id })
    // An import that is on its way happens now.
    return { at: stored?.importedAt ?? context.now, lines: of.map(toPastLine) }
  })
  return imports.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function toPastLine(line: StoredLine): PastLine {
  const settled = settledBy(line)
  return {
    id: line.id,
    line: lineToMatch(line, line.isDirectionProven),
    settledOn: settled === null ? null : depositsOf(settled).map((id) => ({ kind: 'deposit' as const, id })),
  }
}

/** The allocation that holds, or held until the bank took the line back. */
function settledBy({ allocations }: Pick<StoredLine, 'allocations'>): Allocation | null {
  const last = allocations.at(-1)
  if (last === undefined) return null
  return last.undone === null || last.undone.takenBackBy !== null ? last : null
}

function depositsOf({ parts }: Allocation): string[] {
  return parts.flatMap(({ target }) => (target.kind === 'deposit' ? [target.obligationId] : []))
}

function accountsSeen(line: StoredLine): AccountSeen[] {
  const settled = settledBy(line)
  const account = plainAccount(line.counterpartyAccount)
  if (settled === null || settled.undone !== null || account === '') return []
  return depositsOf(settled).map((obligationId) => ({ at: settled.at, obligationId, account }))
}
