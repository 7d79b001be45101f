import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { listListings } from '#main/engine/queries/listings/list-listings.ts'
import { APPLICATION_QUEUE } from '#main/engine/queries/queue/queue.ts'
import { queueClocks } from '#main/engine/queries/queue/queue-clocks.ts'
import { queueFilter } from '#main/engine/queries/queue/queue-filter.ts'
import { readWindow, windowShape } from '#main/engine/queries/window/read-window.ts'
import { sampledCursor } from '#main/engine/queries/window/window-place.ts'
import { readingKey } from '#main/engine/storage/cache/reading-key.ts'
import {
  APPLICATION_SORT_COLUMNS,
  type ApplicationRow,
  applicationListInput,
} from '#shared/contracts/console-engine/applications.ts'
import { LISTING_SORT_COLUMNS, listingListInput } from '#shared/contracts/console-engine/listings.ts'
import { APPLICATION_STATUSES } from '#shared/contracts/console-platform/records/application.ts'
import { LISTING_VERSION_STATUSES } from '#shared/contracts/console-platform/records/listing.ts'
import {
  sampleApplicant,
  sampleApplication,
  sampleListing,
  sampleVersion,
} from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const MARKETPLACES = ['kubesphere', 'ksyun', 'huawei', 'aliyun']
const NAMES = ['北京云栈科技有限公司', '上海数澜', '云', 'Acme Cloud', '深圳云栈']

let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  // Many equal keys, some empty: what keyset paging gets wrong first.
  const submitted = Array.from({ length: 108 }, (_, index) =>
    sampleApplication({
      marketplace: MARKETPLACES[index % 4] ?? '',
      applicant: sampleApplicant({
        name: NAMES[index % 5] ?? '',
        marketplace: MARKETPLACES[index % 4] ?? '',
      }),
      status: APPLICATION_STATUSES[index % 9] ?? 'open',
      assignee: index % 3 === 0 ? null : `op-${index % 7}`,
      submittedAt: `2026-11-${String(1 + (index % 19)).padStart(2, '0')}T02:00:00.000Z`,
      dueOn: index % 11 === 0 ? null : `2026-11-${String(10 + (index % 17)).padStart(2, '0')}`,
    }),
  )
  desk.put('application', submitted)
  const listing = sampleListing()
  desk.put('listing', [listing])
  desk.put(
    'listingVersion',
    Array.from({ length: 60 }, (_, index) =>
      sampleVersion(listing, {
        status: LISTING_VERSION_STATUSES[index % 9] ?? 'live',
        submittedAt: index % 5 === 0 ? null : '2026-11-18T02:00:00.000Z',
        dueOn: index % 4 === 0 ? null : '2026-11-20',
      }),
    ),
  )
  desk.index()
  // Some decisions are under way, which move rows to other states, assignees and places.
  const { outbox } = desk.desk().workspace
  for (const [index, { id, status }] of submitted.entries()) {
    if (index % 4 !== 0) continue
    const seenDigest = outbox.seenDigest('application', id)
    const about = { recordId: id, expectedVersion: 1, seenDigest }
    if (status === 'submitted') outbox.enqueue({ ...about, type: 'application.start-review', arguments: {} })
    if (status === 'in_review') {
      const notes = { noteToVendor: '', internalNote: '' }
      outbox.enqueue({ ...about, type: 'application.approve', arguments: notes })
    }
    if (status === 'approved') {
      outbox.enqueue({ ...about, type: 'application.assign', arguments: { assignee: null } })
    }
  }
  for (const table of ['application', 'overlay_application']) {
    for (const row of desk.cache.sql.prepare<[], Stored>(`SELECT * FROM ${table}`).all()) {
      stored.set(row.id ?? '', row)
    }
  }
})
afterAll(() => desk.close())

interface Question {
  readonly filter: object
  readonly sort: { readonly column: string; readonly descending: boolean }
  readonly after: string | null
  readonly limit: number
}
const applications = (question: Question) =>
  listApplications(desk.desk(), applicationListInput.parse(question))
const listings = (question: Question) => listListings(desk.desk(), listingListInput.parse(question))

