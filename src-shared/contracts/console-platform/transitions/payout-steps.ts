import type { Instant } from '../../../base/ids.ts'
import {
  type FailedPayment,
  isLivePayout,
  type PayoutRequest,
  type PayoutStatus,
} from '../records/payout-request.ts'
import { type Actor, stepOf } from './decision.ts'

const IN_BATCH = 'payout.in-batch'
const INVOICES = 'payout.invoices'
/** With these, somebody or a batch went on by the invoices of then. */
const BY_INVOICES: readonly string[] = ['payout.verify', IN_BATCH]

/** What befalls a request by something that is decided elsewhere. Each gives null where its state does not allow it. Pure. */

/** A request that the provider has to invoice. */
export function awaitingInvoice(request: PayoutRequest, actor: Actor, at: Instant): PayoutRequest | null {
  if (request.status !== 'requested') return null
  return { ...stepped(request, 'payout.await-invoice', actor, at), status: 'invoice_pending' }
}

const BEFORE_VERIFYING: readonly PayoutStatus[] = ['requested', 'invoice_pending', 'invoice_received']
const BEFORE_A_BATCH: readonly PayoutStatus[] = [...BEFORE_VERIFYING, 'verified', 'approved_once', 'approved']

/**
 * A request with the invoices that hold for it now. One that was verified or approved is opened again: whoever looked at it
 * saw others. In a batch or paid it goes its way; should it come back, it is not approved by who saw invoices that are gone.
 */
export function withInvoices(
  request: PayoutRequest,
  invoices: PayoutRequest['invoices'],
  actor: Actor,
  at: Instant,
): PayoutRequest | null {
  if (!isLivePayout(request)) return null
  const counted = { ...stepped(request, INVOICES, actor, at), invoices }
  return BEFORE_A_BATCH.includes(request.status) ? opened(counted) : counted
}

/** A request that is verified anew, by the invoices it has. */
function opened(request: PayoutRequest): PayoutRequest {
  const status = request.invoices.length === 0 ? 'invoice_pending' : 'invoice_received'
  return { ...request, status, verified: null, account: null, approvals: [] }
}

/** A request that is in no batch any more: approved still, unless it has other invoices than those that were looked at. */
export function approvedStill(request: PayoutRequest): PayoutRequest {
  const out = { ...request, batchId: null, endToEndId: null }
  return hasOtherInvoices(request) ? opened(out) : { ...out, status: 'approved' }
}

/** Whether other invoices hold for a request than when it was verified or went into its batch: who looked at it saw those. */
export function hasOtherInvoices({ history }: Pick<PayoutRequest, 'history'>): boolean {
  const from = history.findLastIndex(({ action }) => BY_INVOICES.includes(action))
  return from >= 0 && history.slice(from).some(({ action }) => action === INVOICES)
}

/** An approved request in a batch, under the reference of its payment. */
export function inBatch(
  request: PayoutRequest,
  { batchId, endToEndId }: { readonly batchId: string; readonly endToEndId: string },
  actor: Actor,
  at: Instant,
): PayoutRequest | null {
  if (request.status !== 'approved') return null
  return { ...stepped(request, IN_BATCH, actor, at), status: 'in_batch', batchId, endToEndId }
}

/** A request out of a batch that was given up before it was sent. */
export function outOfBatch(request: PayoutRequest, actor: Actor, at: Instant): PayoutRequest | null {
  if (request.status !== 'in_batch') return null
  return approvedStill(stepped(request, 'payout.out-of-batch', actor, at))
}

/** A request whose payment the bank's line shows. */
export function paid(request: PayoutRequest, actor: Actor, at: Instant): PayoutRequest | null {
  if (request.status !== 'in_batch') return null
  return { ...stepped(request, 'payout.paid', actor, at), status: 'paid', paidAt: at }
}

/** A request whose payment the bank rejected or gave back: verified still, to be approved anew. */
export function paymentFailed(
  request: PayoutRequest,
  { reason, lineId }: Pick<FailedPayment, 'reason' | 'lineId'>,
  actor: Actor,
  at: Instant,
): PayoutRequest | null {
  const { status, batchId, endToEndId } = request
  if ((status !== 'in_batch' && status !== 'paid') || batchId === null || endToEndId === null) return null
  return {
    ...stepped(request, 'payout.failed', actor, at),
    ...{ status: 'verified', approvals: [], batchId: null, endToEndId: null, paidAt: null },
    failures: [...request.failures, { batchId, endToEndId, reason, lineId, at }],
  }
}

function stepped(request: PayoutRequest, action: string, actor: Actor, at: Instant): PayoutRequest {
  return {
    ...request,
    version: request.version + 1,
    history: [...request.history, stepOf(action, actor, at)],
    updatedAt: at,
  }
}
