import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPLICATION_QUEUE, LISTING_QUEUE, type Queue } from '#main/engine/queries/queue/queue.ts'
import { queueClocks } from '#main/engine/queries/queue/queue-clocks.ts'
import { queueFilter } from '#main/engine/queries/queue/queue-filter.ts'
import { cursorText } from '#main/engine/queries/window/cursor.ts'
import { windowShape } from '#main/engine/queries/window/read-window.ts'
import { countSql, windowKeysSql } from '#main/engine/queries/window/window-sql.ts'
import { applicationFilterSchema } from '#shared/contracts/console-engine/applications.ts'
import { APPLICATION_STATUSES } from '#shared/contracts/console-platform/records/application.ts'
import { sampleApplication, sampleListing, sampleVersion } from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  desk.put(
    'application',
    APPLICATION_STATUSES.map((status) => sampleApplication({ status })),
  )
  const listing = sampleListing()
  desk.put('listing', [listing])
  desk.put('listingVersion', [sampleVersion(listing)])
  desk.index()
})
afterAll(() => desk.close())

/** The steps of a plan, each under its branch, without what concerns the small overlay. */
function planOf(sql: string, bindings: object): string[] {
  const rows = desk.cache.sql
    .prepare<[object], { id: number; parent: number; detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(bindings)
  const overlaid = new Set(rows.filter((row) => row.detail.startsWith('SCAN r')).map((row) => row.parent))
  return rows.filter((row) => !overlaid.has(row.parent)).map((row) => row.detail)
}

function filterOf(queue: Queue, filter: object) {
  const now = desk.desk()
  return queueFilter(now, queue, queueClocks(now), applicationFilterSchema.parse(filter))
}

const sorts = [APPLICATION_QUEUE, LISTING_QUEUE].flatMap((queue: Queue) =>
  Object.entries(queue.keys).flatMap(([column, key]) =>
    [false, true].map((descending) => ({ queue, column, key, descending, table: queue.tables.confirmed })),
  ),
)

describe('the plan of a window', () => {
  it.each(sorts)(
    'of $table by $column, descending $descending, walks an index from the cursor on and sorts nothing',
    ({ queue, column, descending }) => {
      for (const filter of [{}, { statuses: ['submitted', 'in_review'] }, { marketplaces: ['kubesphere'] }]) {
        const sql = filterOf(queue, filter)
        const question = { sort: { column, descending }, after: cursorText(['a', 'b']), limit: 50 }
        const { shape, bindings } = windowShape(queue, sql, question, 100_000)
        const plan = planOf(windowKeysSql(shape), bindings)
        const walks = plan.filter((step) => step.startsWith('SEARCH r'))
        expect(walks).toHaveLength(sql.states.length)
        for (const walk of walks)
          expect(walk).toMatch(/USING (COVERING )?INDEX \w+ \(status=\?( AND (<expr>|\w+)[<>]\?)?/)
        expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
        expect(plan.filter((step) => step.startsWith('SCAN') && !step.startsWith('SCAN r'))).toEqual([])
      }
    },
  )

  it('goes straight to the rows of an assignee or a name where they are few', () => {
    const question = { sort: { column: 'dueOn' as const, descending: false }, after: null, limit: 50 }
    const planFor = (filter: object) => {
      const { shape, bindings } = windowShape(
        APPLICATION_QUEUE,
        filterOf(APPLICATION_QUEUE, filter),
        question,
        10,
      )
      const prelude = shape.prelude === '' ? '' : `WITH ${shape.prelude} `
      return planOf(prelude + windowKeysSql(shape), bindings).join('\n')
    }
    expect(planFor({ assignee: 'mine' })).toMatch(/SEARCH r USING INDEX by_application_assignee_status/)
    expect(planFor({ text: '云栈' })).toMatch(/SEARCH r USING INDEX by_application_name/)
  })
})

describe('the plan of a count', () => {
  it.each([
    { name: 'states', filter: { statuses: ['submitted'] } },
    { name: 'overdue', filter: { clock: 'overdue' } },
    { name: 'warnings', filter: { clock: 'warn' } },
    { name: 'mine', filter: { assignee: 'mine' } },
  ])('of $name reads an index, not the queue', ({ filter }) => {
    const sql = filterOf(APPLICATION_QUEUE, filter)
    const count = countSql({
      tables: APPLICATION_QUEUE.tables,
      states: sql.states.length,
      where: sql.narrow,
      narrow: sql.selective,
      prelude: sql.prelude,
      fromTotals: false,
    })
    const plan = planOf(count, sql.bindings)
    expect(plan.some((step) => /SEARCH r USING (COVERING )?INDEX by_application/.test(step))).toBe(true)
    expect(plan.filter((step) => step === 'SCAN r')).toEqual([])
  })
})