/** Reads a queue window by window. */
function readAll<Row>(
  list: (question: Question) => { rows: Row[]; next: string | null; total: number },
  filter: object,
  column: string,
  descending: boolean,
  limit: number,
) {
  const rows: Row[] = []
  const totals = new Set<number>()
  let after: string | null = null
  do {
    const window: { rows: Row[]; next: string | null; total: number } = list({
      filter,
      sort: { column, descending },
      after,
      limit,
    })
    rows.push(...window.rows)
    totals.add(window.total)
    after = window.next
  } while (after !== null)
  return { rows, totals: [...totals] }
}

/** What the queue holds, read without any of the engine's queries. */
type Stored = Readonly<Record<string, string | null>>
const stored = new Map<string, Stored>()

describe('a window of the application queue', () => {
  const sorts = fc.record({
    column: fc.constantFrom(...APPLICATION_SORT_COLUMNS),
    descending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 200 }),
  })
  const filters = fc.record({
    statuses: fc.subarray([...APPLICATION_STATUSES]),
    marketplaces: fc.subarray(MARKETPLACES),
    assignee: fc.constantFrom('anyone', 'mine', 'nobody', 'op-2'),
    text: fc.constantFrom('', '', '云', '云栈', '北京云栈', 'acme', '查无此名'),
  })

  it('gives every row exactly once, in order, under any page size, sort and filter, pending ones included', () => {
    fc.assert(
      fc.property(sorts, filters, ({ column, descending, limit }, filter) => {
        const { rows, totals } = readAll(applications, filter, column, descending, limit)
        const wanted = [...stored.values()].filter(
          (row) =>
            (filter.statuses.length === 0 || filter.statuses.some((status) => status === row.status)) &&
            (filter.marketplaces.length === 0 || filter.marketplaces.includes(row.marketplace ?? '')) &&
            (filter.assignee === 'anyone' ||
              row.assignee ===
                (filter.assignee === 'nobody'
                  ? null
                  : filter.assignee === 'mine'
                    ? 'op-1'
                    : filter.assignee)) &&
            (row.name ?? '').toLowerCase().includes(filter.text),
        )
        expect(rows.map((row) => row.id).sort()).toEqual(wanted.map((row) => row.id).sort())
        expect(totals).toEqual([wanted.length])
        const keys = rows.map((row) => [sortKey(row, column), row.id] as const)
        const sorted = [...keys].sort(([left, leftId], [right, rightId]) => {
          const order = left < right || (left === right && leftId < rightId) ? -1 : 1
          return descending ? -order : order
        })
        expect(keys).toEqual(sorted)
      }),
      { numRuns: 150 },
    )
  })

  /** The sort key as the row shows it; due days are looked up, for a row shows none where no clock runs. */
  function sortKey(row: ApplicationRow, column: string): string {
    if (column === 'dueOn' || column === 'updatedAt') {
      return stored.get(row.id)?.[column] ?? '9999-12-31'
    }
    // A name stands where it is read.
    return column === 'name' ? readingKey(row.name) : String(row[column as 'name'])
  }
  it('is the same whether the rows of a filter are sorted or the queue is walked in order', () => {
    fc.assert(
      fc.property(sorts, filters, ({ column, descending, limit }, filter) => {
        const question = applicationListInput.parse({
          filter,
          sort: { column, descending },
          after: null,
          limit,
        })
        const now = desk.desk()
        const clocks = queueClocks(now)
        const sql = queueFilter(now, APPLICATION_QUEUE, clocks, question.filter)
        const [walked, sorted] = [0, 1000].map((sortedRows) =>
          readWindow<{ id: string }, typeof question.sort.column>(
            now,
            { ...APPLICATION_QUEUE, sortedRows },
            sql,
            question,
            'r.version AS version',
            '',
          ),
        )
        expect(walked).toEqual(sorted)
      }),
      { numRuns: 150 },
    )
  })

  it('is read backwards from its end, and from any place, as it is forwards from its start', () => {
    fc.assert(
      fc.property(sorts, filters, fc.nat(120), ({ column, descending, limit }, filter, at) => {
        const asked = (place: object) =>
          listApplications(
            desk.desk(),
            applicationListInput.parse({
              filter,
              sort: { column, descending },
              after: null,
              limit,
              ...place,
            }),
          )
        const ids = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id)
        const forwards: string[] = []
        for (let after: string | null = null; ; ) {
          const window: ReturnType<typeof asked> = asked({ after })
          forwards.push(...ids(window.rows))
          after = window.next
          if (after === null) break
        }
        const backwards: string[] = []
        for (let place: object = { at: forwards.length }; ; ) {
          const window: ReturnType<typeof asked> = asked(place)
          backwards.unshift(...ids(window.rows))
          if (window.previous === null) break
          place = { before: window.previous }
        }
        expect(backwards).toEqual(forwards)
        const window = asked({ at })
        const start = Math.max(0, Math.min(at, forwards.length - limit))
        expect(ids(window.rows)).toEqual(forwards.slice(start, start + limit))
        expect([window.previous === null, window.next === null]).toEqual([
          start === 0,
          start + limit >= forwards.length,
        ])
      }),
      { numRuns: 100 },
    )
  })

  it('in a list too long to be walked, begins where a sample of the rows says', () => {
    const question = applicationListInput.parse({
      filter: {},
      sort: { column: 'submittedAt', descending: false },
      after: null,
      limit: 10,
    })
    for (const descending of [false, true]) {
      const sort = { column: 'submittedAt', descending } as const
      const all = readAll(applications, {}, 'submittedAt', descending, 200).rows
      const now = desk.desk()
      const sql = queueFilter(now, APPLICATION_QUEUE, queueClocks(now), question.filter)
      const { shape } = windowShape(APPLICATION_QUEUE, sql, { ...question, sort }, all.length)
      for (const part of [0.1, 0.5, 0.9]) {
        const cursor = sampledCursor(now, APPLICATION_QUEUE, shape, sql.bindings, part)
        const at = all.findIndex((row) => row.id === cursor?.[1])
        expect(Math.abs(at - part * all.length)).toBeLessThan(all.length / 10)
      }
    }
  })

  it('shows a pending decision in its row, with the state it leads to', () => {
    const { rows } = readAll(applications, {}, 'submittedAt', false, 200)
    const approving = rows.filter((row) => row.pending?.type === 'application.approve')
    expect(approving.length).toBeGreaterThan(0)
    for (const row of approving) {
      expect(row.status).toBe('deposit_pending')
      expect(row.version).toBe(2)
      expect(row.pending?.state).toBe('held')
      expect(row.pending?.undoUntil).toBe('2026-11-20T02:00:05.000Z')
    }
  })

  it('finds a name by one Chinese character and an application by the beginning of its id', () => {
    const [first] = readAll(applications, {}, 'name', false, 5).rows
    expect(
      readAll(applications, { text: '澜' }, 'name', false, 50).rows.every((row) => row.name === '上海数澜'),
    ).toBe(true)
    const byId = readAll(applications, { text: (first?.id ?? '').toLowerCase() }, 'name', false, 50).rows
    expect(byId.map((row) => row.id)).toEqual([first?.id])
  })

  it('refuses a cursor it never gave', () => {
    const question = {
      filter: {},
      sort: { column: 'name', descending: false },
      after: '{}',
      limit: 5,
    }
    expect(() => applications(question)).toThrow(/cursor/)
  })
})

describe('a window of the listing queue', () => {
  it('gives every row exactly once under any sort and page size, drafts without a date last', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTING_SORT_COLUMNS),
        fc.boolean(),
        fc.integer({ min: 1, max: 50 }),
        (column, descending, limit) => {
          const { rows, totals } = readAll(listings, {}, column, descending, limit)
          expect(new Set(rows.map((row) => row.id)).size).toBe(60)
          expect(rows.length).toBe(60)
          expect(totals).toEqual([60])
        },
      ),
      { numRuns: 50 },
    )
    const dates = readAll(listings, {}, 'submittedAt', false, 50).rows.map((row) => row.submittedAt)
    expect(dates.indexOf(null)).toBe(48)
  })
})
