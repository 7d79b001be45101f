import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countApplications, listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { slaClock } from '#shared/calendar/deadlines.ts'
import { addDays } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import { applicationListInput } from '#shared/contracts/console-engine/applications.ts'
import { packInForce } from '#shared/policy/pack-in-force.ts'
import { STANDARD_CONTROLS } from '#shared/rules/in-force/company-controls.ts'
import { sampleApplicant, sampleApplication } from '#test/integration/platform/sample-records.ts'
import { type DeskUnderTest, deskUnderTest } from './desk-under-test.ts'

const FIRST = Date.parse('2026-09-10T02:00:00.000Z')
const DAY_MS = 86_400_000
/** Working days before the due day, where nobody adopted otherwise. */
const NOTICE = STANDARD_CONTROLS('review-notice-days', '2026-09-10')
let desk: DeskUnderTest

beforeAll(() => {
  desk = deskUnderTest()
  const { packs, calendar } = desk.desk()
  // One submission a day and marketplace, over the National Day holidays with their working weekends.
  const applications = Array.from({ length: 60 }, (_, day) =>
    ['kubesphere', 'ksyun', 'huawei', 'aliyun'].map((marketplace) => {
      const submittedAt = new Date(FIRST + day * DAY_MS).toISOString()
      const sla = packInForce(packs, marketplace, shanghaiDate(submittedAt))?.admission.sla ?? null
      return sampleApplication({
        marketplace,
        applicant: sampleApplicant({ marketplace }),
        status: day % 5 === 0 ? 'approved' : 'in_review',
        submittedAt,
        dueOn:
          sla === null
            ? null
            : slaClock(calendar, { ...sla, noticeDays: NOTICE }, submittedAt, submittedAt).dueOn,
      })
    }),
  ).flat()
  desk.put('application', applications)
  desk.index()
})
afterAll(() => desk.close())

function rowsOn(clock: 'any' | 'warn' | 'overdue') {
  const question = {
    filter: { clock },
    sort: { column: 'dueOn', descending: false },
    after: null,
    limit: 200,
  }
  const first = listApplications(desk.desk(), applicationListInput.parse(question))
  const second = listApplications(desk.desk(), applicationListInput.parse({ ...question, after: first.next }))
  return first.next === null ? first.rows : [...first.rows, ...second.rows]
}

describe('the clock of a queue', () => {
  it('is the service level of the pack in working days, on any day, holidays and working weekends included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), (day) => {
        desk.time.now = FIRST + day * DAY_MS
        const { packs, calendar, now } = desk.desk()
        for (const row of rowsOn('any')) {
          const sla =
            packInForce(packs, row.marketplace, shanghaiDate(row.submittedAt))?.admission.sla ?? null
          const runs = sla !== null && row.status === 'in_review'
          if (row.submittedAt > now) continue
          expect(row.clock).toEqual(
            runs ? slaClock(calendar, { ...sla, noticeDays: NOTICE }, row.submittedAt, now) : null,
          )
        }
      }),
      { numRuns: 30 },
    )
  })

  it('filters and counts in SQL exactly the rows that show it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 70 }), (day) => {
        desk.time.now = FIRST + day * DAY_MS
        const every = rowsOn('any')
        const counts = countApplications(desk.desk())
        for (const clock of ['warn', 'overdue'] as const) {
          const showing = every.filter((row) => row.clock?.state === clock).map((row) => row.id)
          expect(
            rowsOn(clock)
              .map((row) => row.id)
              .sort(),
          ).toEqual(showing.sort())
          expect(counts[clock]).toBe(showing.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('warns of nothing on the day of submission', () => {
    desk.time.now = FIRST
    const today = desk.desk().today
    const fresh = rowsOn('warn').filter((row) => shanghaiDate(row.submittedAt) >= addDays(today, 0))
    expect(fresh).toEqual([])
  })
})
