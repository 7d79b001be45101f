import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outboxRows } from '#main/engine/outbox/outbox-rows.ts'
import { keptBeside, readBeside } from '#main/engine/outbox/shown.ts'
import { listReturned } from '#main/engine/queries/sync-page.ts'
import { returnedDecisionSchema } from '#shared/contracts/console-engine/pending.ts'
import type { CommandType, Outcome } from '#shared/contracts/console-platform/commands.ts'
import { valueText } from '#shared/values/value-text.ts'
import {
  PAID,
  sampleApplication,
  sampleListing,
  sampleObligation,
  sampleProvider,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const provider = sampleProvider({ status: 'active' })
const application = sampleApplication()
const listing = sampleListing()
const version = sampleVersion(listing)
const paid = sampleObligation({ entries: PAID })

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest()
  desk.put('provider', [provider])
  desk.put('application', [application])
  desk.put('listing', [listing])
  desk.put('listingVersion', [version])
  desk.put('depositObligation', [paid])
  desk.index()
})
afterEach(() => desk.close())

const rows = () => outboxRows(desk.desk().workspace.journal)
const REFUSED: Outcome = { kind: 'rejected', code: 'seen-differs', detail: '' }

/** A decision is taken on what the desk shows, and the platform finds that something else is there by now. */
function refused(
  type: CommandType,
  kind: 'application' | 'listingVersion',
  recordId: string,
  given: object = { reasons: ['material-missing'], noteToVendor: '请补充', internalNote: '' },
) {
  const { outbox } = desk.desk().workspace
  const seenDigest = outbox.seenDigest(kind, recordId)
  const { id } = outbox.enqueue({ type, recordId, expectedVersion: 1, seenDigest, arguments: given })
  rows().update([id], { state: 'returned', lastOutcome: JSON.stringify(REFUSED) })
  return id
}

function returned() {
  const [decision] = listReturned(desk.desk())
  return returnedDecisionSchema.parse(decision)
}

const inWords = () =>
  returned().changedBeside.map(({ of, label, seen, current }) =>
    [of, label.zh, valueText(seen, 'zh'), valueText(current, 'zh')].join(' | '),
  )

describe('a decision refused because what was seen differs', () => {
  it('names the field of the provider that changed under the same version of the application', () => {
    refused('application.reject', 'application', application.id)
    expect(returned()).toMatchObject({ shown: 'kept', changedFields: [], changedBeside: [] })
    desk.put('provider', [
      { ...provider, version: 2, status: 'suspended', updatedAt: '2026-11-21T00:00:00.000Z' },
    ])
    expect(inWords()).toEqual(['北京云栈科技有限公司 | 服务商 · 状态 | 正常 | 已暂停'])
    expect(returned().changedFields).toEqual([])
  })

  it('names the balance and the postings of a deposit, and the product, under the same version of a listing', () => {
    refused('listing.reject', 'listingVersion', version.id)
    desk.put('depositObligation', [{ ...paid, version: 2, entries: [] }])
    desk.put('listing', [{ ...listing, version: 2, status: 'delisted' }])
    const said = inWords()
    expect(said).toContainEqual('北京云栈科技有限公司 | 保证金 · 余额 | ¥5,000.00 | ¥0.00')
    expect(said.some((each) => each.startsWith('日志湖 | 商品 · 状态'))).toBe(true)
    expect(said.some((each) => each.includes('保证金 · 台账') && each.endsWith('—'))).toBe(true)
  })

  it('names a deposit that came since, and says nothing of what was not on the screen', () => {
    refused('listing.reject', 'listingVersion', version.id)
    desk.put('depositObligation', [{ ...paid, version: 2, facts: { ...paid.facts, staff: 7 } }])
    expect(inWords()).toEqual([])
    desk.put('depositObligation', [sampleObligation({ category: 'observability', amount: 800_000 })])
    expect(inWords()).toContainEqual('北京云栈科技有限公司 | 保证金 · 应缴 | — | ¥8,000.00')
  })

  it('that an older console stored says so: what it showed was not kept', () => {
    const id = refused('application.reject', 'application', application.id)
    rows().update([id], { beside: null })
    desk.put('provider', [{ ...provider, version: 2, status: 'suspended' }])
    expect(returned()).toMatchObject({ shown: 'older', changedBeside: [] })
    rows().update([id], { beside: '{"pack":null,"records":[{"kind":"provider","record":{"id":"x"}}]}' })
    expect(returned()).toMatchObject({ shown: 'older', changedBeside: [] })
  })

  it('says so where what was shown was too much to keep', () => {
    const many = Array.from({ length: 2000 }, () => ({ kind: 'provider', record: provider }) as const)
    const kept = keptBeside({ pack: '2026-10', records: many })
    expect(kept.length).toBeLessThan(1000)
    expect(readBeside(kept)).toBe('too-large')
    const id = refused('application.reject', 'application', application.id)
    rows().update([id], { beside: kept })
    expect(returned()).toMatchObject({ shown: 'too-large', changedBeside: [] })
  })
})

it('what is decided from the record alone keeps nothing else', () => {
  const { outbox } = desk.desk().workspace
  const row = outbox.enqueue({
    type: 'application.assign',
    recordId: application.id,
    expectedVersion: 1,
    seenDigest: null,
    arguments: { assignee: null },
  })
  expect(row.beside).toBeNull()
  rows().update([row.id], { state: 'returned' })
  expect(returned()).toMatchObject({ shown: 'not-compared', changedBeside: [] })
})
