import { canonicalJson } from '#shared/base/canonical-json.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { CommandArguments } from '#shared/contracts/console-platform/commands.ts'
import { depositOnDay, refundableOn } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { newAmountOn } from '#shared/contracts/console-platform/new-amount.ts'
import { refundHold, refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type {
  DepositObligation,
  RefundPayee,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { askRefundRoutes, unprovenRoute } from '#shared/contracts/console-platform/refund-routes.ts'
import { answeredFrom } from '#shared/contracts/console-platform/transitions/asking.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideDeposit,
  depositAllows,
} from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { askOpenViolations } from '#shared/contracts/console-platform/transitions/violation-transitions.ts'
import { nextReceiptNumber } from '../deposits/receipt-number.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { samePerson } from './same-person.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a deposit. */
export async function decideOnDeposit(
  setting: CommandSetting,
  before: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
): Promise<DepositObligation | Refusal> {
  const { transaction, actor, at } = setting
  const today = shanghaiDate(at)
  if (!depositAllows(before, decision.type)) return refuse('wrong-state', before.id)
  const refusal = await guard(setting, before, decision, today)
  if (refusal !== null) return refusal
  // Nothing refuses any more but a failure, which takes the number back with everything else.
  const number =
    decision.type === 'deposit.issue-receipt'
      ? await nextReceiptNumber(transaction, before.marketplace, today)
      : null
  const after = decideDeposit(before, decision, actor, at, number)
  if (after === null) return refuse('wrong-state', before.id)
  await writeRecord(setting, decision.type, 'depositObligation', before, after)
  return after
}

async function guard(
  setting: CommandSetting,
  before: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
  today: PlainDate,
): Promise<Refusal | null> {
  switch (decision.type) {
    case 'deposit.waive':
      return decision.arguments.until < today
        ? refuse('bad-arguments', `until: ${decision.arguments.until} is past`)
        : null
    case 'deposit.request-refund': {
      const { amount, payee } = decision.arguments
      if (payee === undefined && setting.protocol >= 4) return refuse('bad-arguments', 'payee: missing')
      return (
        checkRefundable(setting, before, amount, today) ??
        (await checkPayee(setting, before, payee ?? null, amount))
      )
    }
    case 'deposit.approve-refund': {
      const { requested } = refundProgress(before)
      if (requested !== null && (await samePerson(setting.transaction, requested.by, setting.actor.id))) {
        return refuse('same-person', requested.byName)
      }
      const { controls } = setting.platform.policies
      if (controls('payments-paused', today)) return refuse('payments-paused', before.id)
      const hold = refundHold(before)
      if (hold !== null) return refuse('refund-held', hold.reason)
      const [open] = await answeredFrom(askOpenViolations(before), setting.transaction)
      if (open !== undefined) return refuse('violation-open', open.id)
      if (requested === null || requested.amount !== decision.arguments.amount) {
        return refuse('bad-arguments', `amount: ${requested?.amount ?? 0} is asked for`)
      }
      return (
        checkRefundable(setting, before, requested.amount, today) ??
        // What came from the account may have been taken back by the bank since.
        (await checkPayee(setting, before, requested.payee, requested.amount))
      )
    }
    case 'deposit.decide-new-amount':
      return checkNewAmount(setting, before, decision.arguments, today)
    case 'deposit.issue-receipt':
    case 'deposit.decline-refund':
    case 'deposit.record-ticket':
    case 'deposit.send-receipt':
    case 'deposit.hold-refund':
    case 'deposit.lift-refund-hold':
      return null
  }
}

/** What a decision says of the new amount has to be what the pack of today says, and is decided once. */
function checkNewAmount(
  { platform }: CommandSetting,
  obligation: DepositObligation,
  said: CommandArguments<'deposit.decide-new-amount'>,
  today: PlainDate,
): Refusal | null {
  const known = newAmountOn(platform.policies.packs, obligation, today)
  if (known === null) return refuse('rule-differs', 'deposit.amount')
  if (known.decided !== null) return refuse('wrong-state', known.decided.byName)
  const { effectiveFrom, becomes, why, steps } = said
  const stated = {
    effectiveFrom: known.effectiveFrom,
    becomes: known.becomes,
    why: known.why,
    steps: known.steps,
  }
  if (canonicalJson({ effectiveFrom, becomes, why, steps }) !== canonicalJson(stated)) {
    return refuse('rule-differs', known.why.ruleId)
  }
  if (said.owes !== (said.dueOn !== null)) return refuse('bad-arguments', 'dueOn: goes with owing')
  return said.dueOn !== null && said.dueOn < today
    ? refuse('bad-arguments', `dueOn: ${said.dueOn} is past`)
    : null
}

/** `detail` of the refusal is the fen that may go back to the account. */
async function checkPayee(
  { transaction }: CommandSetting,
  obligation: DepositObligation,
  payee: RefundPayee | null,
  amount: number,
): Promise<Refusal | null> {
  if (payee === null || payee.route === 'elsewhere') return null
  const routes = await answeredFrom(askRefundRoutes(obligation), transaction)
  const available = unprovenRoute(routes, payee, amount)
  return available === null ? null : refuse('payee-unproven', String(available))
}

/** `detail` of the refusal is the first day it may be paid back where that is to come, else the fen that may be today. */
function checkRefundable(
  { platform }: CommandSetting,
  obligation: DepositObligation,
  amount: number,
  today: PlainDate,
): Refusal | null {
  const refundable = refundableOn(platform.policies, obligation, today)
  if (amount <= refundable) return null
  const { refundableFrom } = depositOnDay(platform.policies, obligation, today)
  const waits = refundableFrom !== null && refundableFrom > today
  return refuse('not-refundable', waits ? refundableFrom : String(refundable))
}
