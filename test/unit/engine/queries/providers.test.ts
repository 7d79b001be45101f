import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countReviews, listProviders } from '#main/engine/queries/providers/list-providers.ts'
import { readProviderPage } from '#main/engine/queries/providers/provider-page.ts'
import { listStatements } from '#main/engine/queries/settlement/list-statements.ts'
import { readSettlementCase } from '#main/engine/queries/settlement/settlement-case.ts'
import { type ProviderReview, providerFilterSchema } from '#shared/contracts/console-engine/providers.ts'
import { settlementFilterSchema } from '#shared/contracts/console-engine/settlement.ts'
import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import { approvedAccount, samplePayout } from '#test/integration/platform/sample-payouts.ts'
import {
  PAID,
  sampleApplication,
  sampleListing,
  sampleObligation,
  sampleOrder,
  sampleProvider,
  sampleViolation,
} from '#test/integration/platform/sample-records.ts'
import { sampleSettlement } from '#test/integration/platform/sample-settlement.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const paper = (expiresOn: string | null) => ({
  ...{ kind: 'business-licence', expiresOn, fileHash: 'a'.repeat(64), fileName: '执照.pdf' },
  ...{ mediaType: 'application/pdf', bytes: 1 },
})
const suspended = {
  ...{ what: 'suspend' as const, on: '2026-11-18', reason: '投诉未处理', attachments: [], outcome: null },
  ...{ at: '2026-11-18T02:00:00.000Z', by: 'chen', byName: '陈磊' },
}
const provider = sampleProvider({
  ...{ status: 'suspended', joinedOn: '2026-06-01', documents: [paper('2026-11-30'), paper('2030-01-01')] },
  terms: [
    { agreement: 'isv', from: '2025-12-01', until: '2026-11-29', renewal: 'by-agreement' },
    { agreement: 'isv', from: '2025-12-01', until: '2026-12-05', renewal: 'by-agreement' },
    { agreement: 'other', from: '2025-01-01', until: '2025-12-31', renewal: 'automatic' },
  ],
  decisions: [suspended],
})
const october = sampleSettlement({ status: 'committed' })
const september = sampleSettlement({ status: 'committed', month: '2026-09' })
const payout = samplePayout({
  amount: october.totals.net,
  months: [{ month: '2026-10', statementId: october.id, net: october.totals.net }],
})
const contract = { agreement: 'isv', version: '2024-02', signedBy: '林晓', signedOn: '2026-05-20' }
let desk: DeskUnderTest
let ops: DeskUnderTest

function put(of: DeskUnderTest): void {
  of.put('provider', [provider, sampleProvider({ id: 'other', joinedOn: '2026-03-01' })])
  of.put('application', [sampleApplication({ status: 'open', contracts: [contract] })])
  of.put('listing', [sampleListing({ status: 'live' })])
  of.put('depositObligation', [sampleObligation({ entries: PAID })])
  of.put('violation', [sampleViolation()])
  of.put('order', [sampleOrder(), sampleOrder({ supervision: 'delivered' })])
}

beforeAll(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance', 'finance-approver'] })
  put(desk)
  desk.put('settlementStatement', [october, september])
  desk.put('payoutRequest', [payout])
  desk.put('providerAccount', [approvedAccount()])
  desk.index()
  ops = deskUnderTest({ ...ACCOUNT, roles: ['ops-manager'] })
  put(ops)
  ops.index()
})
afterAll(() => {
  desk.close()
  ops.close()
})

