import type { Comparison } from '#shared/contracts/console-engine/settlement.ts'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { monthBefore } from '#shared/rules/settlement/carry.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { IS_PRESENT } from './statement-filter.ts'

/** A statement that another is compared with. */
export interface Comparable {
  readonly against: Comparison
  readonly statement: SettlementStatement
}

/** What a statement can be compared with, the nearest first: of its own month, then of the month before. */
export function comparableWith(context: QueryContext, statement: SettlementStatement): Comparable[] {
  const { replaces } = statement
  const voided = replaces === null ? null : readPresent(context, 'settlementStatement', replaces)
  const found: [Comparison, SettlementStatement | null][] = [
    ['voided', voided],
    ['earlier-draft', earlierDraftOf(context, statement)],
    ['last-month', monthBeforeOf(context, statement)],
  ]
  return found.flatMap(([against, other]) => (other === null ? [] : [{ against, statement: other }]))
}

/** The provider's statement in the draft that the present one took the place of. */
function earlierDraftOf(
  context: QueryContext,
  { status, draftId, monthId, marketplace, month, providerId }: SettlementStatement,
): SettlementStatement | null {
  if (status !== 'draft') return null
  const draft = readPresent(context, 'settlementMonth', monthId)?.draft
  if (draft == null || draft.id !== draftId || draft.earlier === null) return null
  return find(
    context,
    `r.marketplace = @marketplace AND r.month = @month AND r.providerId = @providerId AND r.draftId = @earlier
     AND r.status = 'draft'`,
    { marketplace, month, providerId, earlier: draft.earlier.id },
  )
}

function monthBeforeOf(
  context: QueryContext,
  { marketplace, providerId, month }: SettlementStatement,
): SettlementStatement | null {
  return find(
    context,
    `r.marketplace = @marketplace AND r.month = @before AND r.providerId = @providerId AND r.status <> 'voided'
     AND ${IS_PRESENT}`,
    { marketplace, providerId, before: monthBefore(month) },
  )
}

function find(
  context: QueryContext,
  where: string,
  bindings: Readonly<Record<string, string>>,
): SettlementStatement | null {
  const row = context.statements
    .prepare<{ body: string }>(`SELECT r.body AS body FROM settlement_statement r WHERE ${where} LIMIT 1`)
    .get(bindings)
  return row === undefined ? null : settlementStatementSchema.parse(JSON.parse(row.body))
}
