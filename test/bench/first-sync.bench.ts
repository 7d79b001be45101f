import { execFileSync, fork } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Engine } from '#main/engine/engine.ts'
import { startEngine } from '#main/engine/start-engine.ts'
import { INDEX_STATEMENTS } from '#main/engine/storage/cache/indexes.ts'
import { CACHE_MIGRATIONS } from '#main/engine/storage/cache/migrations.ts'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import { createWorkingCalendar } from '#shared/calendar/working-calendar.ts'

/**
 * The first sync of 200,000 records over real HTTP into the encrypted cache, indexes and search by name included,
 * against the `sqlite3` command importing the same rows as CSV and making the same indexes.
 */
const TABLES = ['operator', 'provider', 'application', 'listing', 'listing_version']
const RUNS = 3

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
const platform = fork(new URL('./harness/big-platform.ts', import.meta.url), [join(folder, 'platform')])
const platformUrl = await new Promise<string>((resolve) =>
  platform.once('message', (url) => resolve(String(url))),
)

async function syncOnce(run: number): Promise<{ engine: Engine; seconds: number; rowsSeconds: number }> {
  const dataFolder = join(folder, `console-${run}`)
  const engine = await startEngine({
    platformUrl,
    dataFolder,
    version: '0.0.0',
    device: 'bench',
    packs: [],
    calendar: createWorkingCalendar([]),
    keys: fileKeyStore(dataFolder),
    secrets: fileSecretStore(dataFolder),
    report: (error) => console.error(error),
  })
  let rowsAt = 0
  const live = new Promise<number>((resolve) => {
    engine.events.subscribe((event) => {
      if (event.kind !== 'sync') return
      if (event.status.state === 'snapshot') rowsAt = performance.now()
      if (event.status.state === 'live') resolve(performance.now())
    })
  })
  await engine.session.signIn('ann@example.cn', 'correct horse battery')
  const signedIn = performance.now()
  const end = await live
  return { engine, seconds: (end - signedIn) / 1000, rowsSeconds: (rowsAt - signedIn) / 1000 }
}

/** Seconds of the sqlite3 command for the same rows. */
function importOnce(run: number): number {
  const schema = (CACHE_MIGRATIONS[0]?.sql ?? '').split('CREATE TABLE name')[0] ?? ''
  const script = [
    'PRAGMA journal_mode = WAL;',
    'PRAGMA synchronous = NORMAL;',
    'PRAGMA temp_store = MEMORY;',
    schema,
    '.mode csv',
    ...TABLES.map((table) => `.import ${join(folder, `${table}.csv`)} ${table}`),
    ...INDEX_STATEMENTS.map((statement) => `${statement};`),
  ].join('\n')
  const start = performance.now()
  execFileSync('sqlite3', [join(folder, `import-${run}.db`)], { input: script })
  return (performance.now() - start) / 1000
}

/** The rows of a table as CSV; answers how many. */
function writeCsv(sql: Database, table: string): number {
  const file = openSync(join(folder, `${table}.csv`), 'w')
  let rows = 0
  for (const row of sql.prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY id`).raw().iterate()) {
    writeSync(file, `${row.map(csvOf).join(',')}\n`)
    rows += 1
  }
  closeSync(file)
  return rows
}

function csvOf(value: unknown): string {
  return value === null ? '' : `"${String(value).replaceAll('"', '""')}"`
}

try {
  let records = 0
  const ours: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const { engine, seconds, rowsSeconds } = await syncOnce(run)
    const sql = engine.workspace()?.cache.sql
    if (run === 0 && sql !== undefined) {
      console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
      for (const table of TABLES) records += writeCsv(sql, table)
    }
    await engine.close()
    const imported = importOnce(run)
    ours.push(seconds)
    theirs.push(imported)
    const rest = seconds - rowsSeconds
    console.log(
      `  ${seconds.toFixed(2)} s (indexes and names ${rest.toFixed(2)} s); sqlite3 ${imported.toFixed(2)} s`,
    )
  }
  const [best, bestImport] = [Math.min(...ours), Math.min(...theirs)]
  console.log(`first sync of ${records} records: ${Math.round(records / best)} rows/s`)
  console.log(`sqlite3 .import and the same indexes: ${Math.round(records / bestImport)} rows/s`)
  console.log(`ratio ${(bestImport / best).toFixed(2)} (goal >= 0.7)`)
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}
