import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readDepositCase } from '#main/engine/queries/deposits/deposit-case.ts'
import { exportDeposits } from '#main/engine/queries/deposits/export-deposits.ts'
import { listDeposits, totalDeposits } from '#main/engine/queries/deposits/list-deposits.ts'
import {
  type DepositFilter,
  depositCaseSchema,
  depositPageSchema,
  depositTotalSchema,
} from '#shared/contracts/console-engine/deposits.ts'
import type { DepositObligation } from '#shared/contracts/console-platform/records/deposit-obligation.ts'
import { PAID, sampleObligation } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const FACTS = sampleObligation().facts
const sold = (firstListedOn: string) => ({ ...FACTS, firstListedOn })
const granted = (until: string): DepositObligation['entries'] => [
  {
    kind: 'waive',
    amount: 0,
    until,
    reason: '推广期',
    at: '2026-11-01T00:00:00.000Z',
    by: 'op-3',
    byName: '刘芳',
  },
]
const ALL: DepositFilter = { statuses: [], marketplaces: [], text: '' }
const BY_DUE = { column: 'dueOn', descending: false } as const

/** On 2026-11-20: what stands how. */
const overdue = sampleObligation({ providerName: '甲', facts: sold('2026-01-05') })
const overdueToo = sampleObligation({ providerName: '乙', facts: sold('2026-03-05'), amount: 700_000 })
const soon = sampleObligation({
  providerName: '丙',
  facts: sold('2026-01-05'),
  entries: granted('2026-12-01'),
})
const waived = sampleObligation({ providerName: '丁', entries: granted('2027-11-01') })
const held = sampleObligation({ providerName: '=戊', entries: PAID })
const unstated = sampleObligation({ providerName: '己', marketplace: 'ksyun', amount: null })
const api = sampleObligation({
  providerName: '庚',
  providerId: 'cloud-1',
  marketplace: 'aliyun',
  category: 'api',
  amount: 3_000_000,
})
const shop = sampleObligation({
  ...api,
  id: sampleObligation().id,
  category: 'lingshoutong',
  amount: 5_000_000,
})
const MADE = [overdue, overdueToo, soon, waived, held, unstated, api, shop]

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
  desk.put('depositObligation', MADE)
  desk.index()
})
afterEach(() => desk.close())

const list = (filter: Partial<DepositFilter>, sort: Parameters<typeof listDeposits>[1]['sort'] = BY_DUE) =>
  listDeposits(desk.desk(), { filter: { ...ALL, ...filter }, sort, after: null, limit: 200 }).rows
const names = (filter: Partial<DepositFilter>) => list(filter).map(({ name }) => name)
const statusOf = (id: string) => list({}).find((row) => row.id === id)?.status

