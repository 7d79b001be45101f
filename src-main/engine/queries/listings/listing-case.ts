import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import { afterPublishing, mayPublish } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { type ListingVersion, openMustFindings } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { ListingRules } from '#shared/policy/listing-rules.ts'
import { listingRulesOn } from '#shared/policy/listing-rules-on.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { allowedForListing } from '../allowed-commands.ts'
import { marketplaceName, packAt } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import { personOf } from '../people.ts'
import type { QueryContext } from '../query-context.ts'
import { LISTING_QUEUE } from '../queue/queue.ts'
import { clockOf, queueClocks } from '../queue/queue-clocks.ts'
import { readPresent } from '../read-present.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigestOf } from '../seen-digest.ts'

/** States in which approval or publishing is still ahead, so that something can stand in its way. */
const BEFORE_LIVE: readonly ListingVersion['status'][] = ['submitted', 'in_review', 'approved']

/**
 * One submission with all a reviewer needs but its package.
 * @throws RecordMissing where the record, or a pack for its day, is not here.
 */
export function readListingCase(context: QueryContext, id: string): ListingCase {
  const listingVersion = readListingVersion(context, id)
  const listing = readPresent(context, 'listing', listingVersion.listingId)
  const provider = readPresent(context, 'provider', listingVersion.providerId)
  const deposits = publishingDeposits(context, listingVersion)
  const blockers = blockersOf(context, listingVersion, provider, deposits)
  const { reasons } = packOf(context, listingVersion).listingReview
  return {
    listingVersion,
    listing,
    provider,
    marketplaceName: marketplaceName(context, listingVersion.marketplace),
    clock: clockOf(LISTING_QUEUE, queueClocks(context), listingVersion),
    assignee: personOf(context, listingVersion.assignee),
    blockers,
    allowed: allowedForListing(context.workspace.account.roles, listingVersion.status, blockers.length === 0),
    requestTemplates: reasons.requestChanges,
    rejectTemplates: reasons.reject,
    ...decisionsAbout(context, 'listingVersion', id),
    seenDigest: seenDigestOf(context, 'listingVersion', id),
  }
}

/** @throws RecordMissing */
export function readListingVersion(context: QueryContext, id: string): ListingVersion {
  const version = readPresent(context, 'listingVersion', id)
  if (version === null) throw new RecordMissing('listing version', id)
  return version
}

/** The pack in force when the version was submitted, today's for a draft. @throws RecordMissing */
export function packOf(context: QueryContext, version: ListingVersion): PolicyPack {
  const at = version.submittedAt ?? context.now
  const pack = packAt(context, version.marketplace, at)
  if (pack === null) throw new RecordMissing('policy pack', `${version.marketplace} ${shanghaiDate(at)}`)
  return pack
}

/** What its package is held to; null where the marketplace takes none. @throws RecordMissing */
export function rulesOf(context: QueryContext, version: ListingVersion): ListingRules | null {
  return listingRulesOn(packOf(context, version), shanghaiDate(version.submittedAt ?? context.now))
}

/** The provider's deposits as far as this person may see them; the platform looks at them whoever asks. */
function publishingDeposits(
  context: QueryContext,
  { providerId }: ListingVersion,
): DepositObligation[] | null {
  if (!maySee(context.workspace.account.roles, 'depositObligation')) return null
  const sql = 'SELECT id FROM deposit_obligation WHERE providerId = @providerId ORDER BY id LIMIT 200'
  const ids = context.statements.prepare<{ id: string }>(sql).all({ providerId })
  return ids.flatMap(({ id }) => readPresent(context, 'depositObligation', id) ?? [])
}

function blockersOf(
  context: QueryContext,
  version: ListingVersion,
  provider: Provider | null,
  deposits: readonly DepositObligation[] | null,
): ListingCase['blockers'] {
  if (!BEFORE_LIVE.includes(version.status)) return []
  const owes =
    provider !== null &&
    deposits !== null &&
    !mayPublish(
      context,
      provider,
      deposits.map((each) => ({ ...each, facts: afterPublishing(each.facts, version, context.today) })),
      context.today,
    )
  const blockers: ListingCase['blockers'] = []
  if (provider?.status !== 'active') blockers.push('provider-not-open')
  if (owes) blockers.push('deposit-not-settled')
  if (openMustFindings(version) > 0) blockers.push('must-findings-open')
  return blockers
}
