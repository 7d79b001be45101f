// The first window of the workbench on 200,000 bank lines, through the engine's query functions, against a prepared
// statement written by hand that gives the same 50 lines.
import { listLines, totalLines } from '#main/engine/queries/bank/list-lines.ts'
import { lineListInput } from '#shared/contracts/console-engine/bank-lines.ts'
import { newUlid, sampleAccount, sampleLine } from '#test/integration/platform/sample-records.ts'
import { ACCOUNT, deskUnderTest } from '#test/unit/engine/queries/desk-under-test.ts'
import { scaled } from './harness/scale.ts'

const LINES = scaled(200_000)
const BATCH = scaled(10_000)
const WARM_UP = 20
const RUNS = scaled(300)
const posted = { at: '2026-11-20T02:00:00.000Z', by: 'op-3', byName: '刘芳' }

const desk = deskUnderTest({ ...ACCOUNT, roles: ['finance'] })
const account = sampleAccount()
desk.put('bankAccount', [account])
for (let start = 0; start < LINES; start += BATCH) {
  desk.put(
    'bankLine',
    Array.from({ length: BATCH }, (_, at) => lineAt(start + at)),
  )
}
desk.index()

/** One in four is open. */
function lineAt(index: number) {
  const amount = ((index * 37) % 1_000_000) + 1
  const parts = [{ target: { kind: 'other' as const, what: 'sales' as const }, amount, reasons: [] }]
  const allocations = index % 4 === 0 ? [] : [{ parts, automatic: false, note: '', ...posted, undone: null }]
  const bookedOn = `2026-${String(1 + (index % 11)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`
  return sampleLine({ id: newUlid(), accountId: account.id, ordinal: index, amount, bookedOn, allocations })
}

/** Milliseconds, half of the runs faster and slower. */
function median(run: () => unknown): number {
  for (let round = 0; round < WARM_UP; round += 1) run()
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  }).sort((left, right) => left - right)
  return times[Math.floor(RUNS / 2)] ?? 0
}

const question = (change: object = {}) =>
  lineListInput.parse({
    filter: { statuses: ['open'] },
    sort: { column: 'chronology', descending: true },
    after: null,
    limit: 50,
    ...change,
  })
const branch = (
  table: string,
) => `SELECT r.id AS id, r.chronology AS chronology, r.body AS body FROM ${table} r
  WHERE status = 'open' AND NOT EXISTS (SELECT 1 FROM overlay_bank_line o WHERE o.id = r.id)`
const byHand = desk.cache.sql.prepare(
  `${branch('bank_line')} UNION ALL ${branch('imported_bank_line')} UNION ALL
   SELECT id, chronology, body FROM overlay_bank_line WHERE status = 'open'
   ORDER BY chronology DESC, id DESC LIMIT 50`,
)

const ids = JSON.stringify(listLines(desk.desk(), question()).rows.map(({ id }) => id))
const expected = JSON.stringify(byHand.all().map((row) => (row as { id: string }).id))
if (ids !== expected) throw new Error('both ways give the same lines')

const raw = median(() => byHand.all())
const print = (name: string, time: number) =>
  console.log(`${name}: p50 ${time.toFixed(2)} ms, ratio ${(raw / time).toFixed(2)}`)
print(`prepared by hand, 50 of ${LINES} lines, bodies unread`, raw)
print(
  'prepared by hand, bodies parsed as JSON',
  median(() => byHand.all().map((row) => JSON.parse((row as { body: string }).body))),
)
print(
  'engine, first window of open lines',
  median(() => listLines(desk.desk(), question())),
)
print(
  'engine, first window of all states',
  median(() => listLines(desk.desk(), question({ filter: {} }))),
)
print(
  'engine, largest amounts first',
  median(() => listLines(desk.desk(), question({ sort: { column: 'amount', descending: true } }))),
)
print(
  'engine, totals beside the window',
  median(() => totalLines(desk.desk(), question().filter)),
)
desk.close()
