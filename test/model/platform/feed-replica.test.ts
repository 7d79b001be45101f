import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSqliteStore } from '#platform/store/sqlite/sqlite-store.ts'
import type { PlatformStore } from '#platform/store/store.ts'
import { sampleOperator } from '#test/integration/platform/sample-records.ts'

/** A copy of the operators, kept as a console keeps it. */
interface Replica {
  position: number
  readonly versions: Map<string, number>
}

const ids = fc.constantFrom(...'abcdefghijkl')
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('commit' as const),
      put: fc.uniqueArray(ids),
      remove: fc.uniqueArray(ids, { maxLength: 2 }),
    }),
    fc.record({ do: fc.constant('pull' as const), limit: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 30 },
)

/** Ids do not come back once they were removed. */
async function commit(
  store: PlatformStore,
  gone: Set<string>,
  put: readonly string[],
  remove: readonly string[],
) {
  await store.write(async (tx) => {
    for (const id of remove) {
      gone.add(id)
      await tx.remove('operator', id)
    }
    for (const id of put.filter((each) => !gone.has(each))) {
      const version = ((await tx.get('operator', id))?.version ?? 0) + 1
      await tx.put('operator', sampleOperator({ id, version }))
    }
  })
}

async function pull(store: PlatformStore, replica: Replica, limit: number): Promise<boolean> {
  const { changes, more, head } = await store.changesAfter(replica.position, ['operator'], limit)
  for (const { id, row } of changes) {
    if (row === null) replica.versions.delete(id)
    else replica.versions.set(id, (JSON.parse(row) as [string, number])[1])
  }
  replica.position = more ? (changes.at(-1)?.position ?? head.position) : head.position
  return more
}

it('whoever follows the feed from anywhere, in pages of any size, ends up with what the store holds', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const folder = await mkdtemp(join(tmpdir(), 'marketdesk-feed-'))
      const store = openSqliteStore(join(folder, 'platform.sqlite'), () => 'epoch')
      const gone = new Set<string>()
      try {
        const replica: Replica = { position: 0, versions: new Map() }
        for (const step of plan) {
          if (step.do === 'commit') await commit(store, gone, step.put, step.remove)
          else await pull(store, replica, step.limit)
        }
        while (await pull(store, replica, 2));
        const page = await store.snapshotRows('operator', '', 100)
        const rows = JSON.parse(`[${Buffer.from(page.json).toString()}]`) as [string, number][]
        const held = new Map(rows.map(([id, version]) => [id, version]))
        expect(replica.versions).toEqual(held)
      } finally {
        await store.close()
        await rm(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 40 },
  )
})
