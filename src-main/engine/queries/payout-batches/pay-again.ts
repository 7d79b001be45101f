import type { PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'
import type { PaymentSource, PayoutBatch } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { PayoutStatus } from '#shared/contracts/console-platform/records/payout-request.ts'
import {
  type Payable,
  payableRefund,
  payableRequest,
} from '#shared/contracts/console-platform/transitions/payout-batch-transitions.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** What a source pays as it stands now; null where it is not approved, or in a batch. */
export function payableOf(context: QueryContext, { kind, id }: PaymentSource): Payable | null {
  switch (kind) {
    case 'payout': {
      const request = readPresent(context, 'payoutRequest', id)
      return request === null ? null : payableRequest(request)
    }
    case 'refund': {
      const deposit = readPresent(context, 'depositObligation', id)
      return deposit === null ? null : payableRefund(deposit)
    }
  }
}

const BEFORE_APPROVAL: readonly PayoutStatus[] = ['invoice_received', 'verified', 'approved_once']

/**
 * Of what a batch did not pay, and will not: what may go into another now, and how much of it waits to be approved anew. A
 * refund that failed is asked for anew, and is none of it until then.
 */
export function readAgain(
  context: QueryContext,
  { payments, dropped }: PayoutBatch,
): PayoutBatchCase['again'] {
  const left = payments.filter(
    ({ failed, paidBy }) => failed !== null || (dropped !== null && paidBy === null),
  )
  const payable = left.flatMap(({ source }) => {
    const now = payableOf(context, source)
    return now === null ? [] : [{ source, amount: now.amount }]
  })
  const waiting = left.filter(({ source: { kind, id } }) => {
    const request = kind === 'payout' ? readPresent(context, 'payoutRequest', id) : null
    return request !== null && BEFORE_APPROVAL.includes(request.status)
  })
  return { payments: payable, waiting: controlTotals(waiting) }
}
