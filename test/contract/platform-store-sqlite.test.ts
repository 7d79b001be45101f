import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openSqliteStore } from '#platform/store/sqlite/sqlite-store.ts'
import { lineName } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import { statementNamesOf } from '#shared/contracts/console-platform/kinds/bank-statement.ts'
import { sampleInvoice } from '#test/integration/platform/sample-invoices.ts'
import {
  newUlid,
  sampleLine,
  sampleOperator,
  sampleOrder,
  sampleProvider,
  sampleStatement,
} from '#test/integration/platform/sample-records.ts'
import { describePlatformStore } from './platform-store.suite.ts'
import { describeStagedBatches } from './platform-store-staged.suite.ts'

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'marketdesk-store-'))
  const path = join(folder, 'platform.sqlite')
  let store = openSqliteStore(path, () => 'epoch-1')
  return {
    path,
    store,
    reopen: async () => {
      await store.close()
      store = openSqliteStore(path, () => 'epoch-2')
      return store
    },
    remove: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

describePlatformStore('SQLite', open)
describe('staging', () => describeStagedBatches('SQLite', open))

it('a database of old is brought along: its providers can be read, its lines are named by their days', async () => {
  const under = await open()
  const line = sampleLine({
    serial: '2026112299 0042',
    allocations: [
      {
        parts: [{ target: { kind: 'deposit', obligationId: newUlid() }, amount: 1, reasons: [] }],
        ...{
          automatic: false,
          note: '',
          undone: null,
          at: '2026-11-20T02:00:00.000Z',
          by: 'liu',
          byName: '刘芳',
        },
      },
    ],
  })
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const statement = sampleStatement({ accountId: line.accountId, period })
  const original = '26312000000000000001'
  const red = sampleInvoice({ redLetter: { original, confirmation: null } })
  const withdrawn = { reason: '录错了', at: red.updatedAt, by: 'liu', byName: '刘芳' }
  const takenBack = sampleInvoice({ redLetter: { original, confirmation: null }, withdrawn })
  const order = sampleOrder({ supervision: 'delivered' })
  // Past midnight in Beijing.
  const zhou = sampleOperator({ roles: ['ops', 'admin'], updatedAt: '2026-11-20T17:00:00.000Z' })
  const nobody = sampleOperator({ id: 'op-2', roles: [], active: false })
  await under.store.write(async (transaction) => {
    await transaction.put('provider', sampleProvider())
    await transaction.put('bankLine', line)
    await transaction.put('bankStatement', statement)
    await transaction.put('order', order)
    for (const each of [zhou, nobody]) await transaction.put('operator', each)
    for (const each of [red, takenBack]) await transaction.put('invoice', each)
  })
  const database = new Database(under.path)
  database.exec(`DELETE FROM schema_version WHERE version > 1; DROP TABLE series; DROP TABLE batch_parts;
    DROP TABLE given_files; DROP TABLE marks; DROP TABLE audit_sides; DROP TABLE audit_sides_from; DROP TABLE audit;
    CREATE TABLE audit (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT; DROP INDEX uploads_by_file; DROP INDEX sessions_open;
    DROP INDEX red_letters_by_original; DROP INDEX notices_on_their_way; DROP TABLE leases; DROP INDEX calls_by_time; DROP INDEX records_by_sort; ALTER TABLE records DROP COLUMN sort;
    DROP INDEX outcomes_by_decision; ALTER TABLE outcomes DROP COLUMN decision_hash;
    UPDATE records SET row = json_set(row, '$[#-1]', '' || json_set(json_extract(row, '$[#-1]'), '$.depositSettled', 1))
    WHERE kind = 'provider'`)
  // An order did not say where its supervision stands.
  database.exec(`UPDATE records SET row = json_remove(row, '$[#-2]') WHERE kind = 'order'`)
  // Roles had no days.
  database.exec(`UPDATE records SET row = json_set(row, '$[#-1]', '' || json_remove(json_extract(row, '$[#-1]'), '$.grants'))
    WHERE kind = 'operator'`)
  // A provider had no day of its verification, none of its papers, and none of its contracts.
  database.exec(`UPDATE records SET row = json_remove(row, '$[10]', '$[9]', '$[8]') WHERE kind = 'provider'`)
  database
    .prepare("UPDATE records SET name = ? WHERE kind = 'bankLine'")
    .run(`${line.accountId} ${line.identity}`)
  database.exec(`UPDATE records SET name = NULL,
    row = json_set(row, '$[#-1]', '' || json_remove(json_extract(row, '$[#-1]'), '$.withdrawn'))
    WHERE kind = 'bankStatement'`)
  database.close()
  const store = await under.reopen()
  expect(await store.get('provider', 'provider-1')).toEqual(sampleProvider())
  const { json } = await store.snapshotRows('provider', '', 1)
  const row: unknown[] = JSON.parse(Buffer.from(json).toString())
  expect(row.slice(6, 11)).toEqual(['2024-01-01', sampleProvider().updatedAt, '2024-01-01', null, null])
  const orderRow: unknown[] = JSON.parse(
    Buffer.from((await store.snapshotRows('order', '', 1)).json).toString(),
  )
  expect(orderRow.slice(-2)).toEqual(['delivered', JSON.stringify(order)])
  const from = '2026-11-21'
  const grants = zhou.roles.map((role) => ({ role, from, until: null }))
  expect(await store.get('operator', zhou.id)).toEqual({ ...zhou, grants })
  expect(await store.get('operator', nobody.id)).toEqual(nobody)
  const { position, mark } = await store.head()
  expect(mark).not.toBeNull()
  expect([await store.markAt(position), await store.markAt(position - 1)]).toEqual([mark, null])
  const name = lineName(line.accountId, line)
  expect(await store.named('bankLine', line.marketplace, name)).toEqual(line)
  expect(await store.linesOnDeposits(line.marketplace, '20261122990042')).toEqual([line])
  expect(await store.redLettersOf(original)).toEqual([red])
  const statements = statementNamesOf(line.accountId)
  expect(await store.namedBetween('bankStatement', line.marketplace, statements, 9)).toEqual([statement])
  await under.remove()
})

it('a database written by a newer program is refused, untouched', async () => {
  const under = await open()
  const database = new Database(under.path)
  database.prepare('INSERT INTO schema_version VALUES (99)').run()
  database.close()
  expect(() => openSqliteStore(under.path, () => 'x')).toThrow('start a newer program')
  await under.remove()
})