describe('the register', () => {
  it('shows how each deposit stands today', () => {
    expect(MADE.map(({ id }) => statusOf(id))).toEqual([
      'overdue',
      'overdue',
      'due-soon',
      'waived',
      'held',
      'not-configured',
      'due',
      'due',
    ])
  })

  it('is filtered by state, marketplace and name', () => {
    expect(names({ statuses: ['overdue'] })).toEqual(['甲', '乙'])
    expect(names({ statuses: ['due-soon', 'held'] })).toEqual(['丙', '=戊'])
    expect(names({ marketplaces: ['aliyun'] })).toEqual(['庚', '庚'])
    expect(names({ text: '丁' })).toEqual(['丁'])
    expect(names({ text: '丁', statuses: ['held'] })).toEqual([])
  })

  it('is sorted by due day, name or amount, both ways', () => {
    const amounts = list({}, { column: 'amount', descending: true }).map(({ amount }) => amount)
    expect(amounts).toEqual([5_000_000, 3_000_000, 700_000, 500_000, 500_000, 500_000, 500_000, null])
    const due = list({}).map(({ dueOn }) => dueOn)
    expect(due.slice(0, 3)).toEqual(['2026-01-05', '2026-03-05', '2026-12-01'])
  })

  it.each([1, 2, 3, 7])('in windows of %i has every deposit once, in the same order', (limit) => {
    for (const column of ['dueOn', 'name', 'amount'] as const) {
      const sort = { column, descending: column === 'name' }
      const whole = list({}, sort).map(({ id }) => id)
      const paged: string[] = []
      let after: string | null = null
      do {
        const page: ReturnType<typeof listDeposits> = listDeposits(desk.desk(), {
          filter: ALL,
          sort,
          after,
          limit,
        })
        expect(depositPageSchema.parse(page).total).toBe(MADE.length)
        paged.push(...page.rows.map(({ id }) => id))
        after = page.next
      } while (after !== null)
      expect(paged).toEqual(whole)
    }
  })

  it('counts and sums every state, under the other filters', () => {
    const totals = totalDeposits(desk.desk(), { ...ALL, statuses: ['held'] })
    for (const total of totals) depositTotalSchema.parse(total)
    const of = (status: string) => totals.find((total) => total.status === status)
    expect(of('overdue')).toMatchObject({ count: 2, amount: 1_200_000, balance: 0 })
    expect(of('held')).toMatchObject({ count: 1, amount: 500_000, balance: 500_000 })
    expect(of('not-configured')).toMatchObject({ count: 1, amount: 0 })
    expect(of('refundable')).toMatchObject({ count: 0, amount: 0 })
    const elsewhere = totalDeposits(desk.desk(), { ...ALL, marketplaces: ['aliyun'] })
    expect(elsewhere.reduce((sum, { count }) => sum + count, 0)).toBe(2)
  })

  it('moves on with the day, and with what comes in', () => {
    expect(statusOf(soon.id)).toBe('due-soon')
    desk.time.now = Date.parse('2026-12-02T02:00:00.000Z')
    expect(statusOf(soon.id)).toBe('overdue')
    desk.put('depositObligation', [{ ...soon, version: 2, entries: PAID }])
    expect(statusOf(soon.id)).toBe('held')
    desk.desk().workspace.cache.sql.exec(`DELETE FROM deposit_obligation WHERE id = '${soon.id}'`)
    expect(statusOf(soon.id)).toBeUndefined()
  })

  it('shows a waiver that is on its way, and no longer once it is undone', () => {
    const { outbox } = desk.desk().workspace
    const { id } = outbox.enqueue({
      type: 'deposit.waive',
      recordId: overdue.id,
      expectedVersion: 1,
      seenDigest: null,
      arguments: { reason: '总部批准', until: '2027-06-30' },
    })
    const row = () => list({}).find((each) => each.id === overdue.id)
    expect(row()).toMatchObject({ status: 'waived', version: 2, pending: { type: 'deposit.waive' } })
    expect(outbox.undo(id)).toBe(true)
    expect(row()).toMatchObject({ status: 'overdue', version: 1, pending: null })
  })
})

describe('the case of a deposit', () => {
  it('is what the contract says, each step with its quoted rule', () => {
    const read = depositCaseSchema.parse(readDepositCase(desk.desk(), overdue.id))
    expect(read.standing).toMatchObject({ status: 'overdue', settled: false, dueOn: '2026-01-05' })
    expect(read.explanation[0]?.citation.quote).not.toBe('')
    expect(read.allowed).toEqual(['deposit.waive'])
    expect(readDepositCase(desk.desk(), held.id).allowed).toEqual([])
  })

  it('names all deposits of the provider, one for each category', () => {
    const { ofProvider, categoryName } = readDepositCase(desk.desk(), shop.id)
    expect(ofProvider.map(({ amount }) => amount)).toEqual([3_000_000, 5_000_000])
    expect(categoryName?.zh).not.toBe('lingshoutong')
  })

  it('has the same digest on another day', () => {
    const before = readDepositCase(desk.desk(), soon.id).seenDigest
    desk.time.now += 40 * 86_400_000
    expect(readDepositCase(desk.desk(), soon.id).seenDigest).toBe(before)
  })
})

describe('the exported register', () => {
  it('is what the filter leaves, with a byte order mark, and no name runs as a formula', () => {
    const { csv, rows, complete, fileName } = exportDeposits(desk.desk(), {
      filter: { ...ALL, statuses: ['held', 'overdue'] },
      sort: BY_DUE,
      language: 'zh',
    })
    expect({ rows, complete, fileName }).toEqual({
      rows: 3,
      complete: true,
      fileName: 'deposits-2026-11-20.csv',
    })
    const [heading, first, , last] = csv.split('\r\n')
    expect(heading?.startsWith('\u{FEFF}编号,')).toBe(true)
    expect(first).toBe(`${overdue.id},provider-1,甲,KubeSphere Marketplace,,已逾期,5000.00,0.00,,2026-01-05,`)
    expect(last).toContain(",'=戊,")
  })
})
