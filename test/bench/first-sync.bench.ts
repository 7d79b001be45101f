import { fork } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Engine } from '#main/engine/engine.ts'
import { startEngine } from '#main/engine/start-engine.ts'
import { fileKeyStore, fileSecretStore } from '#main/engine/storage/keys/file-key-store.ts'
import {
  hasCommand,
  inWords,
  least,
  measureCommand,
  ratios,
  startMeasuring,
  type Taken,
} from './harness/cpu-time.ts'
import { scaled } from './harness/scale.ts'
import { shippedSyncPeak } from './harness/shipped-sync.ts'

/**
 * The first sync of 200,000 records over real HTTP into the encrypted cache, indexes and search by name included,
 * against the `sqlite3` command importing the same rows as CSV and making the same indexes, without search. Both
 * write through the same kind of journal. Processor time is that of the console (every thread of it) and of the
 * command; the platform is a process of its own and not counted, but it does take its share of the machine.
 */
const RUNS = scaled(3)

const folder = mkdtempSync(join(tmpdir(), 'marketdesk-bench-'))
const platform = fork(new URL('./harness/big-platform.ts', import.meta.url), [join(folder, 'platform')])
const platformUrl = await new Promise<string>((resolve) =>
  platform.once('message', (url) => resolve(String(url))),
)

async function syncOnce(run: number): Promise<{ engine: Engine; all: Taken; rows: Taken }> {
  const dataFolder = join(folder, `console-${run}`)
  const engine = await startEngine({
    platformUrl,
    dataFolder,
    version: '0.0.0',
    device: 'bench',
    policies: { packs: [], tables: [] },
    keys: fileKeyStore(dataFolder),
    secrets: fileSecretStore(dataFolder),
    report: (error) => console.error(error),
  })
  const taken = startMeasuring()
  let rows = taken()
  const live = new Promise<Taken>((resolve) => {
    engine.events.subscribe((event) => {
      if (event.kind !== 'sync') return
      if (event.status.state === 'snapshot') rows = taken()
      if (event.status.state === 'live') resolve(taken())
    })
  })
  await engine.session.signIn('ann@example.cn', 'correct horse battery')
  return { engine, all: await live, rows }
}

/** The tables of records as they stand in a cache, and the indexes on them, as the statements that made them. */
interface Made {
  readonly tables: ReadonlyMap<string, string>
  readonly indexes: readonly string[]
}

/** Tables of records are those with a body. */
function madeIn(sql: Database): Made {
  const made = sql
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
         AND EXISTS (SELECT 1 FROM pragma_table_info(tbl_name) WHERE name = 'body')`,
    )
    .all()
  return {
    tables: new Map(made.filter(({ type }) => type === 'table').map(({ name, sql }) => [name, sql])),
    indexes: made.filter(({ type }) => type === 'index').map(({ sql }) => sql),
  }
}

/** What the sqlite3 command takes for the same rows in the same tables under the same indexes. */
function importOnce(run: number, { tables, indexes }: Made): Taken {
  const script = [
    'PRAGMA page_size = 8192;',
    'PRAGMA journal_mode = TRUNCATE;',
    'PRAGMA synchronous = NORMAL;',
    'PRAGMA temp_store = MEMORY;',
    'PRAGMA cache_size = -32768;',
    ...[...tables.values()].map((statement) => `${statement};`),
    '.mode csv',
    ...[...tables.keys()].map((table) => `.import ${join(folder, `${table}.csv`)} ${table}`),
    // It knows no reading_key: it sorts by the bare name, which is less work.
    ...indexes.map((statement) => `${statement.replace('reading_key(name)', 'name')};`),
  ].join('\n')
  const scriptFile = join(folder, 'import.sql')
  writeFileSync(scriptFile, script)
  return measureCommand('sqlite3', join(folder, `import-${run}.db`), scriptFile)
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
  const ours: Taken[] = []
  const theirs: Taken[] = []
  for (let run = 0; run < RUNS; run++) {
    const { engine, all, rows } = await syncOnce(run)
    const sql = engine.workspace()?.cache.sql
    if (sql === undefined) throw new Error('nobody is signed in')
    const made = madeIn(sql)
    if (run === 0) for (const table of made.tables.keys()) records += writeCsv(sql, table)
    await engine.close()
    ours.push(all)
    console.log(`  ${inWords(all)} (of it rows: ${inWords(rows)})`)
    if (!hasCommand('sqlite3')) continue
    const imported = importOnce(run, made)
    theirs.push(imported)
    console.log(`  sqlite3 ${inWords(imported)}`)
  }
  const best = least(ours)
  console.log(`first sync of ${records} records: ${Math.round(records / best.wall)} rows/s, ${inWords(best)}`)
  if (theirs.length === 0) console.log('no ratio: the command sqlite3 is not installed here')
  else {
    const bestImport = least(theirs)
    console.log(`sqlite3 .import and the same indexes: ${inWords(bestImport)}`)
    console.log(`${ratios(bestImport, best)} (goal >= 0.7)`)
  }
  const peak = await shippedSyncPeak(platformUrl, join(folder, 'shipped'))
  console.log(`peak memory of marketdesk sync: ${Math.round(peak)} MB (goal < 300)`)
} finally {
  platform.kill()
  rmSync(folder, { recursive: true, force: true })
}
