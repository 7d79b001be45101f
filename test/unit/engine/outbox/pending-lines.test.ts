import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createPendingLines } from '#main/engine/outbox/pending-lines.ts'
import { ROWS_AT_ONCE } from '#main/engine/outbox/pending-rows.ts'
import { openCache } from '#main/engine/storage/cache/open-cache.ts'
import type { OutboxRow } from '#main/engine/storage/journal/schema.ts'
import { seededRandom } from '#platform/demo/seeded-random.ts'
import type { BankAccount } from '#shared/contracts/console-platform/records/bank-account.ts'
import type { RecordKind, RecordOf } from '#shared/contracts/console-platform/records/record-kinds.ts'
import { newUlid, sampleAccount } from '#test/integration/platform/sample-records.ts'
import { randomLedger, wholeStatement } from '#test/model/sync/bank-ledger.ts'
import { importArguments } from '#test/model/sync/import-arguments.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const small = wholeStatement(randomLedger(seededRandom(1), '6222-0001', true))
/** Unpacked in a thread of its own. */
const large = wholeStatement({
  number: '6222-0001',
  opening: 0,
  isTalkative: false,
  entries: Array.from({ length: 2 * ROWS_AT_ONCE + 3 }, (_, at) => ({
    row: at + 1,
    day: 1,
    effect: at + 1,
    payer: 'payer',
  })),
})

function waitingImport(account: BankAccount, file = small): OutboxRow {
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
    beside: null,
  }
}

function underTest(account: () => BankAccount | null) {
  const key = new Uint8Array(32).fill(7)
  const cache = openCache(join(temporaryFolder(), 'cache.db'), key, new Date('2026-11-20T02:00:00.000Z'))
  const onFilled: (() => void)[] = []
  const filled = () => new Promise<void>((resolve) => onFilled.push(resolve))
  const lines = createPendingLines({
    database: cache.sql,
    records: {
      get: <K extends RecordKind>(kind: K) =>
        // The kind says what is read.
        kind === 'bankAccount' ? (account() as RecordOf[K] | null) : null,
      ofProvider: () => [],
    },
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
  expect(count()).toBe(small.lines.length)
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
  expect(count()).toBe(small.lines.length)
  await lines.stop()
  cache.close()
})

it('shows a long statement whole, and nothing of one that is taken back while it comes in', async () => {
  const account = sampleAccount()
  const { cache, lines, filled, count } = underTest(() => account)
  const row = waitingImport(account, large)
  const there = filled()
  lines.follow([row])
  await there
  expect(count()).toBe(large.lines.length)
  lines.follow([])
  // The run that brought them is over.
  await new Promise((resolve) => setImmediate(resolve))
  const gone = filled()
  lines.follow([row])
  lines.follow([])
  await gone
  expect(count()).toBe(0)
  await lines.stop()
  cache.close()
})
