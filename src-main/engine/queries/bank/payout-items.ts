import type { Marketplace } from '#shared/base/ids.ts'
import {
  type BatchPayment,
  type PayoutBatchStatus,
  payoutBatchStatus,
} from '#shared/contracts/console-platform/records/payout-batch.ts'
import { plainAccount } from '#shared/rules/bank-matching/line-to-match.ts'
import type { OpenItem } from '#shared/rules/bank-matching/open-item.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'

/** A payout that the bank has and no line of a statement shows yet. */
export interface SentPayout {
  /** Of the request it pays. */
  readonly id: string
  readonly batch: { readonly id: string; readonly number: string }
  readonly payment: Pick<BatchPayment, 'providerId' | 'providerName' | 'payee' | 'amount'>
}

/** The bank has these and may pay them. */
const WITH_THE_BANK: readonly PayoutBatchStatus[] = ['sent', 'part', 'accepted']
const SENT = ['payout_batch', 'overlay_payout_batch']
  .map(
    (table) =>
      `SELECT id FROM ${table} WHERE marketplace = @marketplace
         AND status IN (${WITH_THE_BANK.map((status) => `'${status}'`).join(', ')})`,
  )
  .join(' UNION ')

/** Payouts of a marketplace in batches that were sent, by batch and place; refunds are items of their deposits. */
export function sentPayouts(context: QueryContext, marketplace: Marketplace): SentPayout[] {
  const ids = context.statements.prepare<{ id: string }>(`${SENT} ORDER BY id`).all({ marketplace })
  return ids.flatMap(({ id }) => {
    const batch = readPresent(context, 'payoutBatch', id)
    if (batch === null || !WITH_THE_BANK.includes(payoutBatchStatus(batch))) return []
    const { number } = batch
    return batch.payments.flatMap(({ source, paidBy, failed, ...payment }) => {
      if (source.kind !== 'payout' || paidBy !== null || failed !== null) return []
      const { providerId, providerName, payee, amount } = payment
      return [
        {
          ...{ id: source.id, batch: { id, number } },
          payment: { providerId, providerName, payee, amount },
        },
      ]
    })
  })
}

/** The same as what a line may settle: by the name and account it was paid to. */
export function payoutItem({ id, payment: { payee, amount } }: SentPayout): OpenItem {
  return {
    ...{ kind: 'payout', id, counterparty: payee.name, due: amount },
    accounts: [plainAccount(payee.account)],
  }
}
