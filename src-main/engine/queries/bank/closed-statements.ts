import type { ClosedStatement } from '#shared/rules/reconciliation/continuity.ts'
import type { QueryContext } from '../query-context.ts'

const CONFIRMED = `SELECT fromOn AS "from", toOn AS "to", json_extract(body, '$.closing') AS closing FROM bank_statement
  WHERE accountId = @accountId AND fromOn IS NOT NULL AND json_extract(body, '$.withdrawn') IS NULL`
/** An import on its way is known by its new lines. */
const ARRIVING = `SELECT min(bookedOn) AS "from", max(bookedOn) AS "to",
    (SELECT balanceAfter FROM imported_bank_line o WHERE o.statementId = r.statementId
      ORDER BY chronology DESC LIMIT 1) AS closing
  FROM imported_bank_line r WHERE accountId = @accountId GROUP BY statementId`

/** Days and closing balances of what was imported into an account, imports on their way too. */
export function closedStatements({ statements }: QueryContext, accountId: string): ClosedStatement[] {
  return [CONFIRMED, ARRIVING].flatMap((sql) => statements.prepare<ClosedStatement>(sql).all({ accountId }))
}
