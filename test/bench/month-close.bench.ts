// A month of 200,000 orders drafted by the platform in one command: reckoned, against a bare SQL aggregate of the same rows;
// whole, with the explanation of each line, against plain inserts of the same lines; then drafted once more, and how long
// other commands wait for it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { countedIds, draftStatement } from '#platform/settlement/draft-statement.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { inWords, ratios, startMeasuring } from './harness/cpu-time.ts'
import { MARKET, monthProviders, ORDERS, PROVIDERS } from './harness/month-scale.ts'

const MONTH = '2026-10'
const person = { id: 'liu', name: '刘芳', email: 'liu@example.cn', roles: ['finance' as const] }

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
execFileSync(process.execPath, [fileURLToPath(new URL('./harness/seed-month.ts', import.meta.url)), folder])
const policies = await loadPolicies()
const platform = await createPlatform({ dataDir: folder, policies, clock: () => Date.UTC(2026, 10, 5) })
const providers = monthProviders()

const source = new Database(join(folder, 'platform.sqlite'), { readonly: true })
const stopBare = startMeasuring()
source
  .prepare(
    `SELECT provider, body ->> 'category', body ->> 'taxBasisPoints', count(*), sum(body ->> 'cash'),
       sum((2 * (body ->> 'cash') * 1000 + 10000) / 20000)
     FROM (SELECT provider, json_extract(row, '$[#-1]') AS body FROM records
       WHERE marketplace = '${MARKET}' AND kind = 'order' AND row IS NOT NULL)
     WHERE body ->> 'paidAt' >= '2026-09-30T16:00:00.000Z' AND body ->> 'paidAt' < '2026-10-31T16:00:00.000Z'
     GROUP BY 1, 2, 3`,
  )
  .all()
const bare = stopBare()

const drafting = {
  ...{ store: platform.store, marketplace: MARKET, month: MONTH, rebates: 'apart' as const, position: 0 },
  packs: policies.packs.filter(({ marketplace }) => marketplace === MARKET),
  lineId: countedIds(newUlid()),
  ...{ newId: platform.newId, monthId: newUlid(), draftId: newUlid(), at: '2026-11-05T00:00:00.000Z' },
}
let net = 0
const stopReckoned = startMeasuring()
for (const provider of providers) {
  const drafted = draftStatement(drafting, { provider, statements: [], adjustments: [] })
  let next = await drafted.next()
  while (!next.done) next = await drafted.next()
  net += next.value.statement.totals.net
}
const reckoned = stopReckoned()

/** Drafts the month as finance does, once more where there is a draft already. */
async function draft(monthId: string, expectedVersion: number): Promise<void> {
  const outcome = await executeCommand(platform, person, {
    id: newUlid(),
    type: 'settlement.draft',
    recordId: monthId,
    expectedVersion,
    seenDigest: null,
    arguments: { marketplace: MARKET, month: MONTH },
  })
  if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))
  const month = await platform.store.get('settlementMonth', monthId)
  if (month?.draft?.lines !== ORDERS) throw new Error(`${month?.draft?.lines} lines were made`)
  if (month.draft.checks.some(({ check, count }) => check === 'accounts-differ' && count > 0)) {
    throw new Error('the second accountant reckons otherwise')
  }
}

// A platform that runs has its second thread.
await platform.store.digest(['provider'])
const monthId = newUlid()
const stop = startMeasuring()
await draft(monthId, 0)
const whole = stop()
const memory = process.resourceUsage().maxRSS / 1024

const rows = source
  .prepare("SELECT * FROM records WHERE kind IN ('settlementLine', 'settlementStatement')")
  .raw()
  .all() as unknown[][]
const keys = source
  .prepare("SELECT sql FROM sqlite_schema WHERE tbl_name = 'records' AND sql IS NOT NULL")
  .pluck()
const plain = new Database(join(folder, 'plain.sqlite'))
plain.pragma('journal_mode = WAL')
for (const made of keys.all()) plain.exec(String(made))
const insert = plain.prepare(`INSERT INTO records VALUES (${rows[0]?.map(() => '?').join(', ')})`)
const stopPlain = startMeasuring()
plain.transaction(() => {
  for (const row of rows) insert.run(row)
})()
const inserted = stopPlain()

let [isOver, longest, asked] = [false, 0, 0]
async function others(): Promise<void> {
  while (!isOver) {
    const from = performance.now()
    await platform.store.write(async (transaction) => {
      await transaction.nextNumber('bench')
    })
    longest = Math.max(longest, performance.now() - from)
    asked += 1
    await sleep(2)
  }
}
const waiting = others()
await draft(monthId, 1)
isOver = true
await waiting

console.log(`${ORDERS} orders of ${PROVIDERS} providers reckoned, net ${net} fen: ${inWords(reckoned)}`)
console.log(`a bare aggregate of the same rows: ${inWords(bare)}; ${ratios(bare, reckoned)}`)
console.log(`drafted whole: ${inWords(whole)}; ${memory.toFixed(0)} MB at most`)
console.log(`plain inserts of the same records: ${inWords(inserted)}; ${ratios(inserted, whole)}`)
console.log(
  `drafted once more with ${asked} other writes meanwhile, of which the longest took ${longest.toFixed(1)} ms`,
)
plain.close()
source.close()
await platform.close()
rmSync(folder, { recursive: true, force: true })
