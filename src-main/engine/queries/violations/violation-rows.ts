import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ViolationRow } from '#shared/contracts/console-engine/violations.ts'
import {
  type Violation,
  violationSchema,
  violationStatus,
} from '#shared/contracts/console-platform/records/violation.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { violationRules } from '#shared/rules/deposits/violation-rules.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'

/** Most violations shown of one provider: the newest. */
const MAX_ROWS = 200

/** What the pack of the day it happened calls the rule; one that it does not know is called by its id. */
export function ruleNameOf(
  { packs }: Pick<QueryContext, 'packs'>,
  { marketplace, occurredOn, rule }: Pick<Violation, 'marketplace' | 'occurredOn' | 'rule'>,
): Bilingual {
  const rules = violationRules(packInForce(packs, marketplace, occurredOn))
  const known = rules.find(({ citation }) => citation.ruleId === rule.ruleId)
  return known?.name ?? { zh: rule.ruleId, en: rule.ruleId }
}

/** Violations as lists show them. */
export function toViolationRows(context: QueryContext, violations: readonly Violation[]): ViolationRow[] {
  const pendingOf = newestPending(context, 'violation')
  return violations.map((violation) => {
    const { id, marketplace, providerId, providerName: name, occurredOn, facts, ruling } = violation
    return {
      ...{ id, marketplace, providerId, name, occurredOn, facts },
      status: violationStatus(violation),
      ruleName: ruleNameOf(context, violation),
      deduction: ruling?.deduction ?? 0,
      topUpBy: ruling?.topUpBy ?? null,
      pending: pendingOf(id),
    }
  })
}

const OF_PROVIDER = `SELECT body, occurredOn, id FROM violation r WHERE providerId = @providerId
    AND NOT EXISTS (SELECT 1 FROM overlay_violation o WHERE o.id = r.id)
  UNION ALL SELECT body, occurredOn, id FROM overlay_violation WHERE providerId = @providerId
  ORDER BY occurredOn DESC, id DESC LIMIT ${MAX_ROWS}`

/** The violations of a provider, the newest first; none where this person may not see them. */
export function violationsOf(context: QueryContext, providerId: string): ViolationRow[] {
  if (!maySee(context.workspace.account.roles, 'violation')) return []
  const found = context.statements.prepare<{ body: string }>(OF_PROVIDER).all({ providerId })
  return toViolationRows(
    context,
    found.map(({ body }) => violationSchema.parse(JSON.parse(body))),
  )
}
