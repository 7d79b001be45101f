import type { StatementRow } from '#shared/contracts/console-engine/bank-reports.ts'
import { COMMAND_ARGUMENTS } from '#shared/contracts/console-platform/commands.ts'
import {
  bankStatementSchema,
  restingOn,
  statementTitle,
} from '#shared/contracts/console-platform/records/bank-statement.ts'
import type { OutboxRow } from '../../storage/journal/schema.ts'
import { presentLines } from '../bank/line-tables.ts'
import type { QueryContext } from '../query-context.ts'
import { RecordMissing } from '../record-missing.ts'

/** Statements that are listed; a busy account has that many in years. */
const LIMIT = 1000

const STATEMENTS = `SELECT body FROM bank_statement WHERE accountId = @accountId
  ORDER BY ifnull(toOn, importedAt) DESC, importedAt DESC LIMIT ${LIMIT}`
const HELD = `SELECT count(*) AS count FROM (${presentLines(
  'r.id AS id',
  "r.accountId = @accountId AND r.bookedOn BETWEEN @from AND @to AND r.statementId = @id AND r.status <> 'open'",
)})`

/** The statements of an account, the newest days first, withdrawn ones too. */
export function listStatements(context: QueryContext, accountId: string): StatementRow[] {
  const withdrawing = new Set(context.workspace.outbox.waiting().flatMap(withdrawnBy))
  return context.statements
    .prepare<{ body: string }>(STATEMENTS)
    .all({ accountId })
    .map(({ body }) => {
      const { id, fileName, format, period, opening, closing, proof, accepted, lines, added, ...rest } =
        bankStatementSchema.parse(JSON.parse(body))
      const { importedAt, byName, withdrawn } = rest
      return {
        ...{ id, fileName, format, period, opening, closing, proof, accepted, lines, added },
        ...{ importedAt, byName, withdrawn, withdrawing: withdrawing.has(id) },
      }
    })
}

/** The statement that a decision on its way withdraws. */
function withdrawnBy({ type, arguments: said }: OutboxRow): string[] {
  if (type !== 'bank.withdraw-statement') return []
  return [COMMAND_ARGUMENTS[type].parse(JSON.parse(said)).statementId]
}

/**
 * What keeps a statement from being withdrawn: how many of its lines are matched, or were taken back by another, and the
 * later statement that counts lines of it as known, by its file and days. @throws RecordMissing
 */
export function withdrawalHeld(
  context: QueryContext,
  id: string,
): { readonly lines: number; readonly rests: string | null } {
  const found = context.statements
    .prepare<{ body: string }>('SELECT body FROM bank_statement WHERE id = @id')
    .get({ id })
  if (found === undefined) throw new RecordMissing('bankStatement', id)
  const statement = bankStatementSchema.parse(JSON.parse(found.body))
  const { accountId, period } = statement
  if (period === null) return { lines: 0, rests: null }
  const [held] = context.statements.prepare<{ count: number }>(HELD).all({ accountId, id, ...period })
  // What is on its way to be withdrawn goes before.
  const others = listStatements(context, accountId).filter(({ withdrawing }) => !withdrawing)
  const resting = restingOn(statement, others)
  return { lines: held?.count ?? 0, rests: resting === null ? null : statementTitle(resting) }
}
