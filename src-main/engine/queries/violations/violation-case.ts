import type { z } from 'zod'
import type { ViolationCase, violationRulesSchema } from '#shared/contracts/console-engine/violation-case.ts'
import { type Violation, violationStatus } from '#shared/contracts/console-platform/records/violation.ts'
import { unclaimed } from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { topUpTerm, violationRules } from '#shared/rules/deposits/violation-rules.ts'
import { allowedForViolation } from '../allowed-commands.ts'
import { depositsOf } from '../deposits/list-deposits.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { ruleNameOf, violationsOf } from './violation-rows.ts'

/** One violation with what its ruling needs to know. @throws RecordMissing */
export function readViolationCase(context: QueryContext, id: string): ViolationCase {
  const violation = readPresent(context, 'violation', id)
  if (violation === null) throw new RecordMissing('violation', id)
  const { marketplace, providerId, obligationId } = violation
  const deposits = depositsOf(context, providerId)
  return {
    violation,
    status: violationStatus(violation),
    marketplaceName: marketplaceName(context, marketplace),
    ruleName: ruleNameOf(context, violation),
    on: context.today,
    deposit: deposits.find((each) => each.id === obligationId) ?? null,
    deductible: deductible(context, violation),
    topUp: topUpTerm(packInForce(context.packs, marketplace, context.today), context.today, context.calendar),
    others: violationsOf(context, providerId).filter((other) => other.id !== id),
    allowed: allowedForViolation(context.workspace.account, violation),
    ...decisionsAbout(context, 'violation', id),
    seenDigest: seenDigestOf(context, 'violation', id),
  }
}

function deductible(context: QueryContext, { obligationId }: Violation): number {
  const deposit = obligationId === null ? null : readPresent(context, 'depositObligation', obligationId)
  return deposit === null ? 0 : Math.max(0, unclaimed(deposit))
}

/** What a provider may have broken on a day, by the pack of that day. @throws RecordMissing */
export function readViolationRules(
  context: QueryContext,
  { providerId, on }: { readonly providerId: string; readonly on: string },
): z.infer<typeof violationRulesSchema> {
  const provider = readPresent(context, 'provider', providerId)
  if (provider === null) throw new RecordMissing('provider', providerId)
  return {
    marketplace: provider.marketplace,
    today: context.today,
    rules: violationRules(packInForce(context.packs, provider.marketplace, on)),
    deposits: depositsOf(context, providerId),
  }
}
