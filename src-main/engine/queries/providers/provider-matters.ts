import type { OpenMatterShown } from '#shared/contracts/console-engine/providers.ts'
import { isSettledFirst, openMatters } from '#shared/contracts/console-platform/open-matters.ts'
import { listingSchema } from '#shared/contracts/console-platform/records/listing.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { ofProvider } from '../of-provider.ts'
import type { QueryContext } from '../query-context.ts'

/** What is open with a provider, as far as this person sees it. */
export function mattersOf(
  context: QueryContext,
  providerId: string,
  statements: readonly RecordOf['settlementStatement'][],
): OpenMatterShown[] {
  const open = openMatters({
    application: ofProvider(context, 'application', providerId),
    listing: listingsOf(context, providerId),
    listingVersion: ofProvider(context, 'listingVersion', providerId),
    violation: ofProvider(context, 'violation', providerId),
    settlementStatement: statements,
    payoutRequest: ofProvider(context, 'payoutRequest', providerId),
    providerAccount: ofProvider(context, 'providerAccount', providerId),
    invoice: ofProvider(context, 'invoice', providerId),
    depositObligation: ofProvider(context, 'depositObligation', providerId),
    unfinishedSupervision: unfinished(context, providerId),
  })
  return open.map((each) => ({ ...each, first: isSettledFirst(each.matter) }))
}

function listingsOf(context: QueryContext, providerId: string): RecordOf['listing'][] {
  return context.statements
    .prepare<{ body: string }>('SELECT body FROM listing WHERE providerId = @providerId ORDER BY id')
    .all({ providerId })
    .map(({ body }) => listingSchema.parse(JSON.parse(body)))
}

function unfinished(context: QueryContext, providerId: string): number {
  const row = context.statements
    .prepare<{ orders: number }>(
      `SELECT count(*) AS orders FROM market_order WHERE providerId = @providerId AND status = 'in-supervision'`,
    )
    .get({ providerId })
  return row?.orders ?? 0
}
