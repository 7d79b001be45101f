import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { isRulingCoherent, type Violation } from '#shared/contracts/console-platform/records/violation.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import {
  barredFromRuling,
  decideViolation,
  type ViolationDecision,
  violationSurroundings,
} from '#shared/contracts/console-platform/transitions/violation-transitions.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { topUpTerm, violationRules } from '#shared/rules/deposits/violation-rules.ts'
import type { Policies } from '#shared/rules/in-force/policies.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { refuseSamePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a violation, with what it posts on the deposits of the provider. */
export async function decideOnViolation(
  setting: CommandSetting,
  before: Violation | null,
  decision: ViolationDecision,
  id: string,
): Promise<Violation | Refusal> {
  const { platform, transaction, actor, at } = setting
  const refusal = guard(platform.policies, before, decision, shanghaiDate(at))
  if (refusal !== null) return refusal
  const around = await answeredFrom(violationSurroundings(before, decision), transaction)
  const decided = decideViolation(before, id, around, decision, actor, at)
  if (typeof decided === 'string') return refuse(decided, detailOf(before, decision))
  const same = await refuseSamePerson(setting, barredFrom(before, decision), detailOf(before, decision))
  if (same !== null) return same
  await writeRecord(setting, decision.type, 'violation', before, decided.violation)
  for (const after of decided.deposits) {
    const was = around.deposits.find((each) => each.id === after.id) ?? null
    await writeRecord(setting, decision.type, 'depositObligation', was, after)
  }
  return decided.violation
}

/** What a decision says of rules and days has to be what the platform's packs say. */
function guard(
  { packs, calendar }: Policies,
  before: Violation | null,
  decision: ViolationDecision,
  today: PlainDate,
): Refusal | null {
  switch (decision.type) {
    case 'violation.record': {
      const { marketplace, occurredOn, rule } = decision.arguments
      const stated = violationRules(packInForce(packs, marketplace, occurredOn))
      const isStated = stated.some(({ citation }) => canonicalJson(citation) === canonicalJson(rule))
      return isStated ? null : refuse('rule-differs', rule.ruleId)
    }
    case 'violation.decide': {
      const { deduction, topUpBy, topUpRule } = decision.arguments
      if (!isRulingCoherent(decision.arguments)) return refuse('bad-arguments', 'deduction and topUpBy')
      if (before === null || deduction === 0) return null
      const term = topUpTerm(packInForce(packs, before.marketplace, today), today, calendar)
      if (canonicalJson(topUpRule) !== canonicalJson(term?.citation ?? null)) {
        return refuse('rule-differs', term?.citation.ruleId ?? 'violations.top-up')
      }
      if (term !== null && topUpBy !== term.by) return refuse('rule-differs', term.by)
      return topUpBy !== null && topUpBy < today
        ? refuse('bad-arguments', `topUpBy: ${topUpBy} is past`)
        : null
    }
    case 'violation.record-appeal':
    case 'violation.decide-appeal':
      return null
  }
}

/** Who may not, where somebody is barred; else which record. */
function detailOf(before: Violation | null, decision: ViolationDecision): string {
  if (before === null) return 'violation'
  const [barred] = barredFrom(before, decision)
  return barred ?? before.id
}

function barredFrom(before: Violation | null, decision: ViolationDecision): readonly string[] {
  if (before === null) return []
  const deduction = decision.type === 'violation.decide' ? decision.arguments.deduction : 0
  return barredFromRuling(before, decision.type, deduction)
}
