import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApplicationCase } from '#main/engine/queries/applications/application-case.ts'
import { countApplications } from '#main/engine/queries/applications/list-applications.ts'
import { readListingCase } from '#main/engine/queries/listings/listing-case.ts'
import { readProviderPage } from '#main/engine/queries/providers/provider-page.ts'
import { RecordMissing } from '#main/engine/queries/record-missing.ts'
import { applicationCaseSchema } from '#shared/contracts/console-engine/applications.ts'
import { listingCaseSchema } from '#shared/contracts/console-engine/listings.ts'
import {
  newUlid,
  PAID,
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleObligation,
  sampleOperator,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const complete = sampleApplication({ assignee: 'op-1' })
const lacking = sampleApplication({ applicant: sampleApplicant({ staff: 3 }) })
const waiting = sampleApplication({ status: 'contract_pending' })
const listing = sampleListing()
const finding = {
  ruleId: 'listing.screenshots',
  severity: 'must' as const,
  message: { zh: '缺少截图', en: 'No screenshots' },
  place: 'extension.yaml',
  remedy: { zh: '补充', en: 'Add' },
  citation: null,
}
const clean = sampleVersion(listing)
const faulty = sampleVersion(listing, { findings: [finding] })
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  desk.put('operator', [sampleOperator()])
  desk.put('provider', [sampleProvider()])
  desk.put('depositObligation', [sampleObligation({ entries: PAID })])
  desk.put('application', [complete, lacking, waiting])
  desk.put('listing', [listing])
  desk.put('listingVersion', [clean, faulty])
  desk.index()
})
afterAll(() => desk.close())

describe('the case of an application', () => {
  it('is what the contract says, judged by the pack in force at submission', () => {
    const read = applicationCaseSchema.parse(readApplicationCase(desk.desk(), complete.id))
    expect(read.pack.effectiveFrom <= '2026-11-20').toBe(true)
    expect(read.conditions.length).toBeGreaterThan(3)
    for (const condition of read.conditions) expect(condition.citation.quote).not.toBe('')
    expect(read.assignee).toEqual({ id: 'op-1', name: '周敏' })
    expect(read.provider?.name).toBe('北京云栈科技有限公司')
  })

  it('has the same digest on another day and another desk, and another one when the record changed', () => {
    const before = readApplicationCase(desk.desk(), complete.id).seenDigest
    const day = desk.time.now
    desk.time.now += 40 * 86_400_000
    expect(readApplicationCase(desk.desk(), complete.id).seenDigest).toBe(before)
    desk.time.now = day
    const other = deskUnderTest({ ...ACCOUNT, id: 'op-2', roles: ['auditor'] })
    other.put('provider', [sampleProvider()])
    other.put('application', [complete])
    expect(readApplicationCase(other.desk(), complete.id).seenDigest).toBe(before)
    other.put('application', [{ ...complete, version: 2, applicant: sampleApplicant({ staff: 31 }) }])
    expect(readApplicationCase(other.desk(), complete.id).seenDigest).not.toBe(before)
    other.close()
  })

  it('puts asking for changes first where a condition fails, and approval where none does', () => {
    const failing = readApplicationCase(desk.desk(), lacking.id)
    expect(failing.conditions.some(({ verdict }) => verdict === 'fail')).toBe(true)
    expect(failing.allowed[0]).toBe('application.request-changes')
    const fails = readApplicationCase(desk.desk(), complete.id).conditions.filter(
      ({ verdict }) => verdict === 'fail',
    )
    const first = readApplicationCase(desk.desk(), complete.id).allowed[0]
    expect(first).toBe(fails.length === 0 ? 'application.approve' : 'application.request-changes')
  })

  it('offers nothing to an auditor', () => {
    const other = deskUnderTest({ ...ACCOUNT, roles: ['auditor'] })
    other.put('application', [complete])
    expect(readApplicationCase(other.desk(), complete.id).allowed).toEqual([])
    other.close()
  })

  it('names the agreements still to be signed and marks those that are', () => {
    const { agreements, allowed } = readApplicationCase(desk.desk(), waiting.id)
    expect(agreements.length).toBeGreaterThan(0)
    expect(agreements.every(({ signed }) => !signed)).toBe(true)
    expect(allowed[0]).toBe('application.record-contract')
    const [agreement] = agreements
    desk.desk().workspace.outbox.enqueue({
      type: 'application.record-contract',
      recordId: waiting.id,
      expectedVersion: 1,
      seenDigest: null,
      arguments: {
        contract: { agreement: agreement?.key, version: '1.0', signedBy: '张三', signedOn: '2026-11-20' },
      },
    })
    const after = readApplicationCase(desk.desk(), waiting.id)
    expect(after.agreements.find(({ key }) => key === agreement?.key)?.signed).toBe(true)
    expect(after.pending.map(({ type }) => type)).toEqual(['application.record-contract'])
    expect(after.application.version).toBe(2)
  })

  it('is missing where the record is', () => {
    expect(() => readApplicationCase(desk.desk(), newUlid())).toThrow(RecordMissing)
  })
})

describe('the case of a listing version', () => {
  it('is what the contract says, and names what blocks approval', () => {
    const free = listingCaseSchema.parse(readListingCase(desk.desk(), clean.id))
    expect(free.blockers).toEqual([])
    expect(free.allowed[0]).toBe('listing.approve')
    const blocked = readListingCase(desk.desk(), faulty.id)
    expect(blocked.blockers).toEqual(['must-findings-open'])
    expect(blocked.allowed[0]).toBe('listing.request-changes')
  })

  it('is no longer blocked once the finding is overridden, while that is pending', () => {
    desk.desk().workspace.outbox.enqueue({
      type: 'listing.override-finding',
      recordId: faulty.id,
      expectedVersion: 1,
      seenDigest: readListingCase(desk.desk(), faulty.id).seenDigest,
      arguments: { ruleId: finding.ruleId, reason: '截图随后补上' },
    })
    expect(readListingCase(desk.desk(), faulty.id).blockers).toEqual([])
  })

  it('is blocked by a provider that is not open or owes its deposit', () => {
    const other = deskUnderTest()
    other.put('listingVersion', [clean])
    expect(readListingCase(other.desk(), clean.id).blockers).toEqual(['provider-not-open'])
    other.put('provider', [sampleProvider()])
    other.put('depositObligation', [sampleObligation()])
    expect(readListingCase(other.desk(), clean.id).blockers).toEqual(['deposit-not-settled'])
    other.close()
  })
})

describe('counts and pages', () => {
  it('count every state, those without rows too, pending decisions laid over', () => {
    const counts = countApplications(desk.desk())
    expect(counts.byStatus).toMatchObject({ in_review: 2, open: 0 })
    expect(Object.values(counts.byStatus).reduce((sum, count) => sum + count, 0)).toBe(3)
    expect(counts.mine).toBe(1)
  })

  it('show a provider with what it handed in', () => {
    const page = readProviderPage(desk.desk(), 'provider-1')
    expect(page.applications.map(({ id }) => id)).toEqual([waiting.id, lacking.id, complete.id])
    expect(page.listings.map(({ id }) => id)).toEqual([faulty.id, clean.id])
    expect(page.listings[0]?.pending?.type).toBe('listing.override-finding')
  })
})
