import type { PaymentProblemShown, PayoutBatchCase } from '#shared/contracts/console-engine/payout-batches.ts'
import {
  type BatchPayment,
  batchOrder,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import { formatName } from '#shared/descriptions/payout-batch.ts'
import { controlTotals } from '#shared/payments/payment.ts'
import { formatProblems } from '#shared/payments/payment-format.ts'
import { type PaymentProblem, paymentProblemWords } from '#shared/payments/payment-problem.ts'
import { allowedForBatch } from '../allowed-commands.ts'
import { marketplaceName } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'
import { readAgain } from './pay-again.ts'

/** One batch with what a bank would refuse of its file. @throws RecordMissing */
export function readPayoutBatchCase(context: QueryContext, id: string): PayoutBatchCase {
  const batch = readPresent(context, 'payoutBatch', id)
  if (batch === null) throw new RecordMissing('payoutBatch', id)
  const { format, payments } = batch
  return {
    batch,
    status: payoutBatchStatus(batch),
    marketplaceName: marketplaceName(context, batch.marketplace),
    ...controlTotals(payments),
    format: formatName(format),
    problems: problemsShown(formatProblems(batchOrder(batch), format), payments),
    again: readAgain(context, batch),
    allowed: allowedForBatch(context.workspace.account.roles, batch),
    ...decisionsAbout(context, 'payoutBatch', id),
    seenDigest: seenDigestOf(context, 'payoutBatch', id),
  }
}

/** Problems in words, what must be mended first, each with whom its payment is for. */
export function problemsShown(
  problems: readonly PaymentProblem[],
  payments: readonly Pick<BatchPayment, 'endToEndId' | 'payee'>[],
): PaymentProblemShown[] {
  const names = new Map(payments.map(({ endToEndId, payee }) => [endToEndId, payee.name]))
  return problems
    .map(({ code, severity, place, found }) => ({
      ...{ code, place, severity, found },
      message: paymentProblemWords(code),
      payee: names.get(place) ?? null,
    }))
    .sort((one, other) => Number(one.severity === 'should') - Number(other.severity === 'should'))
}
