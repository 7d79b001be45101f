import type { Listing, ListingVersion, Offer } from '#shared/contracts/console-platform/records/listing.ts'
import { now, type Platform } from '../platform.ts'
import type { Upload } from '../store/kept.ts'
import type { StoreReader, StoreTransaction } from '../store/store.ts'
import { readSubmission, type Submission } from './read-submission.ts'
import { uploadsDir } from './upload-files.ts'
import { type Vendor, VendorError, vendorEntry } from './vendor.ts'
import { writeForVendor } from './vendor-write.ts'

export interface Push {
  /** The name in the address the tool calls. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Replace a draft that lies there already. */
  readonly force: boolean
  /** Make the listing where there is none. */
  readonly createListing: boolean
  /** How it is sold; what the listing had before where not stated. */
  readonly offer?: Offer
}

const FREE: Offer = { delivery: 'online', plans: [], priceShownPublicly: false, paid: false }
/** Versions on their way: a listing has one of them at most. */
const PENDING: readonly ListingVersion['status'][] = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'withdrawn',
]
/** Pending ones whose package the vendor may still exchange. */
const OPEN_TO_VENDOR: readonly ListingVersion['status'][] = ['draft', 'withdrawn', 'changes_requested']

/**
 * Files a package as a draft: reads and checks it, keeps its bytes, makes or updates the listing's one pending
 * version. A new package starts without the overrides of the old one.
 * @throws VendorError where the package or the state of the listing does not allow it.
 */
export async function pushPackage(platform: Platform, vendor: Vendor, push: Push): Promise<ListingVersion> {
  const seen = await listingState(platform.store, vendor, push)
  const submission = await readSubmission(platform, push.bytes, {
    marketplace: vendor.marketplace,
    name: push.name,
    live: seen.live === null ? null : { name: push.name, version: seen.live.packageVersion },
    offer: push.offer ?? seen.previous?.offer ?? FREE,
    uploads: await uploadsOf(platform.store, vendor, push),
  })
  const packageHash = await platform.files.put(push.bytes)
  return platform.store.write(async (transaction) => {
    const state = await listingState(transaction, vendor, push)
    if (state.live?.id !== seen.live?.id) throw new VendorError(409, 'The live version changed: push again.')
    return file(platform, transaction, vendor, push, submission, packageHash, state)
  })
}

interface ListingState {
  readonly providerName: string
  readonly listing: Listing | null
  readonly live: ListingVersion | null
  readonly pending: ListingVersion | null
  /** The newest version of any state. */
  readonly previous: ListingVersion | null
}

async function listingState(store: StoreReader, vendor: Vendor, push: Push): Promise<ListingState> {
  const provider = await store.get('provider', vendor.providerId)
  if (provider === null || provider.status === 'closed')
    throw new VendorError(403, 'You are no provider here.')
  const listing = await store.named('listing', vendor.marketplace, push.name)
  if (listing === null && !push.createListing)
    throw new VendorError(404, `There is no extension ${push.name}.`)
  if (listing !== null && listing.providerId !== vendor.providerId) {
    throw new VendorError(403, `The name ${push.name} belongs to another provider.`)
  }
  const versions = (await store.ofProvider('listingVersion', vendor.marketplace, vendor.providerId)).filter(
    (version) => version.listingId === listing?.id,
  )
  const pending = versions.find((version) => PENDING.includes(version.status)) ?? null
  if (pending !== null && !OPEN_TO_VENDOR.includes(pending.status)) {
    throw new VendorError(
      409,
      `Version ${pending.packageVersion} is ${pending.status}: unpush ${pending.id} first.`,
    )
  }
  if (pending !== null && !push.force) throw new VendorError(409, `There is a draft already: ${pending.id}.`)
  const live = versions.find((version) => version.id === listing?.liveVersionId) ?? null
  return { providerName: provider.name, listing, live, pending, previous: versions.at(-1) ?? null }
}

/** Pictures the tool uploaded for this product. */
function uploadsOf(store: StoreReader, vendor: Vendor, { name }: Push): Promise<Upload[]> {
  return store.uploads(vendor.marketplace, vendor.providerId, `${uploadsDir(vendor)}/${name}/`)
}

async function file(
  platform: Platform,
  transaction: StoreTransaction,
  vendor: Vendor,
  push: Push,
  submission: Submission,
  packageHash: string,
  { providerName, listing: known, live, pending, previous }: ListingState,
): Promise<ListingVersion> {
  const at = now(platform)
  const act = { action: 'vendor.push', at } as const
  const { marketplace, providerId } = vendor
  const { title, category, packageVersion } = submission
  const listing: Listing = known ?? {
    id: platform.newId(),
    version: 1,
    marketplace,
    providerId,
    name: push.name,
    title,
    category,
    liveVersionId: null,
    status: 'draft',
    updatedAt: at,
  }
  if (known === null) await writeForVendor(transaction, vendor, act, 'listing', null, listing)
  const uploads = await uploadsOf(transaction, vendor, push)
  const version: ListingVersion = {
    id: pending?.id ?? platform.newId(),
    version: (pending?.version ?? 0) + 1,
    marketplace,
    providerId,
    listingId: listing.id,
    listingName: push.name,
    title,
    category,
    packageVersion,
    packageHash,
    packageBytes: push.bytes.byteLength,
    uploads: uploads
      .filter((upload) => submission.images.includes(upload.url))
      .map(({ url, fileHash, path }) => ({ url, fileHash, path })),
    offer: push.offer ?? previous?.offer ?? FREE,
    findings: [...submission.findings],
    overrides: [],
    status: pending?.status ?? 'draft',
    assignee: pending?.assignee ?? null,
    livePackageHash: live?.packageHash ?? null,
    submittedAt: pending?.submittedAt ?? null,
    dueOn: pending?.dueOn ?? null,
    decidedAt: null,
    history: [...(pending?.history ?? []), vendorEntry('vendor.push', providerName, at)],
    updatedAt: at,
  }
  await writeForVendor(transaction, vendor, act, 'listingVersion', pending, version)
  return version
}
