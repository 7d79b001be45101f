import type { SettlementCase } from '#shared/contracts/console-engine/settlement.ts'
import { settlementAdjustmentSchema } from '#shared/contracts/console-platform/records/settlement-adjustment.ts'
import { openChecks } from '#shared/contracts/console-platform/records/settlement-month.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import { allowedForStatement } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { paidBy } from '../payouts/paid-by.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { comparableWith } from './comparable-statements.ts'

/** One statement with what explains it and what is to be done. @throws RecordMissing */
export function readSettlementCase(context: QueryContext, id: string): SettlementCase {
  const statement = readPresent(context, 'settlementStatement', id)
  if (statement === null) throw new RecordMissing('settlementStatement', id)
  const month = readPresent(context, 'settlementMonth', statement.monthId)
  const comparable = comparableWith(context, statement)
  const before = comparable.find(({ against }) => against === 'last-month')?.statement
  const { pending } = decisionsAbout(context, 'settlementStatement', id)
  return {
    statement,
    marketplaceName: marketplaceName(context, statement.marketplace),
    month,
    before: before === undefined ? null : { id: before.id, month: before.month, totals: before.totals },
    payout: paidBy(context, [statement.providerId]).get(id) ?? null,
    waiting: waitingFor(context, statement),
    comparable: comparable.map(({ against, statement: other }) => ({
      ...{ against, id: other.id, at: other.updatedAt },
    })),
    openChecks: month === null ? [] : openChecks(month),
    allowed: allowedForStatement(context.workspace.account.roles, statement),
    pending,
    seenDigest: seenDigestOf(context, 'settlementStatement', id),
  }
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
