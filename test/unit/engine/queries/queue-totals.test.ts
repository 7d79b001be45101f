import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countApplications } from '#main/engine/queries/applications/list-applications.ts'
import { APPLICATION_QUEUE } from '#main/engine/queries/queue/queue.ts'
import { hasTotals } from '#main/engine/queries/window/read-window.ts'
import { rowWriter } from '#main/engine/storage/cache/apply-rows.ts'
import { dropIndexes } from '#main/engine/storage/cache/indexes.ts'
import { BUILD_TOTALS } from '#main/engine/storage/cache/queue-totals.ts'
import { APPLICATION_STATUSES } from '#shared/contracts/console-platform/records/application.ts'
import { sampleApplication } from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const DUE = [null, '2026-11-01', '2026-11-20', '2026-12-31']

const applications = Array.from({ length: 60 }, (_, index) =>
  sampleApplication({
    id: `01JGZZ0000MARKETDE${String(index).padStart(8, '0')}`,
    status: APPLICATION_STATUSES[index % APPLICATION_STATUSES.length] ?? 'submitted',
    dueOn: DUE[index % DUE.length] ?? null,
  }),
)

let desk: DeskUnderTest
beforeEach(() => {
  desk = deskUnderTest()
  desk.put('application', applications)
})
afterEach(() => desk.close())

/** The totals as they are kept, and as a count of the rows gives them. */
function totals() {
  const kept = 'SELECT status, marketplace, dueOn, count FROM application_total WHERE count <> 0'
  const counted = `SELECT status, marketplace, ifnull(dueOn, '9999-12-31') AS dueOn, count(*) AS count
    FROM application GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
  return { kept: desk.cache.sql.prepare(kept).all(), counted: desk.cache.sql.prepare(counted).all() }
}

describe('the totals of a queue', () => {
  it('are counted from an index alone: reading the rows took longer than any index', () => {
    desk.index()
    for (const statement of BUILD_TOTALS.filter((each) => each.startsWith('INSERT'))) {
      const plan = desk.cache.sql.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`).all()
      expect(plan.map(({ detail }) => detail).join('\n')).toContain('USING COVERING INDEX')
    }
  })
  it('are what counting the rows gives, whatever comes in, changes or goes', () => {
    desk.index()
    expect(totals().kept).toEqual(totals().counted)
    const changed = applications.slice(0, 20).map((application, index) => ({
      ...application,
      version: 2,
      status: APPLICATION_STATUSES[(index * 5 + 1) % APPLICATION_STATUSES.length] ?? 'submitted',
      dueOn: DUE[(index + 1) % DUE.length] ?? null,
    }))
    desk.put('application', changed)
    expect(totals().kept).toEqual(totals().counted)
    const { remove } = rowWriter(desk.cache.sql, 'application')
    for (const { id } of applications.slice(10, 30)) remove(id)
    expect(totals().kept).toEqual(totals().counted)
  })

  it('give the same counts as the rows do while a snapshot comes in and none are kept', () => {
    desk.index()
    expect(hasTotals(desk.desk(), APPLICATION_QUEUE.tables)).toBe(true)
    const kept = countApplications(desk.desk())
    dropIndexes(desk.cache.sql)
    expect(hasTotals(desk.desk(), APPLICATION_QUEUE.tables)).toBe(false)
    expect(countApplications(desk.desk())).toEqual(kept)
  })
})
