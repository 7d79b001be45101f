import type { z } from 'zod'
import type { lineDifferenceSchema, SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { settlementAdjustmentSchema } from '#shared/contracts/console-platform/records/settlement-adjustment.ts'
import { openChecks } from '#shared/contracts/console-platform/records/settlement-month.ts'
import {
  type SettlementStatement,
  settlementStatementSchema,
} from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { allowedForStatement } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { monthBefore } from './list-statements.ts'
import { IS_PRESENT } from './statement-filter.ts'

/** Most lines told that two statements do not have alike. */
const MAX_DIFFERENCES = 500

/** One statement with what explains it and what is to be done. @throws RecordMissing */
export function readSettlementCase(context: QueryContext, id: string): SettlementCase {
  const statement = readPresent(context, 'settlementStatement', id)
  if (statement === null) throw new RecordMissing('settlementStatement', id)
  const month = readPresent(context, 'settlementMonth', statement.monthId)
  const { pending } = decisionsAbout(context, 'settlementStatement', id)
  return {
    statement,
    marketplaceName: marketplaceName(context, statement.marketplace),
    month,
    before: beforeOf(context, statement),
    waiting: waitingFor(context, statement),
    differences: differencesOf(context, statement),
    openChecks: month === null ? [] : openChecks(month),
    allowed: allowedForStatement(context.workspace.account.roles, statement),
    pending,
    seenDigest: seenDigestOf(context, 'settlementStatement', id),
  }
}

function beforeOf(
  context: QueryContext,
  { marketplace, providerId, month }: SettlementStatement,
): SettlementCase['before'] {
  const row = context.statements
    .prepare<{ body: string }>(
      `SELECT r.body AS body FROM settlement_statement r WHERE r.marketplace = @marketplace AND r.month = @before
         AND r.providerId = @providerId AND r.status <> 'voided' AND ${IS_PRESENT} LIMIT 1`,
    )
    .get({ marketplace, providerId, before: monthBefore(month) })
  if (row === undefined) return null
  const found = settlementStatementSchema.parse(JSON.parse(row.body))
  return { id: found.id, month: found.month, totals: found.totals }
}

/** Adjustments written for the month since the draft was made. */
function waitingFor(
  context: QueryContext,
  { status, marketplace, month, providerId, adjustmentIds }: SettlementStatement,
): SettlementCase['waiting'] {
  if (status !== 'draft') return []
  const where = 'marketplace = @marketplace AND month = @month AND providerId = @providerId'
  const rows = context.statements
    .prepare<{ body: string }>(
      `SELECT body FROM settlement_adjustment WHERE ${where}
       UNION ALL SELECT body FROM overlay_settlement_adjustment WHERE ${where}`,
    )
    .all({ marketplace, month, providerId })
  const known = new Set(adjustmentIds)
  const waiting = rows.map(({ body }) => settlementAdjustmentSchema.parse(JSON.parse(body)))
  return [...new Map(waiting.map((each) => [each.id, each])).values()].filter(({ id }) => !known.has(id))
}

/** Line by line, what a statement has otherwise than the voided one it takes the place of. */
function differencesOf(
  context: QueryContext,
  { id, replaces }: SettlementStatement,
): z.infer<typeof lineDifferenceSchema>[] {
  if (replaces === null) return []
  const keyed = (of: string) =>
    `SELECT coalesce(orderId, body ->> 'adjustmentId', kind || ' ' || coalesce(category, '') || ' '
       || coalesce(body ->> 'carried', '') || ' ' || coalesce(taxBasisPoints, '')) AS key, kind, orderId,
       body ->> 'orderNumber' AS orderNumber, amount FROM settlement_line WHERE statementId = ${of}`
  return context.statements
    .prepare<z.infer<typeof lineDifferenceSchema>>(
      `WITH b AS (${keyed('@replaces')}), a AS (${keyed('@id')})
       SELECT a.key AS key, a.kind AS kind, a.orderId AS orderId, a.orderNumber AS orderNumber,
         b.amount AS before, a.amount AS after
       FROM a LEFT JOIN b ON b.key = a.key WHERE b.amount IS NOT a.amount
       UNION ALL
       SELECT b.key, b.kind, b.orderId, b.orderNumber, b.amount, NULL
       FROM b LEFT JOIN a ON a.key = b.key WHERE a.key IS NULL
       LIMIT ${MAX_DIFFERENCES}`,
    )
    .all({ id, replaces })
}
