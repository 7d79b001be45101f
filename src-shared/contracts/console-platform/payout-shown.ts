import type { PayoutBatch } from './records/payout-batch.ts'
import type { PayoutRequest } from './records/payout-request.ts'
import type { ProviderAccount } from './records/provider-account.ts'
import { stepShown, withoutTime } from './shown-steps.ts'

/** What is shown of a provider's account to who decides about it, or about a request that is paid to it. */
export function accountShown({
  updatedAt: _u,
  history,
  proposed,
  ruling,
  held,
  replaced,
  ...shown
}: ProviderAccount) {
  return {
    ...shown,
    history: history.map(stepShown),
    proposedBy: proposed.by,
    ruling: ruling === null ? null : withoutTime(ruling),
    held: held === null ? null : held.why,
    replacedBy: replaced?.by ?? null,
  }
}

/** What is shown of a request to be paid. */
export function payoutShown(request: PayoutRequest) {
  const {
    updatedAt: _u,
    paidAt: _p,
    history,
    requested,
    verified,
    approvals,
    ended,
    failures,
    ...shown
  } = request
  return {
    ...shown,
    history: history.map(stepShown),
    requested: withoutTime(requested),
    verified: verified === null ? null : withoutTime(verified),
    approvals: approvals.map(withoutTime),
    ended: ended === null ? null : withoutTime(ended),
    failures: failures.map(withoutTime),
  }
}

/** A batch as who decides about it sees it. */
export function batchShown({ updatedAt: _u, createdAt: _c, ...batch }: PayoutBatch) {
  const { history, made, file, sent, answers, dropped, payments, ...shown } = batch
  return {
    ...shown,
    history: history.map(stepShown),
    made: withoutTime(made),
    file: file === null ? null : withoutTime(file),
    sent: sent === null ? null : withoutTime(sent),
    answers: answers.map(withoutTime),
    dropped: dropped === null ? null : withoutTime(dropped),
    payments: payments.map(({ paidBy, failed, ...payment }) => ({
      ...payment,
      paidBy: paidBy === null ? null : withoutTime(paidBy),
      failed: failed === null ? null : withoutTime(failed),
    })),
  }
}
