import { lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { BookMonth } from '#shared/contracts/console-engine/books.ts'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { CommittedStatement } from '#shared/rules/books/month-vouchers.ts'
import type { ToBook } from '#shared/rules/books/voucher-entries.ts'
import type { AdjustmentKind } from '#shared/rules/settlement/statement-line.ts'
import type { QueryContext } from '../query-context.ts'

/** The statements of a month that were committed, those voided since among them. */
export function committedStatements(
  context: QueryContext,
  { marketplace, month }: BookMonth,
): CommittedStatement[] {
  const taxBasisPoints = context.controls('commission-tax-rate', lastOfMonth(month))
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT body FROM settlement_statement
       WHERE marketplace = @marketplace AND month = @month AND status <> 'draft'`,
    )
    .all({ marketplace, month })
  return rows.flatMap(({ body }) => {
    const statement = settlementStatementSchema.parse(JSON.parse(body))
    const { id, providerId, providerName, totals, committed, voided } = statement
    if (committed === null) return []
    const { gross, refunded, fee, rebate, setOff } = totals
    const adjustments = adjustmentsOf(context, statement)
    return {
      ...{ id, month, providerId, providerName, committedAt: committed.at, voidedAt: voided?.at ?? null },
      booked: { gross, refunded, fee, rebate, setOff, adjustments, taxBasisPoints },
    }
  })
}

/** What the adjustments of a statement come to, by kind. */
function adjustmentsOf(
  { statements }: QueryContext,
  { id, adjustmentIds }: SettlementStatement,
): ToBook['adjustments'] {
  if (adjustmentIds.length === 0) return []
  return statements
    .prepare<{ kind: AdjustmentKind; amount: number }>(
      `SELECT kind, sum(amount) AS amount FROM settlement_line
       WHERE statementId = @id AND body ->> 'adjustmentId' IS NOT NULL GROUP BY kind ORDER BY kind`,
    )
    .all({ id })
}
