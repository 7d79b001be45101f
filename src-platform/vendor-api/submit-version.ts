import type { ListingVersion } from '#shared/contracts/console-platform/records/listing.ts'
import { now, type Platform } from '../platform.ts'
import { dueDate } from './due-date.ts'
import { type Vendor, VendorError, vendorEntry } from './vendor.ts'
import { writeForVendor } from './vendor-write.ts'

const SUBMITTABLE: readonly ListingVersion['status'][] = ['draft', 'withdrawn', 'changes_requested']
const CANCELLABLE: readonly ListingVersion['status'][] = ['submitted', 'in_review', 'changes_requested']

/** Hands a draft in for review. Handing in what is handed in already changes nothing. */
export async function submitVersion(platform: Platform, vendor: Vendor, id: string): Promise<ListingVersion> {
  return change(platform, vendor, id, 'vendor.submit', (version, at) => {
    if (version.status === 'submitted') return null
    if (!SUBMITTABLE.includes(version.status)) throw wrongState(version, 'submitted')
    const dueOn = dueDate(platform, version.marketplace, at, (pack) => pack.listingReview.sla)
    return { ...version, status: 'submitted', submittedAt: at, dueOn, decidedAt: null }
  })
}

/** Takes a version back out of review: it is a draft again. */
export async function cancelSubmission(
  platform: Platform,
  vendor: Vendor,
  id: string,
): Promise<ListingVersion> {
  return change(platform, vendor, id, 'vendor.withdraw', (version) => {
    if (version.status === 'draft') return null
    if (!CANCELLABLE.includes(version.status)) throw wrongState(version, 'withdrawn')
    return { ...version, status: 'draft', submittedAt: null, dueOn: null, assignee: null }
  })
}

/** A version of the vendor's own after a step, with its history; unchanged where the step answers null. */
async function change(
  platform: Platform,
  vendor: Vendor,
  id: string,
  action: `vendor.${string}`,
  step: (version: ListingVersion, at: string) => ListingVersion | null,
): Promise<ListingVersion> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const before = await transaction.get('listingVersion', id)
    if (before === null || before.providerId !== vendor.providerId) {
      throw new VendorError(404, `There is no snapshot ${id}.`)
    }
    const stepped = step(before, at)
    if (stepped === null) return before
    const provider = await transaction.get('provider', vendor.providerId)
    const entry = vendorEntry(action, provider?.name ?? vendor.providerId, at)
    const after: ListingVersion = {
      ...stepped,
      version: before.version + 1,
      history: [...before.history, entry],
      updatedAt: at,
    }
    await writeForVendor(transaction, vendor, { action, at }, 'listingVersion', before, after)
    return after
  })
}

function wrongState(version: ListingVersion, wanted: string): VendorError {
  return new VendorError(409, `Snapshot ${version.id} is ${version.status} and cannot be ${wanted}.`)
}
