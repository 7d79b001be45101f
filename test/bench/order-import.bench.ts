// A file of 200,000 orders applied by the platform in one command, while others write now and then, against plain
// inserts of the same rows, with the same keys, into a file of their own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { importedOrder, importingOrders } from '#test/integration/platform/order-desk.ts'
import { newUlid, sampleOrder, sampleProvider } from '#test/integration/platform/sample-records.ts'
import { inWords, ratios, startMeasuring } from './harness/cpu-time.ts'
import { scaled } from './harness/scale.ts'

const ORDERS = scaled(200_000)
const PROVIDERS = 500
const person = { id: 'liu', name: '刘芳', email: 'liu@example.cn', roles: ['finance' as const] }

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
const platform = await createPlatform({ dataDir: folder, policies: await loadPolicies() })
await platform.store.write(async (transaction) => {
  for (let at = 0; at < PROVIDERS; at += 1)
    await transaction.put('provider', sampleProvider({ id: `provider-${at}` }))
})
const sample = sampleOrder()
const orders = Array.from({ length: ORDERS }, (_, at) =>
  importedOrder(
    { number: `2026${String(at).padStart(10, '0')}`, providerId: `provider-${at % PROVIDERS}` },
    sample,
  ),
)
const said = importingOrders(orders)
console.log(`${ORDERS} orders travel as ${(said.packedOrders.length / 1024 / 1024).toFixed(1)} MiB`)

// What somebody else waits who writes one record.
let isOver = false
let longest = 0
const others = (async () => {
  while (!isOver) {
    const began = performance.now()
    await platform.store.write((transaction) =>
      transaction.put('provider', sampleProvider({ id: newUlid() })),
    )
    longest = Math.max(longest, performance.now() - began)
    await wait(20)
  }
})()
const stop = startMeasuring()
const outcome = await executeCommand(platform, person, {
  id: newUlid(),
  type: 'order.import',
  recordId: newUlid(),
  expectedVersion: 0,
  seenDigest: null,
  arguments: said,
})
const applied = stop()
isOver = true
await others
if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))

const source = new Database(join(folder, 'platform.sqlite'), { readonly: true })
const rows = source.prepare("SELECT * FROM records WHERE kind = 'order'").raw().all() as unknown[][]
if (rows.length !== ORDERS) throw new Error(`${rows.length} orders are on record`)
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

console.log(`import of ${ORDERS} orders applied: ${inWords(applied)}`)
console.log(`plain inserts of the same rows: ${inWords(inserted)}; ${ratios(inserted, applied)}`)
console.log(`longest wait of another write meanwhile: ${Math.round(longest)} ms`)
plain.close()
source.close()
await platform.close()
rmSync(folder, { recursive: true, force: true })
