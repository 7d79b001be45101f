import type {
  PAYOUT_BATCH_SORT_COLUMNS,
  PayoutBatchFilter,
  PayoutBatchRow,
} from '#shared/contracts/console-engine/payout-batches.ts'
import {
  PAYOUT_BATCH_STATUSES,
  payoutBatchSchema,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatName } from '#shared/descriptions/payout-batch.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readWindow, type Window } from '../window/read-window.ts'
import { registerFilter } from '../window/register-filter.ts'
import type { WindowQuestion, WindowSource } from '../window/window-question.ts'

type BatchSort = (typeof PAYOUT_BATCH_SORT_COLUMNS)[number]

const BATCHES: WindowSource<BatchSort> = {
  tables: { confirmed: 'payout_batch', overlay: 'overlay_payout_batch', totals: null },
  keys: { createdAt: 'createdAt', amount: 'amount' },
  sortedRows: 20_000,
}

/** One window of the batches, pending decisions laid over. @throws BadInput on a cursor that is none. */
export function listPayoutBatches(
  context: QueryContext,
  question: WindowQuestion<BatchSort> & { readonly filter: PayoutBatchFilter },
): Window<PayoutBatchRow> {
  const window = readWindow<{ id: string; body: string }, BatchSort>(
    context,
    BATCHES,
    registerFilter(question.filter, PAYOUT_BATCH_STATUSES, ['number', 'name']),
    question,
    'r.body AS body',
    '',
  )
  const pendingOf = newestPending(context, 'payoutBatch')
  return {
    ...window,
    rows: window.rows.map(({ id, body }) => {
      const batch = payoutBatchSchema.parse(JSON.parse(body))
      const { payments, history: _h, format, ...row } = batch
      return {
        ...row,
        ...controlTotals(payments),
        status: payoutBatchStatus(batch),
        format: formatName(format),
        pending: pendingOf(id),
      }
    }),
  }
}
