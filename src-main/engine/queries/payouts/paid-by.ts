import type { PaidByRequest } from '#shared/contracts/console-engine/payouts.ts'
import {
  isLivePayout,
  type PayoutRequest,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import { ofProvider } from '../of-provider.ts'
import type { QueryContext } from '../query-context.ts'

/** The live request that pays each statement, by its id. */
export function requestsByStatement(payouts: readonly PayoutRequest[]): ReadonlyMap<string, PaidByRequest> {
  return new Map(
    payouts
      .filter(isLivePayout)
      .flatMap(({ id, status, months }) =>
        months.map(({ statementId }) => [statementId, { id, status }] as const),
      ),
  )
}

/** The same for all statements of some providers. */
export function paidBy(
  context: QueryContext,
  providerIds: readonly string[],
): ReadonlyMap<string, PaidByRequest> {
  const each = [...new Set(providerIds)]
  return requestsByStatement(each.flatMap((id) => ofProvider(context, 'payoutRequest', id)))
}
