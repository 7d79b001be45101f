import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openSqliteStore } from '#platform/store/sqlite/sqlite-store.ts'
import { dropStaged } from '#platform/store/staging.ts'
import type { PlatformStore } from '#platform/store/store.ts'
import { BatchBrokenError, KeyTakenError } from '#platform/store/store-errors.ts'
import { sampleOperator } from '#test/integration/platform/sample-records.ts'

/** A copy of the operators, kept as a console keeps it. */
interface Replica {
  position: number
  readonly versions: Map<string, number>
}

const ids = fc.constantFrom(...'abcdefghijkl')
const batch = fc.constantFrom('one', 'other')
const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('commit' as const),
      put: fc.uniqueArray(ids),
      remove: fc.uniqueArray(ids, { maxLength: 2 }),
    }),
    fc.record({ do: fc.constant('pull' as const), limit: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ do: fc.constant('stage' as const), batch, ids: fc.uniqueArray(ids, { maxLength: 5 }) }),
    fc.record({ do: fc.constant('publish' as const), batch }),
    fc.record({ do: fc.constant('drop' as const), batch }),
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

/** Whether all of it could be staged. */
async function stage(store: PlatformStore, name: string, staged: readonly string[]): Promise<boolean> {
  try {
    await store.stage(
      name,
      'operator',
      staged.map((id) => sampleOperator({ id, version: 1 })),
    )
    return true
  } catch (error) {
    if (error instanceof KeyTakenError) return false
    throw error
  }
}

/** A batch whose records gave way to others is dropped. */
async function publish(store: PlatformStore, name: string): Promise<boolean> {
  try {
    await store.write(async (tx) => {
      await tx.publish(name)
      await tx.position()
    })
    return true
  } catch (error) {
    if (!(error instanceof BatchBrokenError)) throw error
    await dropStaged(store, name)
    return false
  }
}

/** What a snapshot says there is. */
async function heldBy(store: PlatformStore): Promise<Map<string, number>> {
  const page = await store.snapshotRows('operator', '', 100)
  const rows = JSON.parse(`[${Buffer.from(page.json).toString()}]`) as [string, number][]
  return new Map(rows.map(([id, version]) => [id, version]))
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
      const staged = new Map<string, string[]>()
      const expected = new Map<string, number>()
      try {
        const replica: Replica = { position: 0, versions: new Map() }
        for (const step of plan) {
          switch (step.do) {
            case 'commit':
              await commit(store, gone, step.put, step.remove)
              for (const id of step.remove) expected.delete(id)
              for (const id of step.put) if (!gone.has(id)) expected.set(id, (expected.get(id) ?? 0) + 1)
              break
            case 'pull':
              await pull(store, replica, step.limit)
              break
            case 'stage':
              if (await stage(store, step.batch, step.ids)) {
                staged.set(step.batch, [...(staged.get(step.batch) ?? []), ...step.ids])
              }
              break
            case 'publish':
              if (await publish(store, step.batch)) {
                for (const id of staged.get(step.batch) ?? []) expected.set(id, 1)
              }
              staged.delete(step.batch)
              break
            case 'drop':
              await dropStaged(store, step.batch)
              staged.delete(step.batch)
          }
          expect(await heldBy(store)).toEqual(expected)
        }
        while (await pull(store, replica, 2));
        expect(replica.versions).toEqual(expected)
      } finally {
        await store.close()
        await rm(folder, { recursive: true, force: true })
      }
    }),
    { numRuns: 60 },
  )
})