describe('the page of a provider', () => {
  it('says what is open, what of it is settled before closing, and what it comes to', () => {
    const { matters } = readProviderPage(desk.desk(), provider.id)
    expect(matters.map(({ matter, first }) => [matter, first])).toEqual([
      ['products-in-store', true],
      ['unfinished-supervision', true],
      ['violations-open', true],
      ['payouts-under-way', true],
      ['months-not-paid', false],
      ['deposit-held', false],
    ])
    expect(matters.find(({ matter }) => matter === 'months-not-paid')).toMatchObject({
      ...{ count: 1, amount: september.totals.net },
    })
  })

  it('shows each month with where its payment stands, and its orders, accounts and agreements', () => {
    const page = readProviderPage(desk.desk(), provider.id)
    expect(page.statements.map(({ month, payout: by }) => [month, by?.status ?? null])).toEqual([
      ['2026-10', 'requested'],
      ['2026-09', null],
    ])
    expect(page.orders).toMatchObject({ total: 2, rows: [{}, {}] })
    expect(page.accounts).toHaveLength(1)
    expect(page.contracts).toMatchObject([{ agreement: 'isv', signedBy: '林晓' }])
  })

  it('tells what happened over all its records, the newest first', () => {
    const { rows, total } = readProviderPage(desk.desk(), provider.id).timeline
    expect(rows.map(({ at }) => at)).toEqual(
      rows
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
    expect(total).toBe(rows.length)
    expect(rows).toContainEqual(
      expect.objectContaining({
        kind: 'provider',
        byName: '陈磊',
        action: { zh: '已暂停合作', en: 'Suspended' },
      }),
    )
  })

  it('allows each role what its commands do', () => {
    expect(readProviderPage(desk.desk(), provider.id).allowed).toEqual(['provider.pause-payouts'])
    expect(readProviderPage(ops.desk(), provider.id).allowed).toEqual([
      ...['provider.re-verify', 'provider.record-term', 'provider.resume', 'provider.leave'],
    ])
  })

  it('leaves out what a role does not receive', () => {
    const page = readProviderPage(ops.desk(), provider.id)
    expect([page.statements, page.payouts, page.invoices, page.accounts]).toEqual([[], [], [], []])
  })

  it('says when the next re-verification is due, and which paper runs out first', () => {
    const { verification, papers } = readProviderPage(desk.desk(), provider.id)
    expect(verification).toEqual({ on: '2026-12-01', expiry: 'soon' })
    expect(papers.map(({ expires }) => expires)).toEqual([
      { on: '2026-11-30', expiry: 'soon' },
      { on: '2030-01-01', expiry: 'later' },
    ])
  })
})

describe('the contracts of a provider', () => {
  it('hold by the term that was recorded last, and one that renews by itself has no last day', () => {
    const { contractTerms, agreements } = readProviderPage(desk.desk(), provider.id)
    expect(contractTerms.map(({ agreement, ends }) => [agreement, ends])).toEqual([
      ['other', null],
      ['isv', { on: '2026-12-05', expiry: 'soon' }],
    ])
    expect(agreements.length).toBeGreaterThan(0)
  })
})

describe('the list of providers', () => {
  const found = (reviews: ProviderReview[]) =>
    listProviders(desk.desk(), {
      filter: providerFilterSchema.parse({ reviews }),
      sort: { column: 'name', descending: false },
      ...{ after: null, limit: 50 },
    }).rows.map(({ id }) => id)

  it('finds whose re-verification, papers or contracts are over or soon, and counts them', () => {
    expect(found(['verification-over'])).toEqual(['other'])
    expect(found(['verification-soon'])).toEqual([provider.id])
    expect(found(['papers-soon'])).toEqual([provider.id])
    expect(found(['papers-over'])).toEqual([])
    expect(found(['contracts-soon'])).toEqual([provider.id])
    expect(found(['contracts-over'])).toEqual([])
    expect(countReviews(desk.desk())).toEqual({
      ...{ 'verification-over': 1, 'verification-soon': 1, 'papers-over': 0, 'papers-soon': 1 },
      ...{ 'contracts-over': 0, 'contracts-soon': 1 },
    })
  })

  it('looks for no review again of who has left', () => {
    const gone: Partial<Provider> = { id: 'gone', status: 'closed', joinedOn: '2020-01-01' }
    ops.put('provider', [sampleProvider(gone)])
    expect(countReviews(ops.desk())).toMatchObject({ 'verification-over': 1 })
  })
})

describe('a committed statement', () => {
  it('says which request pays it, in the list and in its case', () => {
    const { rows } = listStatements(desk.desk(), {
      filter: settlementFilterSchema.parse({}),
      sort: { column: 'month', descending: true },
      ...{ after: null, limit: 50 },
    })
    expect(rows.map(({ month, payout: by }) => [month, by?.id ?? null])).toEqual([
      ['2026-10', payout.id],
      ['2026-09', null],
    ])
    expect(readSettlementCase(desk.desk(), october.id).payout).toEqual({ id: payout.id, status: 'requested' })
  })
})
