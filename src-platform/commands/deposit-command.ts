import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { depositOnDay, refundableOn } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { refundProgress } from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { DecisionAbout } from '#shared/contracts/console-platform/transitions/decision.ts'
import {
  decideDeposit,
  depositAllows,
} from '#shared/contracts/console-platform/transitions/deposit-transitions.ts'
import { nextReceiptNumber } from '../deposits/receipt-number.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
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
  const refusal = guard(setting, before, decision, today)
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

function guard(
  setting: CommandSetting,
  before: DepositObligation,
  decision: DecisionAbout<'depositObligation'>,
  today: PlainDate,
): Refusal | null {
  switch (decision.type) {
    case 'deposit.waive':
      return decision.arguments.until < today
        ? refuse('bad-arguments', `until: ${decision.arguments.until} is past`)
        : null
    case 'deposit.request-refund':
      return checkRefundable(setting, before, decision.arguments.amount, today)
    case 'deposit.approve-refund': {
      const { requested } = refundProgress(before)
      if (requested?.by === setting.actor.id) return refuse('same-person', requested.byName)
      return requested?.amount === decision.arguments.amount
        ? checkRefundable(setting, before, requested.amount, today)
        : refuse('bad-arguments', `amount: ${requested?.amount ?? 0} is asked for`)
    }
    case 'deposit.issue-receipt':
    case 'deposit.decline-refund':
      return null
  }
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
