// A statement of 100,000 lines applied by the platform in one command, against plain inserts of the same rows, with the
// same keys, into a file of their own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { executeCommand } from '#platform/commands/execute-command.ts'
import { loadPolicies } from '#platform/load-policies.ts'
import { createPlatform } from '#platform/start-platform.ts'
import { newUlid, sampleAccount } from '#test/integration/platform/sample-records.ts'
import { statementFile } from '#test/model/sync/bank-ledger.ts'
import { importArguments } from '#test/model/sync/import-arguments.ts'
import { inWords, ratios, startMeasuring } from './harness/cpu-time.ts'
import { scaled } from './harness/scale.ts'

const LINES = scaled(100_000)
const account = sampleAccount({ number: '6222-0033-0001' })
const person = { id: 'liu', name: '刘芳', email: 'liu@example.cn', roles: ['finance' as const] }
const ledger = {
  number: account.number,
  opening: 0,
  isTalkative: false,
  entries: Array.from({ length: LINES }, (_, at) => ({
    row: at + 1,
    day: 1 + Math.floor((at * 9) / LINES),
    effect: ((at * 37) % 1_000_000) + 1,
    payer: `上海测试云科技${at % 5000}有限公司`,
  })),
}

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
const platform = await createPlatform({ dataDir: folder, policies: await loadPolicies() })
await platform.store.write((transaction) => transaction.put('bankAccount', account))
const said = importArguments(statementFile(ledger, 1, 9, 0), { imported: null, names: new Set() }, newUlid)

// A platform that runs has its second thread.
await platform.store.digest(['provider'])
const stop = startMeasuring()
const outcome = await executeCommand(platform, person, {
  id: newUlid(),
  type: 'bank.import-statement',
  recordId: account.id,
  expectedVersion: account.version,
  seenDigest: null,
  arguments: said,
})
const applied = stop()
if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome))

const source = new Database(join(folder, 'platform.sqlite'), { readonly: true })
const rows = source.prepare("SELECT * FROM records WHERE kind = 'bankLine'").raw().all() as unknown[][]
if (rows.length !== LINES) throw new Error(`${rows.length} lines are on record`)
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

console.log(`import of ${LINES} lines applied: ${inWords(applied)}`)
console.log(`plain inserts of the same rows: ${inWords(inserted)}; ${ratios(inserted, applied)}`)
plain.close()
source.close()
await platform.close()
rmSync(folder, { recursive: true, force: true })
