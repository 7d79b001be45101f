import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropAllStaged, dropStaged, stageInParts, sweepAllRemoved } from '#platform/store/staging.ts'
import type { PlatformStore } from '#platform/store/store.ts'
import { BatchBrokenError, KeyTakenError } from '#platform/store/store-errors.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  hashOf,
  newUlid,
  sampleApplicant,
  sampleApplication,
  sampleLine,
  sampleOperator,
} from '#test/integration/platform/sample-records.ts'
import type { StoreUnderTest } from './platform-store.suite.ts'

/** What every implementation of the platform's store promises of batches that are staged and then published. */
export function describeStagedBatches(name: string, open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest
  let store: PlatformStore
  beforeEach(async () => {
    under = await open()
    store = under.store
  })
  afterEach(() => under.remove())

  const operator = (id: string, version = 1) => sampleOperator({ id, version })
  const put = (id: string, version = 1) => store.write((tx) => tx.put('operator', operator(id, version)))

  describe(`${name}: staged batches`, () => {
    const lines = (count: number, from = 0) =>
      Array.from({ length: count }, (_, at) =>
        sampleLine({ id: newUlid(), identity: String(from + at).padStart(32, '0') }),
      )
    const nameOf = ({ accountId, bookedOn, identity }: BankLine) => `${accountId} ${bookedOn} ${identity}`
    const stage = (batch: string, records: readonly BankLine[]) => store.stage(batch, 'bankLine', records)
    const publish = (batch: string) => store.write((tx) => tx.publish(batch))
    const lineChanges = (after: number, limit = 100) => store.changesAfter(after, ['bankLine'], limit)
    const seen = async (line: BankLine) => ({
      byId: await store.get('bankLine', line.id),
      byName: await store.named('bankLine', 'kubesphere', nameOf(line)),
      names: (await store.namesAmong('bankLine', 'kubesphere', [nameOf(line)])).size,
      ids: (await store.idsAmong('bankLine', [line.id])).size,
      between: (
        await store.namedBetween('bankLine', 'kubesphere', { after: '', before: '\u{10ffff}' }, 1000)
      ).filter(({ id }) => id === line.id).length,
      ofProvider: (await store.ofProvider('bankLine', 'kubesphere', '')).filter(({ id }) => id === line.id)
        .length,
      snapshot: Buffer.from((await store.snapshotRows('bankLine', '', 1000)).json).includes(line.id),
      digest: (await store.digest(['bankLine'])).kinds.bankLine?.count,
      feed: (await lineChanges(0)).changes.length,
    })
    const nothing = {
      ...{ byId: null, byName: null, names: 0, ids: 0, between: 0, ofProvider: 0 },
      ...{ snapshot: false, digest: 0, feed: 0 },
    }

    it('are seen by nobody until they are published, then wholly and at once', async () => {
      const heard: number[] = []
      store.watch((position) => heard.push(position))
      const [first, second] = [lines(2), lines(1, 2)]
      await stage('import-1', first)
      await stage('import-1', second)
      expect(await store.stagedBatches()).toEqual(['import-1'])
      for (const line of [...first, ...second]) expect(await seen(line)).toEqual(nothing)
      expect((await store.head()).position).toBe(0)
      await store.write(async (tx) => {
        expect(await tx.get('bankLine', first[0]?.id ?? '')).toBeNull()
        expect(await tx.publish('import-1')).toBe(3)
        expect(await tx.get('bankLine', first[0]?.id ?? '')).toEqual(first[0])
        expect(await store.get('bankLine', first[0]?.id ?? '')).toBeNull()
        await tx.put('operator', operator('last'))
        expect(await tx.position()).toBe(1)
      })
      expect(heard).toEqual([1])
      expect(await store.stagedBatches()).toEqual([])
      for (const line of [...first, ...second]) {
        expect(await seen(line)).toEqual({
          ...{ byId: line, byName: line, names: 1, ids: 1, between: 1, ofProvider: 1 },
          ...{ snapshot: true, digest: 3, feed: 3 },
        })
      }
      expect((await lineChanges(0)).changes.map(({ position }) => position)).toEqual([1, 1, 1])
      expect((await store.changesAfter(0, ['operator', 'bankLine'], 1)).changes).toHaveLength(4)
    })
    it('come after whatever was committed while they were staged, so that no reader misses them', async () => {
      const staged = lines(3)
      await put('a')
      await stage('import-1', staged)
      await put('b')
      const { head } = await store.changesAfter(0, ['bankLine', 'operator'], 10)
      await put('c')
      await publish('import-1')
      await put('d')
      const { changes: found } = await store.changesAfter(head.position, ['bankLine', 'operator'], 10)
      expect(found.map(({ position, kind }) => [position, kind])).toEqual([
        [3, 'operator'],
        ...staged.map(() => [4, 'bankLine']),
        [5, 'operator'],
      ])
      expect((await lineChanges(3, 1)).changes).toHaveLength(3)
      expect((await lineChanges(3, 1)).more).toBe(true)
      expect((await lineChanges(4)).changes).toEqual([])
    })
    it('take positions of 5,000 records, as they would one after the other', async () => {
      for (let from = 0; from < 7500; from += 1500) await stage('import-1', lines(1500, from))
      await store.write(async (tx) => {
        for (const id of ['a', 'b']) await tx.put('operator', operator(id))
        await tx.publish('import-1')
        for (const id of ['c', 'd']) await tx.put('operator', operator(id))
      })
      const { changes: found } = await store.changesAfter(0, ['operator', 'bankLine'], 10_000)
      const counts = Map.groupBy(found, ({ position, kind }) => `${position} ${kind}`)
      expect(Object.fromEntries([...counts].map(([key, all]) => [key, all.length]))).toEqual({
        ...{ '1 operator': 2, '1 bankLine': 4500, '2 bankLine': 3000, '2 operator': 2 },
      })
    })
    it('change and go like any other record once they are published', async () => {
      const [line, other] = lines(2) as [BankLine, BankLine]
      await stage('import-1', [line, other])
      await publish('import-1')
      await store.write((tx) => tx.put('bankLine', { ...line, version: 2 }))
      await store.write((tx) => tx.remove('bankLine', other.id))
      await expect(store.write((tx) => tx.put('bankLine', { ...line, version: 2 }))).rejects.toThrow(
        'goes from version 2',
      )
      expect(
        (await lineChanges(0)).changes.map(({ position, id, row }) => [position, id, row === null]),
      ).toEqual([
        [2, line.id, false],
        [3, other.id, true],
      ])
    })
    it('take no id and no name that a record has, or had, or that is staged elsewhere', async () => {
      const [there, removed, staged, free] = lines(4) as [BankLine, BankLine, BankLine, BankLine]
      await store.write((tx) => tx.putNew('bankLine', [there, removed]))
      await store.write((tx) => tx.remove('bankLine', removed.id))
      await stage('import-1', [staged])
      for (const taken of [
        there,
        { ...there, id: newUlid() },
        { ...free, id: removed.id },
        { ...staged, id: newUlid() },
        { ...free, id: staged.id },
      ]) {
        await expect(stage('import-2', [free, taken])).rejects.toThrow(KeyTakenError)
      }
      expect(await store.stagedBatches()).toEqual(['import-1'])
      await stage('import-2', [free])
    })
    it('give way to what is committed first, and can then no longer be published', async () => {
      const [first, second, third] = lines(3) as [BankLine, BankLine, BankLine]
      await stage('import-1', [first])
      await stage('import-2', [second, third])
      const sameName = { ...first, id: newUlid() }
      await store.write((tx) => tx.put('bankLine', sameName))
      await store.write((tx) => tx.putNew('bankLine', [{ ...second, identity: 'f'.repeat(32) }]))
      for (const batch of ['import-1', 'import-2']) {
        await expect(publish(batch)).rejects.toThrow(BatchBrokenError)
        await dropStaged(store, batch)
      }
      expect((await store.digest(['bankLine'])).kinds.bankLine?.count).toBe(2)
      expect(await store.get('bankLine', third.id)).toBeNull()
    })
    it('leave nothing behind when they are dropped: their ids and names are free again', async () => {
      const staged = lines(2500)
      await stageInParts(store, 'import-1', 'bankLine', staged)
      await stage('import-2', lines(1, 2500))
      await dropStaged(store, 'import-1')
      expect(await store.stagedBatches()).toEqual(['import-2'])
      expect(await publish('import-1')).toBe(0)
      await stageInParts(store, 'import-3', 'bankLine', staged)
      expect(await publish('import-3')).toBe(2500)
      expect((await store.digest(['bankLine'])).kinds.bankLine?.count).toBe(2500)
    })
    it('are staged still when publishing them is undone', async () => {
      const [line] = lines(1) as [BankLine]
      await stage('import-1', [line])
      const failing = store.write(async (tx) => {
        await tx.publish('import-1')
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await seen(line)).toEqual(nothing)
      expect((await store.head()).position).toBe(0)
      expect(await publish('import-1')).toBe(1)
    })
    it('survive a restart, unseen, and can then be dropped all together', async () => {
      const [line, published] = lines(2) as [BankLine, BankLine]
      await stage('import-1', [line])
      await stage('import-2', [published])
      await publish('import-2')
      store = await under.reopen()
      expect(await store.get('bankLine', line.id)).toBeNull()
      await dropAllStaged(store)
      expect(await store.stagedBatches()).toEqual([])
      expect(await store.get('bankLine', published.id)).toEqual(published)
      expect((await lineChanges(0)).changes).toHaveLength(1)
    })
    it('let other writes in between their parts, and readers of the feed page over them in order', async () => {
      const staged = lines(10_000)
      const isDone = { value: false }
      const staging = stageInParts(store, 'import-1', 'bankLine', staged).finally(() => {
        isDone.value = true
      })
      let others = 0
      while (!isDone.value) {
        await put(`op-${others}`)
        await setImmediate()
        others += 1
      }
      await staging
      expect(others).toBeGreaterThan(2)
      await publish('import-1')
      const found: string[] = []
      let after = 0
      for (let more = true; more; ) {
        const page = await store.changesAfter(after, ['operator', 'bankLine'], 700)
        expect(page.changes.length).toBeLessThanOrEqual(5700)
        expect(page.changes.every(({ position }) => position > after)).toBe(true)
        found.push(...page.changes.map(({ id }) => id))
        after = page.changes.at(-1)?.position ?? after
        more = page.more
      }
      expect(found).toHaveLength(others + staged.length)
      expect(new Set(found).size).toBe(found.length)
    })
    it('leave as a whole: at once for every reader, by tombstones that the feed carries, what changed since apart', async () => {
      const all = lines(3)
      const [kept, changed, gone] = all as [BankLine, BankLine, BankLine]
      await stage('import-1', all)
      await publish('import-1')
      await store.write((tx) => tx.put('bankLine', { ...changed, version: 2 }))
      const { position } = await store.head()
      expect(await store.batchOf('bankLine', kept.id)).toBe('import-1')
      expect(await store.batchOf('bankLine', changed.id)).toBeNull()
      const between = () =>
        store.changedBetween('bankLine', 'kubesphere', { after: '', before: '\u{10ffff}' })
      expect(await between()).toEqual([{ ...changed, version: 2 }])
      const failed = store.write(async (tx) => {
        await tx.removeBatch('import-1')
        expect(await tx.get('bankLine', kept.id)).toBeNull()
        throw new Error('undone')
      })
      await expect(failed).rejects.toThrow('undone')
      expect(await store.get('bankLine', kept.id)).toEqual(kept)

      expect(await store.write((tx) => tx.removeBatch('import-1'))).toBe(3)
      const check = async () => {
        for (const line of [kept, gone]) {
          const { feed: _feed, digest, ...found } = await seen(line)
          const { feed: _none, digest: _count, ids: _ids, ...nobody } = nothing
          expect(found).toMatchObject(nobody)
          expect(digest).toBe(1)
        }
        expect(await store.get('bankLine', changed.id)).toMatchObject({ version: 2 })
        const news = (await lineChanges(position)).changes.map(({ id, row }) => [id, row])
        expect(news.toSorted()).toEqual([kept, gone].map(({ id }) => [id, null]).toSorted())
        // Whoever begins now learns of no line that left.
        const rows = (await lineChanges(0)).changes.flatMap(({ id, row }) => (row === null ? [] : [id]))
        expect(rows).toEqual([changed.id])
      }
      await check()
      store = await under.reopen()
      await check()
      await sweepAllRemoved(store)
      await check()
      expect(await store.write((tx) => tx.sweepRemoved())).toBe(false)
      const again = [kept, gone].map((line) => ({ ...line, id: newUlid() }))
      await stage('import-2', again)
      await publish('import-2')
      expect(await store.get('bankLine', again[0]?.id ?? '')).toEqual(again[0])
    })
    it('are of kinds that name no files', async () => {
      const document = {
        kind: 'business-licence',
        fileHash: hashOf('licence'),
        fileName: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: 7,
        expiresOn: null,
      }
      const application = sampleApplication({ applicant: sampleApplicant({ documents: [document] }) })
      const staged = store.stage('import-1', 'application', [application])
      await expect(staged).rejects.toThrow('names files')
    })
  })
}
