import { z } from 'zod'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { type Applicant, applicantSchema } from '#shared/rules/admission/applicant.ts'
import { now, type Platform } from '../platform.ts'
import type { StoreTransaction } from '../store/store.ts'
import { dueDate } from './due-date.ts'
import { documentPath } from './upload-document.ts'
import { type Vendor, VendorError, vendorEntry } from './vendor.ts'
import { writeForVendor } from './vendor-write.ts'

export const applicationFormSchema = z.strictObject({
  purpose: z.enum(['first', 'category-extension']),
  applicant: applicantSchema,
})
export type ApplicationForm = z.infer<typeof applicationFormSchema>

const UNDER_WAY: readonly Application['status'][] = [
  'submitted',
  'in_review',
  'changes_requested',
  'approved',
  'contract_pending',
  'deposit_pending',
]

/**
 * Hands an application in. A provider has one under way at a time; a first one makes it a prospect, a further
 * category needs it to be open.
 * @throws VendorError where that, or a document it names, is not so.
 */
export async function submitApplication(
  platform: Platform,
  vendor: Vendor,
  form: ApplicationForm,
): Promise<Application> {
  const at = now(platform)
  const { marketplace, providerId } = vendor
  const { applicant, purpose } = form
  return platform.store.write(async (transaction) => {
    await checkForm(transaction, vendor, applicant)
    const known = await transaction.get('provider', providerId)
    if ((purpose === 'first') === (known?.status === 'active')) {
      throw new VendorError(
        409,
        known === null ? 'You are no provider yet.' : `Your state is ${known.status}.`,
      )
    }
    const others = await transaction.ofProvider('application', marketplace, providerId)
    const other = others.find((each) => UNDER_WAY.includes(each.status))
    if (other !== undefined) throw new VendorError(409, `Application ${other.id} is under way.`)
    const act = { action: 'vendor.submit', at } as const
    if (known === null)
      await writeForVendor(transaction, vendor, act, 'provider', null, prospect(vendor, applicant, at))
    const application: Application = {
      id: platform.newId(),
      version: 1,
      marketplace,
      providerId,
      purpose,
      applicant,
      status: 'submitted',
      assignee: null,
      submittedAt: at,
      dueOn: dueDate(platform, marketplace, at, (pack) => pack.admission.sla),
      decidedAt: null,
      contracts: [],
      history: [vendorEntry('vendor.submit', applicant.name, at)],
      updatedAt: at,
    }
    await writeForVendor(transaction, vendor, act, 'application', null, application)
    return application
  })
}

/** The vendor's answer to requested changes: the application comes back, and its clock starts anew. */
export async function resubmitApplication(
  platform: Platform,
  vendor: Vendor,
  id: string,
  applicant: Applicant,
): Promise<Application> {
  return change(platform, vendor, id, 'vendor.resubmit', async (before, at, transaction) => {
    if (before.status !== 'changes_requested') throw wrongState(before)
    await checkForm(transaction, vendor, applicant)
    const dueOn = dueDate(platform, vendor.marketplace, at, (pack) => pack.admission.sla)
    return { ...before, applicant, status: 'submitted', submittedAt: at, dueOn }
  })
}

export async function withdrawApplication(
  platform: Platform,
  vendor: Vendor,
  id: string,
): Promise<Application> {
  return change(platform, vendor, id, 'vendor.withdraw', async (before) => {
    if (!UNDER_WAY.includes(before.status)) throw wrongState(before)
    return { ...before, status: 'withdrawn', decidedAt: null }
  })
}

async function change(
  platform: Platform,
  vendor: Vendor,
  id: string,
  action: `vendor.${string}`,
  step: (before: Application, at: string, transaction: StoreTransaction) => Promise<Application>,
): Promise<Application> {
  const at = now(platform)
  return platform.store.write(async (transaction) => {
    const before = await transaction.get('application', id)
    if (before === null || before.providerId !== vendor.providerId) {
      throw new VendorError(404, `There is no application ${id}.`)
    }
    const stepped = await step(before, at, transaction)
    const after: Application = {
      ...stepped,
      version: before.version + 1,
      history: [...before.history, vendorEntry(action, stepped.applicant.name, at)],
      updatedAt: at,
    }
    await writeForVendor(transaction, vendor, { action, at }, 'application', before, after)
    return after
  })
}

/** A form speaks of its own marketplace and names only documents this vendor uploaded. */
async function checkForm(transaction: StoreTransaction, vendor: Vendor, applicant: Applicant): Promise<void> {
  if (applicant.marketplace !== vendor.marketplace) {
    throw new VendorError(422, `Your key is for ${vendor.marketplace}.`)
  }
  for (const { fileHash, fileName } of applicant.documents) {
    const path = documentPath(vendor, fileHash)
    const uploads = await transaction.uploads(vendor.marketplace, vendor.providerId, path)
    if (uploads.length === 0) throw new VendorError(422, `The document ${fileName} was not uploaded.`)
  }
}

function prospect({ providerId, marketplace }: Vendor, applicant: Applicant, at: string): Provider {
  const { answers: _answers, documents: _documents, serviceHours: _hours, ...stated } = applicant
  return {
    ...stated,
    id: providerId,
    version: 1,
    marketplace,
    status: 'prospect',
    payoutsPaused: false,
    joinedOn: null,
    documents: [],
    terms: [],
    decisions: [],
    updatedAt: at,
  }
}

function wrongState({ id, status }: Application): VendorError {
  return new VendorError(409, `Application ${id} is ${status}.`)
}
