// The open queue of 1,000,000 applications while the feed brings one page after the other: what the page asks again, how
// often, and what answering takes, against asking everything after each page.
import { setImmediate } from 'node:timers/promises'
import { QueryObserver } from '@tanstack/react-query'
import { readApplicationCase } from '#main/engine/queries/applications/application-case.ts'
import { countApplications, listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { readToday } from '#main/engine/queries/today.ts'
import { createQueryClient } from '#renderer/engine-client/query-client.ts'
import { createRefresh } from '#renderer/engine-client/refresh-answers.ts'
import { applicationListInput } from '#shared/contracts/console-engine/applications.ts'
import { deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { manyApplication } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const ROWS = scaled(1_000_000)
const PROVIDERS = scaled(100_000)
const BATCH = scaled(10_000)
const PAGES = scaled(30)
/** Rows of a feed page, as a console asks for them. */
const CHANGES = scaled(500)

const desk = deskUnderTest()
for (let start = 0; start < ROWS; start += BATCH) {
  desk.put(
    'application',
    Array.from({ length: BATCH }, (_, index) => manyApplication(start + index, PROVIDERS)),
  )
}
desk.index()

let version = 1
/** A page of the feed: applications all over the queue, one version further. */
function applyPage(): void {
  version += 1
  const changed = Array.from({ length: CHANGES }, (_, index) =>
    manyApplication((index * 1999 + version * 7) % ROWS, PROVIDERS),
  )
  desk.put(
    'application',
    changed.map((application, index) => ({
      ...application,
      version,
      status: index % 2 === 0 ? 'submitted' : 'in_review',
    })),
  )
}

const window = (after: string | null) =>
  applicationListInput.parse({
    filter: { statuses: ['submitted', 'in_review'] },
    sort: { column: 'dueOn', descending: false },
    ...{ after, limit: 50 },
  })
const first = listApplications(desk.desk(), window(null))
const opened = first.rows[0]?.id ?? ''
/** What an open queue with a case beside it shows, with rail and tabs. */
const QUESTIONS = {
  'first window': () => listApplications(desk.desk(), window(null)),
  'next window': () => listApplications(desk.desk(), window(first.next)),
  counts: () => countApplications(desk.desk()),
  case: () => readApplicationCase(desk.desk(), opened),
  today: () => readToday(desk.desk()),
}

let asked = 0
let answering = 0
async function answer(ask: () => unknown): Promise<unknown> {
  const start = performance.now()
  const answered = ask()
  asked += 1
  answering += performance.now() - start
  return answered
}
function perPage(pages: number): string {
  return `${(asked / pages).toFixed(2)} questions, ${(answering / pages).toFixed(1)} ms of answers`
}

const start = performance.now()
for (let page = 0; page < PAGES; page += 1) applyPage()
const applied = (performance.now() - start) / PAGES
console.log(`feed page of ${CHANGES} changes into ${ROWS} rows: ${applied.toFixed(1)} ms`)

for (const [name, ask] of Object.entries(QUESTIONS)) {
  const before = answering
  applyPage()
  await answer(ask)
  console.log(`${name}, after a page: ${(answering - before).toFixed(1)} ms`)
}

;[asked, answering] = [0, 0]
for (let page = 0; page < PAGES; page += 1) {
  applyPage()
  for (const ask of Object.values(QUESTIONS)) await answer(ask)
}
console.log(`all asked after each page: ${perPage(PAGES)} a page`)
const each = answering / PAGES

const queries = createQueryClient()
const stops = Object.entries(QUESTIONS).map(([name, ask]) =>
  new QueryObserver(queries, {
    queryKey: [['applications', name], {}],
    queryFn: () => answer(ask),
  }).subscribe(() => undefined),
)
const refresh = createRefresh(queries, [])
await setImmediate()
;[asked, answering] = [0, 0]
for (let page = 0; page < PAGES; page += 1) {
  applyPage()
  refresh()
  await setImmediate()
}
console.log(`one event of change, a flood of pages: ${perPage(PAGES)} a page`)
const flood = answering / PAGES
console.log(`asking after each page against one event: ratio ${(each / Math.max(flood, 0.001)).toFixed(1)}`)
for (const stop of stops) stop()
queries.clear()
desk.close()
