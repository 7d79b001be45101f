import { type BankLine, PARTS_LIMIT } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { BatchPayment } from '#shared/contracts/console-platform/records/payout-batch.ts'
import type { MatchReason } from '#shared/rules/bank-matching/match-types.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { type ItemFound, itemBook } from './item-book.ts'

const NONE: readonly ItemFound[] = []

/**
 * All that is open of the one batch which a line paid whole, where its bank books a batch as one amount: sent from the
 * account of the line, and of exactly its sum. None where no batch is, or several are.
 */
export function batchItems(context: QueryContext, line: BankLine): readonly ItemFound[] {
  if (line.direction !== 'out' || line.isReversal) return NONE
  const { sent } = itemBook(context, line.marketplace)
  const ids = new Set([...sent.values()].map(({ batch }) => batch.id))
  const payer: MatchReason = line.counterpartyName.trim() === '' ? 'payer-missing' : 'third-party-payer'
  const fitting = [...ids].flatMap((id) => {
    const batch = readPresent(context, 'payoutBatch', id)
    if (batch === null || batch.accountId !== line.accountId) return []
    const open = batch.payments.filter(isOpen)
    const total = open.reduce((sum, { amount }) => sum + amount, 0)
    return open.length > 1 && open.length <= PARTS_LIMIT && total === line.amount ? [open] : []
  })
  const [only, another] = fitting
  if (only === undefined || another !== undefined) return NONE
  return only.map(({ source }) => ({
    ...{ kind: source.kind, id: source.id, certain: false },
    reasons: [payer, 'amount-of-several'],
  }))
}

function isOpen({ paidBy, failed }: BatchPayment): boolean {
  return paidBy === null && failed === null
}
