// A window of the queue on 200,000 applications, through the engine's query functions, against a prepared statement
// written by hand that gives the same 50 rows; then every other question a page asks, by itself.
import { countApplications, listApplications } from '#main/engine/queries/applications/list-applications.ts'
import { find } from '#main/engine/queries/find.ts'
import { DUE_KEY } from '#main/engine/storage/cache/sort-keys.ts'
import { applicationListInput, applicationPageSchema } from '#shared/contracts/console-engine/applications.ts'
import { deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { manyApplication } from './harness/many-records.ts'
import { scaled } from './harness/scale.ts'

const ROWS = scaled(200_000)
const PROVIDERS = scaled(20_000)
const BATCH = scaled(10_000)
const WARM_UP = 20
const RUNS = scaled(500)

const desk = deskUnderTest()
for (let start = 0; start < ROWS; start += BATCH) {
  desk.put(
    'application',
    Array.from({ length: BATCH }, (_, index) => manyApplication(start + index, PROVIDERS)),
  )
}
desk.index()
const { outbox } = desk.desk().workspace
for (let index = 0; index < 20; index++) {
  const { id, status } = manyApplication(index * 7, PROVIDERS)
  if (status !== 'submitted') continue
  const decision = { recordId: id, expectedVersion: 1, seenDigest: null, arguments: {} }
  outbox.enqueue({ ...decision, type: 'application.start-review' })
}

/** Milliseconds: p50 and p99 by the clock, and the mean of processor time, which other programs disturb less. */
type Times = readonly [p50: number, p99: number, cpu: number]

function measure(run: () => unknown, runs = RUNS): Times {
  for (let round = 0; round < Math.min(WARM_UP, runs); round++) run()
  const cpuFrom = process.cpuUsage()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((left, right) => left - right)
  const { user, system } = process.cpuUsage(cpuFrom)
  const cpu = (user + system) / 1000 / runs
  return [times[Math.floor(runs * 0.5)] ?? 0, times[Math.floor(runs * 0.99)] ?? 0, cpu]
}

function print(name: string, [p50, p99, cpu]: Times, against?: Times): void {
  const ratio =
    against === undefined
      ? ''
      : `, ratio p50 ${(against[0] / p50).toFixed(2)} p99 ${(against[1] / p99).toFixed(2)} CPU ${(against[2] / cpu).toFixed(2)}`
  console.log(`${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, CPU ${cpu.toFixed(2)} ms${ratio}`)
}

const question = (change: object) =>
  applicationListInput.parse({
    filter: { statuses: ['submitted', 'in_review'] },
    sort: { column: 'dueOn', descending: false },
    after: null,
    limit: 50,
    ...change,
  })
const ask = (change: object) => {
  const asked = question(change)
  return () => listApplications(desk.desk(), asked)
}

// By hand: one branch a state, and the overlay the engine has to look at too.
const branch = (
  state: string,
) => `SELECT ${DUE_KEY} AS key, r.id AS id, r.version, r.marketplace, r.name, r.kind,
  r.category, r.purpose, r.status, r.assignee, r.submittedAt, r.dueOn FROM application r WHERE status = '${state}'
  AND NOT EXISTS (SELECT 1 FROM overlay_application o WHERE o.id = r.id)`
const overlaid = branch('submitted')
  .replace('FROM application r', 'FROM overlay_application r')
  .replace(/status = .*$/s, "status IN ('submitted', 'in_review')")
const byHand = desk.cache.sql.prepare(
  `${branch('submitted')} UNION ALL ${branch('in_review')} UNION ALL ${overlaid} ORDER BY key, id LIMIT 50`,
)
const naive = desk.cache.sql.prepare(
  `SELECT * FROM application WHERE status IN ('submitted', 'in_review') ORDER BY ${DUE_KEY}, id LIMIT 50`,
)

const same = JSON.stringify(listApplications(desk.desk(), question({})).rows.map((row) => row.id))
const expected = JSON.stringify(byHand.all().map((row) => (row as { id: string }).id))
if (same !== expected) throw new Error('both ways give the same rows')

const raw = measure(() => byHand.all())
print(`prepared by hand, 50 of ${ROWS} rows`, raw)
print('engine, first window', measure(ask({})), raw)
print(
  'engine, answer checked against the contract',
  measure(() => applicationPageSchema.parse(ask({})())),
  raw,
)
print(
  'one statement with IN and ORDER BY',
  measure(() => naive.all(), 50),
  raw,
)

const half = listApplications(desk.desk(), question({ limit: 200 }))
let deep = half.next
for (let window = 0; window < 100 && deep !== null; window++) {
  deep = listApplications(desk.desk(), question({ limit: 200, after: deep })).next
}
print('engine, window 20,000 rows on', measure(ask({ after: deep })), raw)
print('engine, all states by name', measure(ask({ filter: {}, sort: { column: 'name', descending: true } })))
print('engine, one marketplace', measure(ask({ filter: { marketplaces: ['huawei'] } })))
print('engine, warnings', measure(ask({ filter: { clock: 'warn' } })))
print('engine, text of two characters', measure(ask({ filter: { text: '云栈' } }), 100))
print(
  'engine, text of a whole name',
  measure(ask({ filter: { text: manyApplication(5, PROVIDERS).applicant.name } }), 100),
)
print(
  'counts, nothing changed',
  measure(() => countApplications(desk.desk())),
)
const touch = desk.cache.sql.prepare(
  `UPDATE application SET status = CASE status WHEN 'submitted' THEN 'in_review' ELSE 'submitted' END WHERE id = ?`,
)
const [touched] = half.rows
print(
  'counts, after a change',
  measure(() => {
    touch.run(touched?.id)
    return countApplications(desk.desk())
  }, 50),
)
print(
  'palette, one character',
  measure(() => find(desk.desk(), '云', 20), 200),
)
print(
  'palette, three characters',
  measure(() => find(desk.desk(), '云栈数', 20), 200),
)
print(
  'palette, an id',
  measure(() => find(desk.desk(), manyApplication(777, PROVIDERS).id, 20), 200),
)
desk.close()
