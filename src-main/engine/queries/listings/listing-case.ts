import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { ListingCase } from '#shared/contracts/console-engine/listings.ts'
import { afterPublishing, mayPublish } from '#shared/contracts/console-platform/deposit-on-day.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { openMustFindings } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'
import type { PolicyPack } from '#shared/policy/policy-pack.ts'
import { allowedForListing } from '../allowed-commands.ts'
import type { Desk } from '../desk.ts'
import { marketplaceName, packAt } from '../marketplaces.ts'
import { decisionsAbout } from '../pending.ts'
import { personOf } from '../people.ts'
import { LISTING_QUEUE } from '../queue/queue.ts'
import { clockOf, queueClocks } from '../queue/queue-clocks.ts'
import { readRecord } from '../read-record.ts'
import { RecordMissing } from '../record-missing.ts'
import { seenDigest } from '../seen-digest.ts'

/** States in which approval or publishing is still ahead, so that something can stand in its way. */
const BEFORE_LIVE: readonly ListingVersion['status'][] = ['submitted', 'in_review', 'approved']

/**
 * One submission with all a reviewer needs but its package.
 * @throws RecordMissing where the record, or a pack for its day, is not here.
 */
export function readListingCase(desk: Desk, id: string): ListingCase {
  const listingVersion = readListingVersion(desk, id)
  const listing = readRecord(desk, 'listing', listingVersion.listingId)
  const provider = readRecord(desk, 'provider', listingVersion.providerId)
  const deposits = publishingDeposits(desk, listingVersion)
  const blockers = blockersOf(desk, listingVersion, provider, deposits)
  const { reasons } = packOf(desk, listingVersion).listingReview
  return {
    listingVersion,
    listing,
    provider,
    marketplaceName: marketplaceName(desk, listingVersion.marketplace),
    clock: clockOf(LISTING_QUEUE, queueClocks(desk, LISTING_QUEUE), listingVersion),
    assignee: personOf(desk, listingVersion.assignee),
    blockers,
    allowed: allowedForListing(desk.workspace.account.roles, listingVersion.status, blockers.length === 0),
    requestTemplates: reasons.requestChanges,
    rejectTemplates: reasons.reject,
    ...decisionsAbout(desk, 'listingVersion', id),
    seenDigest: seenDigest({ listingVersion, listing, provider, deposits }),
  }
}

/** @throws RecordMissing */
export function readListingVersion(desk: Desk, id: string): ListingVersion {
  const version = readRecord(desk, 'listingVersion', id)
  if (version === null) throw new RecordMissing('listing version', id)
  return version
}

/** The pack in force when the version was submitted, today's for a draft. @throws RecordMissing */
export function packOf(desk: Desk, version: ListingVersion): PolicyPack {
  const at = version.submittedAt ?? desk.now
  const pack = packAt(desk, version.marketplace, at)
  if (pack === null) throw new RecordMissing('policy pack', `${version.marketplace} ${shanghaiDate(at)}`)
  return pack
}

/** The provider's deposits as far as this person may see them; the platform looks at them whoever asks. */
function publishingDeposits(desk: Desk, { providerId }: ListingVersion): DepositObligation[] | null {
  if (!maySee(desk.workspace.account.roles, 'depositObligation')) return null
  const sql = 'SELECT id FROM deposit_obligation WHERE providerId = @providerId ORDER BY id LIMIT 200'
  const ids = desk.statements.prepare<{ id: string }>(sql).all({ providerId })
  return ids.flatMap(({ id }) => readRecord(desk, 'depositObligation', id) ?? [])
}

function blockersOf(
  desk: Desk,
  version: ListingVersion,
  provider: Provider | null,
  deposits: readonly DepositObligation[] | null,
): ListingCase['blockers'] {
  if (!BEFORE_LIVE.includes(version.status)) return []
  const owes =
    provider !== null &&
    deposits !== null &&
    !mayPublish(
      desk,
      provider,
      deposits.map((each) => ({ ...each, facts: afterPublishing(each.facts, version, desk.today) })),
      desk.today,
    )
  const blockers: ListingCase['blockers'] = []
  if (provider?.status !== 'active') blockers.push('provider-not-open')
  if (owes) blockers.push('deposit-not-settled')
  if (openMustFindings(version) > 0) blockers.push('must-findings-open')
  return blockers
}
