import type { DepositCase } from '#shared/contracts/console-engine/deposits.ts'
import { depositOnDay, refundableOn } from '#shared/contracts/console-platform/deposit-on-day.ts'
import { type NewAmount, newAmountOn } from '#shared/contracts/console-platform/new-amount.ts'
import {
  refundHold,
  refundProgress,
  topUpsDue,
  withoutReceipt,
} from '#shared/contracts/console-platform/records/deposit-ledger.ts'
import {
  type DepositObligation,
  depositBalance,
} from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { isOpenStatus } from '#shared/contracts/console-platform/records/violation.ts'
import {
  refundRoutes,
  sourceLineIds,
  sourceRechargeIds,
} from '#shared/contracts/console-platform/refund-routes.ts'
import { depositName } from '#shared/words/deposit-name.ts'
import { allowedForDeposit } from '../allowed-commands.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { violationsOf } from '../violations/violation-rows.ts'
import { depositsOf } from './list-deposits.ts'

/** One deposit as it stands today, with every rule that led there. @throws RecordMissing */
export function readDepositCase(context: QueryContext, id: string): DepositCase {
  const obligation = readPresent(context, 'depositObligation', id)
  if (obligation === null) throw new RecordMissing('deposit', id)
  const { marketplace, category, providerId } = obligation
  const { explanation, ...standing } = depositOnDay(context, obligation, context.today)
  const refundable = refundableOn(context, obligation, context.today)
  const refunds = refundProgress(obligation)
  const violations = violationsOf(context, providerId)
  const newAmount = newAmountOn(context.packs, obligation, context.today)
  return {
    obligation,
    balance: depositBalance(obligation),
    marketplaceName: marketplaceName(context, marketplace),
    depositName: depositName(
      category === null ? null : categoryName(context, marketplace, context.now, category),
      marketplaceName(context, marketplace),
    ),
    on: context.today,
    standing,
    explanation: [...explanation],
    ofProvider: depositsOf(context, providerId),
    refundable,
    refundRequest: refunds.requested,
    refundRoutes: routesOf(context, obligation),
    paymentsPaused: context.controls('payments-paused', context.today),
    refundHold: holdOf(obligation),
    refundApproved: refunds.approved,
    withoutReceipt: withoutReceipt(obligation).amount,
    bankLines: bankLinesOf(context, obligation),
    allowed: allowedForDeposit(context.workspace.account, obligation, {
      refundable,
      status: standing.status,
      isHeld: violations.some(isOpenStatus),
      isRaised: newAmount !== null && newAmount.decided === null,
    }),
    newAmount:
      newAmount === null
        ? null
        : { ...newAmount, steps: [...newAmount.steps], decided: decisionOf(newAmount) },
    violations,
    topUps: [...topUpsDue(obligation).topUps],
    ...decisionsAbout(context, 'depositObligation', id),
    seenDigest: seenDigestOf(context, 'depositObligation', id),
  }
}

/** What a person knows a line by; none where she may not see the bank. */
function bankLinesOf(context: QueryContext, { entries }: DepositObligation): DepositCase['bankLines'] {
  const ids = new Set(entries.flatMap((entry) => ('line' in entry ? [entry.line] : [])))
  const recharges = sourceRechargeIds({ entries }).flatMap((id) => readPresent(context, 'recharge', id) ?? [])
  const known = [...ids].flatMap((id) => readPresent(context, 'bankLine', id) ?? [])
  return Object.fromEntries([
    ...known.map(({ id, bookedOn, counterpartyName }) => [
      id,
      { bookedOn, counterpartyName, isRecharge: false },
    ]),
    ...recharges.map(({ id, paidOn, channel, number }) => [
      id,
      { bookedOn: paidOn, counterpartyName: `${channel} ${number}`, isRecharge: true },
    ]),
  ])
}

/** Where its money may go back to, as far as the lines it came by are seen here. */
function routesOf(context: QueryContext, obligation: DepositObligation): DepositCase['refundRoutes'] {
  const lines = sourceLineIds(obligation).flatMap((id) => readPresent(context, 'bankLine', id) ?? [])
  const recharges = sourceRechargeIds(obligation).flatMap((id) => readPresent(context, 'recharge', id) ?? [])
  return refundRoutes(
    obligation,
    new Map(lines.map((line) => [line.id, line])),
    new Map(recharges.map((recharge) => [recharge.id, recharge])),
  )
}

function holdOf(obligation: DepositObligation): DepositCase['refundHold'] {
  const hold = refundHold(obligation)
  return hold && { reason: hold.reason, byName: hold.byName, at: hold.at }
}

function decisionOf({ decided }: NewAmount) {
  if (decided === null) return null
  const { owes, dueOn, reason, byName, at } = decided
  return { owes, dueOn, reason, byName, at }
}
