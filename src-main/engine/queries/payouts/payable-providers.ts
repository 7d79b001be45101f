import type { z } from 'zod'
import type {
  payableProvidersSchema,
  payoutPreviewInput,
  payoutPreviewSchema,
} from '#shared/contracts/console-engine/payouts.ts'
import { approversFor, payoutChecksOn } from '#shared/contracts/console-platform/payout-standing.ts'
import { madeRequest } from '#shared/contracts/console-platform/transitions/payout-transitions.ts'
import { ASKED_LATER } from '#shared/rules/payouts/payout-check.ts'
import { failedChecks } from '#shared/rules/payouts/payout-checks.ts'
import { remedyText } from '#shared/rules/payouts/remedy-text.ts'
import { marketplaceName } from '../marketplaces.ts'
import { ofProvider } from '../of-provider.ts'
import type { QueryContext } from '../query-context.ts'
import { surroundings } from './payout-case.ts'

/** Statements that a live request pays, pending decisions laid over. */
const TAKEN = `SELECT month.value ->> 'statementId' FROM (
    SELECT body FROM payout_request r WHERE status NOT IN ('rejected', 'cancelled')
      AND NOT EXISTS (SELECT 1 FROM overlay_payout_request o WHERE o.id = r.id)
    UNION ALL SELECT body FROM overlay_payout_request WHERE status NOT IN ('rejected', 'cancelled')
  ), json_each(body, '$.months') AS month`
const PAYABLE = `SELECT providerId AS id, name, marketplace, count(*) AS months, sum(net) AS net
  FROM settlement_statement WHERE status = 'committed' AND net > 0 AND id NOT IN (${TAKEN})
  GROUP BY marketplace, providerId ORDER BY name`

interface PayableRow {
  readonly id: string
  readonly name: string
  readonly marketplace: string
  readonly months: number
  readonly net: number
}

/** Providers with months that may be asked for: committed, and in no live request. */
export function listPayableProviders(context: QueryContext): z.infer<typeof payableProvidersSchema> {
  return context.statements
    .prepare<PayableRow>(PAYABLE)
    .all({})
    .map(({ marketplace, ...provider }) => ({
      ...provider,
      marketplaceName: marketplaceName(context, marketplace),
    }))
}

/** The checks of a request before it is made, and how many would approve it; null where a month is not to be paid. */
export function previewPayout(
  context: QueryContext,
  { providerId, months }: z.infer<typeof payoutPreviewInput>,
): z.infer<typeof payoutPreviewSchema> | null {
  const { now: at, today, policies } = context
  const around = surroundings(context, providerId, '')
  const { id: by, name: byName } = context.workspace.account
  const asker = { at, by, byName, via: 'desk' as const }
  const made = madeRequest('', around, { months, reason: '' }, asker, { history: [], updatedAt: at }, 1)
  if (typeof made === 'string') return null
  const deposits = ofProvider(context, 'depositObligation', providerId)
  const checks = payoutChecksOn(policies, made, around, deposits, today)
  const failed = failedChecks(checks.filter(({ check }) => !ASKED_LATER.includes(check)))
  // What is left of a provider that leaves may be below the minimum, with a reason.
  const isLeaving = around.provider?.status === 'leaving' || around.provider?.status === 'closed'
  return {
    checks: checks.map((check) => ({
      ...check,
      remedyText: check.remedy === null ? null : remedyText(check.remedy),
    })),
    keptBy: failed.find(({ check }) => !(isLeaving && check === 'minimum'))?.check ?? null,
    approvers: approversFor(policies, made.amount, today),
  }
}
