import { compareBuild } from 'semver'
import {
  type Listing,
  type ListingVersion,
  openMustFindings,
} from '#shared/contracts/console-platform/records/listing.ts'
import { type DecisionAbout, stepOf } from '#shared/contracts/console-platform/transitions/decision.ts'
import { decideListingVersion } from '#shared/contracts/console-platform/transitions/listing-version-transitions.ts'
import { checkDeposit, noteDelisted, noteListed } from '../deposits/product-deposits.ts'
import { checkAssignee } from './check-assignee.ts'
import { type CommandSetting, type Refusal, refuse } from './ruling.ts'
import { writeRecord } from './write-record.ts'

/** Applies a decision to a listing version, and to its listing where the store's shelf changes. */
export async function decideOnListingVersion(
  setting: CommandSetting,
  before: ListingVersion,
  decision: DecisionAbout<'listingVersion'>,
): Promise<ListingVersion | Refusal> {
  const after = decideListingVersion(before, decision, setting.actor, setting.at)
  if (after === null) return refuse('wrong-state', before.status)
  const refusal = await guard(setting, before, decision)
  if (refusal !== null) return refusal

  if (decision.type === 'listing.publish' || decision.type === 'listing.delist') {
    const listing = await setting.transaction.get('listing', before.listingId)
    if (listing === null) return refuse('unknown-record', before.listingId)
    const shelved = await shelve(setting, listing, after, decision.type)
    if (shelved !== null) return shelved
    if (decision.type === 'listing.publish') await noteListed(setting, before)
    else await noteDelisted(setting, before)
  }
  await writeRecord(setting, decision.type, 'listingVersion', before, after)
  return after
}

async function guard(
  setting: CommandSetting,
  before: ListingVersion,
  decision: DecisionAbout<'listingVersion'>,
): Promise<Refusal | null> {
  switch (decision.type) {
    case 'listing.assign':
      return checkAssignee(setting, decision.arguments.assignee, 'listing.approve')
    case 'listing.override-finding': {
      const { ruleId } = decision.arguments
      const known = before.findings.some((each) => each.ruleId === ruleId && each.severity === 'must')
      return known ? null : refuse('unknown-finding', ruleId)
    }
    case 'listing.approve':
      return (await checkProvider(setting, before)) ?? checkFindings(before)
    case 'listing.publish':
      return checkProvider(setting, before)
    case 'listing.start-review':
    case 'listing.request-changes':
    case 'listing.reject':
    case 'listing.propose-delisting':
    case 'listing.delist':
      return null
  }
}

async function checkProvider(setting: CommandSetting, version: ListingVersion): Promise<Refusal | null> {
  const provider = await setting.transaction.get('provider', version.providerId)
  if (provider?.status !== 'active') return refuse('provider-not-open', provider?.status ?? 'unknown')
  return checkDeposit(setting, provider, version)
}

function checkFindings(version: ListingVersion): Refusal | null {
  const open = openMustFindings(version)
  return open === 0 ? null : refuse('must-findings-open', String(open))
}

/** Puts a version on the shelf, or takes it off. A version that was live before is superseded. */
async function shelve(
  setting: CommandSetting,
  listing: Listing,
  version: ListingVersion,
  action: 'listing.publish' | 'listing.delist',
): Promise<Refusal | null> {
  const changed = { ...listing, version: listing.version + 1, updatedAt: setting.at }
  if (action === 'listing.delist') {
    const after: Listing = { ...changed, status: 'delisted', liveVersionId: null }
    await writeRecord(setting, action, 'listing', listing, after)
    return null
  }
  const live =
    listing.liveVersionId === null
      ? null
      : await setting.transaction.get('listingVersion', listing.liveVersionId)
  if (live !== null && compareBuild(version.packageVersion, live.packageVersion) <= 0) {
    return refuse('version-not-greater', live.packageVersion)
  }
  if (live !== null) await writeRecord(setting, action, 'listingVersion', live, superseded(live, setting))
  const { title, category, id } = version
  const after: Listing = { ...changed, status: 'live', liveVersionId: id, title, category }
  await writeRecord(setting, action, 'listing', listing, after)
  return null
}

function superseded(live: ListingVersion, { actor, at }: CommandSetting): ListingVersion {
  const entry = stepOf('superseded', actor, at)
  return {
    ...live,
    version: live.version + 1,
    status: 'delisted',
    history: [...live.history, entry],
    updatedAt: at,
  }
}
