import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { depositName } from '#shared/words/deposit-name.ts'
import { categoryName, marketplaceName } from '../marketplaces.ts'
import { newestPending } from '../pending.ts'
import type { QueryContext } from '../query-context.ts'

/** Columns of the register over `r`; `id` comes with the window. */
export const DEPOSIT_COLUMNS = `r.version AS version, r.marketplace AS marketplace, r.providerId AS providerId,
  r.name AS name, r.category AS category, r.amount AS amount, r.balance AS balance, r.status AS status,
  r.settled AS settled, r.waivedUntil AS waivedUntil, r.dueOn AS dueOn, r.refundableFrom AS refundableFrom,
  r.provisional AS provisional, r.newAmount AS newAmount, r.newAmountState AS newAmountState`

/** A row as the register holds it. */
export interface StoredDepositRow
  extends Omit<DepositRow, 'category' | 'depositName' | 'settled' | 'provisional' | 'pending'> {
  readonly category: string | null
  readonly settled: 0 | 1
  readonly provisional: 0 | 1
}

/** Stored rows as the register shows them: names, pending decisions. */
export function toDepositRows(context: QueryContext, stored: readonly StoredDepositRow[]): DepositRow[] {
  const pendingOf = newestPending(context, 'depositObligation')
  return stored.map(({ category: id, settled, provisional, ...row }) => {
    const category = id === null ? null : categoryName(context, row.marketplace, context.now, id)
    return {
      ...row,
      depositName: depositName(category, marketplaceName(context, row.marketplace)),
      category,
      settled: settled === 1,
      provisional: provisional === 1,
      pending: pendingOf(row.id),
    }
  })
}
