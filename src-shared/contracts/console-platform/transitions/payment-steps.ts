import type { Instant } from '../../../base/ids.ts'
import { refundProgress } from '../records/deposit-ledger.ts'
import type { DepositEntry, DepositObligation } from '../records/deposit-obligation.ts'
import type { BatchPayment, PayoutBatch } from '../records/payout-batch.ts'
import type { FailedPayment, PayoutRequest } from '../records/payout-request.ts'
import { type Actor, stepOf } from './decision.ts'
import { approvedStill, inBatch, outOfBatch, paymentFailed } from './payout-steps.ts'

/** What a payment of a batch does to what it pays: a request, or the refund of a deposit. Null where that moved on. Pure. */
export type Changed =
  | { readonly kind: 'request'; readonly after: PayoutRequest }
  | { readonly kind: 'deposit'; readonly after: DepositObligation }

/** What payments pay, by id. */
interface Paid {
  readonly requests: ReadonlyMap<string, PayoutRequest>
  readonly deposits: ReadonlyMap<string, DepositObligation>
}

/** It is in the batch from now on, and in no other. */
export function intoBatch(
  batchId: string,
  { source, endToEndId, amount }: BatchPayment,
  { requests, deposits }: Paid,
  actor: Actor,
  at: Instant,
): Changed | null {
  switch (source.kind) {
    case 'payout': {
      const request = requests.get(source.id)
      return changedRequest(request && inBatch(request, { batchId, endToEndId }, actor, at))
    }
    case 'refund':
      return changedDeposit(deposits.get(source.id), 'payout.in-batch', actor, at, (said) => [
        { kind: 'refund-in-batch', amount: 0, batch: batchId, endToEndId, paying: amount, ...said },
      ])
  }
}

/** The batch was given up: it is approved still, unless its invoices changed, and may go into another; what a line shows paid stays paid. */
export function giveBack(
  batch: PayoutBatch,
  payment: BatchPayment,
  paid: Paid,
  reason: string,
  actor: Actor,
  at: Instant,
): Changed | null {
  const { source } = payment
  if (payment.paidBy !== null || payment.failed !== null) return null
  switch (source.kind) {
    case 'payout': {
      const request = requestOf(batch, payment, paid)
      return changedRequest(request && outOfBatch(request, actor, at))
    }
    case 'refund':
      return changedDeposit(paid.deposits.get(source.id), 'payout.out-of-batch', actor, at, (said) => [
        { kind: 'refund-out-of-batch', amount: 0, batch: batch.id, reason, ...said },
      ])
  }
}

/**
 * The bank rejected the payment or gave it back: a request is verified still and has to be approved anew; a refund has to be
 * asked for anew, for its payee is frozen into the request.
 */
export function failedPayment(
  batch: PayoutBatch,
  payment: BatchPayment,
  paid: Paid,
  { reason, lineId }: Pick<FailedPayment, 'reason' | 'lineId'>,
  actor: Actor,
  at: Instant,
): Changed | null {
  const { source } = payment
  switch (source.kind) {
    case 'payout': {
      const request = requestOf(batch, payment, paid)
      return changedRequest(request && paymentFailed(request, { reason, lineId }, actor, at))
    }
    case 'refund': {
      const deposit = paid.deposits.get(source.id)
      // A refusal is of what is asked for, where something is: that goes first.
      const isAsked = deposit !== undefined && refundProgress(deposit).requested !== null
      return changedDeposit(deposit, 'payout.failed', actor, at, (said) => {
        const refusal = { kind: 'refund-refusal' as const, amount: 0 as const, reason, ...said }
        return [
          { kind: 'refund-out-of-batch', amount: 0, batch: batch.id, reason, ...said },
          ...(isAsked ? [refusal, refusal] : [refusal]),
        ]
      })
    }
  }
}

/** A request whose line was taken off it: it is on its way still, or, where its batch was given up, approved, or opened if its invoices changed. */
export function unpaid(
  request: PayoutRequest,
  isGivenUp: boolean,
  actor: Actor,
  at: Instant,
): PayoutRequest | null {
  if (request.status !== 'paid') return null
  const onItsWay = {
    ...stepped(request, 'payout.unpaid', actor, at),
    status: 'in_batch',
    paidAt: null,
  } as const
  return isGivenUp ? approvedStill(onItsWay) : onItsWay
}

/** A request that a line had opened again, and did not after all; null where it moved on meanwhile. */
export function paidAgain(
  request: PayoutRequest,
  lineId: string,
  actor: Actor,
  at: Instant,
): PayoutRequest | null {
  const last = request.failures.at(-1)
  if (request.status !== 'verified' || last === undefined || last.lineId !== lineId) return null
  const { batchId, endToEndId } = last
  return {
    ...stepped(request, 'payout.paid', actor, at),
    ...{ status: 'paid', batchId, endToEndId, paidAt: at, failures: request.failures.slice(0, -1) },
    approvals: approvalsBeforeFailure(request),
  }
}

/** By whom the payment that failed last had been approved; its history has them. */
function approvalsBeforeFailure({ history, approvers }: PayoutRequest): PayoutRequest['approvals'] {
  const failed = history.findLastIndex(({ action }) => action === 'payout.failed')
  return history
    .slice(0, Math.max(0, failed))
    .filter(({ action }) => action === 'payout.approve')
    .slice(-approvers)
    .map(({ at, actor: by, actorName: byName }) => ({ at, by, byName }))
}

function stepped(request: PayoutRequest, action: string, actor: Actor, at: Instant): PayoutRequest {
  return {
    ...request,
    version: request.version + 1,
    history: [...request.history, stepOf(action, actor, at)],
    updatedAt: at,
  }
}

/** The request that a payment pays, while it is in that batch. */
function requestOf({ id }: PayoutBatch, { source, endToEndId }: BatchPayment, { requests }: Paid) {
  const request = requests.get(source.id)
  return request?.batchId === id && request.endToEndId === endToEndId ? request : undefined
}

function changedRequest(after: PayoutRequest | null | undefined): Changed | null {
  return after == null ? null : { kind: 'request', after }
}

function changedDeposit(
  before: DepositObligation | undefined,
  action: string,
  actor: Actor,
  at: Instant,
  entries: (said: Pick<DepositEntry, 'at' | 'by' | 'byName'>) => readonly DepositEntry[],
): Changed | null {
  if (before === undefined) return null
  const after: DepositObligation = {
    ...before,
    version: before.version + 1,
    entries: [...before.entries, ...entries({ at, by: actor.id, byName: actor.name })],
    history: [...before.history, stepOf(action, actor, at)],
    updatedAt: at,
  }
  return { kind: 'deposit', after }
}
