import { compareBuild } from 'semver'
import type { Listing, ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import type { StoreReader } from '../store/store.ts'
import { type Vendor, VendorError } from './vendor.ts'

/** States by the names the vendor's tool shows. */
const SNAPSHOT_STATUS: Readonly<Record<ListingVersion['status'], string>> = {
  draft: 'draft',
  withdrawn: 'draft',
  submitted: 'submitted',
  in_review: 'submitted',
  changes_requested: 'changes_requested',
  approved: 'approved',
  live: 'active',
  rejected: 'rejected',
  delisted: 'inactive',
}
/** The tool prints the latest version of what is `ready`. */
const EXTENSION_STATUS: Readonly<Record<Listing['status'], string>> = {
  draft: 'draft',
  live: 'ready',
  delisted: 'inactive',
}

export interface ExtensionView {
  readonly extension_id: string
  readonly name: string
  readonly status: string
  readonly latest_version: { readonly version: string }
}

export interface SnapshotView {
  readonly snapshot_id: string
  readonly metadata: { readonly name: string; readonly version: string }
  readonly status: string
  readonly updated_at: string
}

export async function listExtensions(store: StoreReader, vendor: Vendor): Promise<ExtensionView[]> {
  const listings = await store.ofProvider('listing', vendor.marketplace, vendor.providerId)
  const versions = await store.ofProvider('listingVersion', vendor.marketplace, vendor.providerId)
  return listings.map((listing) =>
    extensionView(
      listing,
      versions.filter((version) => version.listingId === listing.id),
    ),
  )
}

export async function getExtension(store: StoreReader, vendor: Vendor, name: string): Promise<ExtensionView> {
  const { listing, versions } = await ownListing(store, vendor, name)
  return extensionView(listing, versions)
}

/** Newest first. */
export async function listSnapshots(
  store: StoreReader,
  vendor: Vendor,
  name: string,
): Promise<SnapshotView[]> {
  const { versions } = await ownListing(store, vendor, name)
  return versions.reverse().map(snapshotView)
}

/** One version, with what the review said to the vendor; internal notes stay at the desk. */
export async function getVersion(store: StoreReader, vendor: Vendor, name: string, packageVersion: string) {
  const { versions } = await ownListing(store, vendor, name)
  const version = versions.findLast((each) => each.packageVersion === packageVersion)
  if (version === undefined) throw new VendorError(404, `${name} has no version ${packageVersion}.`)
  return {
    ...snapshotView(version),
    version: packageVersion,
    findings: version.findings,
    notes: version.history.flatMap(({ at, action, noteToVendor }) =>
      noteToVendor === null ? [] : [{ at, action, note: noteToVendor }],
    ),
  }
}

async function ownListing(store: StoreReader, vendor: Vendor, name: string) {
  const listing = await store.named('listing', vendor.marketplace, name)
  if (listing === null || listing.providerId !== vendor.providerId) {
    throw new VendorError(404, `You have no extension ${name}.`)
  }
  const all = await store.ofProvider('listingVersion', vendor.marketplace, vendor.providerId)
  return { listing, versions: all.filter((version) => version.listingId === listing.id) }
}

function extensionView(listing: Listing, versions: readonly ListingVersion[]): ExtensionView {
  const live = versions.find((version) => version.id === listing.liveVersionId)
  const newest = versions.map((version) => version.packageVersion).sort(compareBuild)
  return {
    extension_id: listing.id,
    name: listing.name,
    status: EXTENSION_STATUS[listing.status],
    latest_version: { version: live?.packageVersion ?? newest.at(-1) ?? '' },
  }
}

function snapshotView(version: ListingVersion): SnapshotView {
  return {
    snapshot_id: version.id,
    metadata: { name: version.listingName, version: version.packageVersion },
    status: SNAPSHOT_STATUS[version.status],
    updated_at: version.updatedAt,
  }
}
