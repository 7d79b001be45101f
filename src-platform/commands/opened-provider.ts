import type { Instant } from '#shared/base/ids.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Application } from '#shared/contracts/console-platform/records/application.ts'
import { type Provider, withDocuments } from '#shared/contracts/console-platform/records/provider.ts'

/**
 * The provider once its application is opened: active, with what it declared. A further category is only added.
 * Null where its state does not allow it.
 */
export function openedProvider(
  before: Provider | null,
  { purpose, applicant, providerId }: Application,
  at: Instant,
): Provider | null {
  if (purpose === 'category-extension') {
    if (before === null || before.status !== 'active') return null
    return {
      ...before,
      version: before.version + 1,
      categories: union(before.categories, applicant.categories),
      documents: withDocuments(before.documents, applicant.documents),
      updatedAt: at,
    }
  }
  if (before !== null && (before.status === 'suspended' || before.status === 'leaving')) return null
  return {
    id: providerId,
    version: (before?.version ?? 0) + 1,
    marketplace: applicant.marketplace,
    kind: applicant.kind,
    name: applicant.name,
    uscc: applicant.uscc,
    residentId: applicant.residentId,
    staff: applicant.staff,
    registeredCapital: applicant.registeredCapital,
    foundedOn: applicant.foundedOn,
    licenceIssuedOn: applicant.licenceIssuedOn,
    categories: union(before?.categories ?? [], applicant.categories),
    source: applicant.source,
    freeOrOpenSourceOnly: applicant.freeOrOpenSourceOnly,
    openSourceOnly: applicant.openSourceOnly,
    status: 'active',
    payoutsPaused: before?.payoutsPaused ?? false,
    joinedOn: before?.joinedOn ?? shanghaiDate(at),
    contact: applicant.contact,
    website: applicant.website,
    documents: withDocuments(before?.documents ?? null, applicant.documents),
    terms: before?.terms ?? [],
    decisions: before?.decisions ?? [],
    updatedAt: at,
  }
}

function union(known: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...known, ...added])]
}
