import type { MatchTarget } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { OpenItem, OpenItemKind, OpenItemRef } from '#shared/rules/bank-matching/open-item.ts'

/** A deposit obligation as far as bank lines settle it. Fen. */
export interface SettledObligation {
  readonly id: string
  readonly name: string
  /** Null where its source states no amount: then nothing can be matched to it. */
  readonly amount: Fen | null
  /** Sum of its postings. */
  readonly balance: Fen
  /** Refund that is approved and not paid. */
  readonly approved: Fen
  /** Refunds that were paid. */
  readonly paid: Fen
}

/**
 * What is open of an obligation: the deposit, a settled one too, for paying twice has to be seen; and the refund that is
 * approved and not paid.
 */
export function obligationItems(obligation: SettledObligation, accounts: readonly string[]): OpenItem[] {
  const { id, name: counterparty, amount, balance, approved, paid } = obligation
  const items: OpenItem[] = []
  if (amount !== null) {
    // What was paid back is not owed again.
    const due = paid > 0 ? 0 : Math.max(0, amount - balance)
    items.push({ kind: 'deposit', id, counterparty, due, accounts })
  }
  if (approved > 0) items.push({ kind: 'refund', id, counterparty, due: approved, accounts })
  return items
}

type TargetOf = { readonly [K in OpenItemKind]: (id: string) => Extract<MatchTarget, { kind: K }> }

const TARGET_OF: TargetOf = {
  deposit: (id) => ({ kind: 'deposit', obligationId: id }),
  refund: (id) => ({ kind: 'refund', obligationId: id }),
  payout: (id) => ({ kind: 'payout', requestId: id }),
}

/** Where the money of a line goes that settles an item. */
export function targetOf({ kind, id }: OpenItemRef): MatchTarget {
  return TARGET_OF[kind](id)
}
