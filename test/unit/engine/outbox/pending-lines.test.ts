import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createPendingLines } from '#main/engine/outbox/pending-lines.ts'
import { openCache } from '#main/engine/storage/cache/open-cache.ts'
import type { OutboxRow } from '#main/engine/storage/journal/schema.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import type { DecidedKind } from '#shared/contracts/console-platform/commands.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { newUlid, sampleAccount } from '#test/integration/platform/sample-records.ts'
import { randomLedger, wholeStatement } from '#test/model/sync/bank-ledger.ts'
import { importArguments } from '#test/model/sync/import-arguments.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const file = wholeStatement(randomLedger(seededRandom(1), '6222-0001', true))

function waitingImport(account: BankAccount): OutboxRow {
  return {
    sequence: 1,
    id: newUlid(),
    recordKind: 'bankAccount',
    recordId: account.id,
    recordTitle: account.number,
    type: 'bank.import-statement',
    arguments: JSON.stringify(importArguments(file, { imported: null, names: new Set() }, newUlid)),
    expectedVersion: 1,
    seenDigest: null,
    seen: 'null',
    createdAt: '2026-11-20T02:00:00.000Z',
    actor: 'op-1',
    actorName: '周敏',
    state: 'queued',
    notBefore: '2026-11-20T02:00:00.000Z',
    tries: 0,
    nextTryAt: null,
    lastOutcome: null,
    lastError: null,
    acknowledgedVersion: null,
    touches: [],
    needs: [],
  }
}

function underTest(account: () => BankAccount | null) {
  const key = new Uint8Array(32).fill(7)
  const cache = openCache(join(temporaryFolder(), 'cache.db'), key, new Date('2026-11-20T02:00:00.000Z'))
  const onFilled: (() => void)[] = []
  const filled = () => new Promise<void>((resolve) => onFilled.push(resolve))
  const lines = createPendingLines({
    database: cache.sql,
    read: <K extends DecidedKind>(kind: K) =>
      // The kind says what is read.
      kind === 'bankAccount' ? (account() as RecordOf[K] | null) : null,
    filled: () => onFilled.shift()?.(),
    report: (error) => expect.fail(String(error)),
  })
  const count = () => cache.sql.prepare('SELECT count(*) FROM imported_bank_line').pluck().get()
  return { cache, lines, filled, count }
}

it('shows the lines of an import that waits, and lets them go with it', async () => {
  const account = sampleAccount()
  const { cache, lines, filled, count } = underTest(() => account)
  const there = filled()
  lines.follow([waitingImport(account)])
  await there
  expect(count()).toBe(file.lines.length)
  lines.follow([])
  expect(count()).toBe(0)
  await lines.stop()
  cache.close()
})

it('shows them as soon as their account is there: a snapshot may bring it later', async () => {
  const account = sampleAccount()
  let known: BankAccount | null = null
  const { cache, lines, filled, count } = underTest(() => known)
  const waiting = [waitingImport(account)]
  lines.follow(waiting)
  await new Promise((resolve) => setImmediate(resolve))
  expect(count()).toBe(0)
  known = account
  const there = filled()
  lines.follow(waiting)
  await there
  expect(count()).toBe(file.lines.length)
  await lines.stop()
  cache.close()
})
