import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountSchema } from '#platform/store/credentials.ts'
import type { PlatformStore } from '#platform/store/store.ts'
import { digestLine } from '#shared/contracts/console-platform/feed.ts'
import { lineName, lineNamesOf } from '#shared/contracts/console-platform/kinds/bank-line.ts'
import type { BankLine } from '#shared/contracts/console-platform/records/bank-line.ts'
import {
  AT,
  hashOf,
  newUlid,
  sampleApplicant,
  sampleApplication,
  sampleLine,
  sampleListing,
  sampleOperator,
  sampleProvider,
  sampleRecharge,
} from '#test/integration/platform/sample-records.ts'

export interface StoreUnderTest {
  readonly store: PlatformStore
  /** Closes the store and opens what it left behind. */
  reopen(): Promise<PlatformStore>
  remove(): Promise<void>
}

/** What every implementation of the platform's store promises. */
export function describePlatformStore(name: string, open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest
  let store: PlatformStore
  beforeEach(async () => {
    under = await open()
    store = under.store
  })
  afterEach(() => under.remove())

  const operator = (id: string, version = 1) => sampleOperator({ id, version })
  const put = (id: string, version = 1) => store.write((tx) => tx.put('operator', operator(id, version)))
  const changes = async (after: number, limit = 100) => store.changesAfter(after, ['operator'], limit)

  describe(`${name}: records`, () => {
    it('gives back what was put, and null for what was not', async () => {
      const application = sampleApplication()
      await store.write((tx) => tx.put('application', application))
      expect(await store.get('application', application.id)).toEqual(application)
      expect(await store.get('application', sampleApplication().id)).toBeNull()
    })
    it('takes exactly the next version', async () => {
      await put('a')
      await put('a', 2)
      await expect(put('a', 2)).rejects.toThrow('goes from version 2')
      await expect(put('a', 4)).rejects.toThrow('goes from version 2')
    })
    it('undoes all of a transaction that throws, its position included', async () => {
      const failing = store.write(async (tx) => {
        await tx.put('operator', operator('a'))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await store.get('operator', 'a')).toBeNull()
      expect((await store.head()).position).toBe(0)
      await put('b')
      expect((await store.head()).position).toBe(1)
    })
    it('reads its own writes inside a transaction, and nobody else does', async () => {
      await store.write(async (tx) => {
        await tx.put('operator', operator('a'))
        expect(await tx.get('operator', 'a')).not.toBeNull()
        expect(await store.get('operator', 'a')).toBeNull()
      })
      expect(await store.get('operator', 'a')).not.toBeNull()
    })
    it('finds a listing by its name in its marketplace and lists what a provider has', async () => {
      const listing = sampleListing()
      await store.write((tx) => tx.put('listing', listing))
      expect(await store.named('listing', 'kubesphere', 'log-lake')).toEqual(listing)
      expect(await store.named('listing', 'ksyun', 'log-lake')).toBeNull()
      expect(await store.ofProvider('listing', 'kubesphere', 'provider-1')).toEqual([listing])
      expect(await store.ofProvider('listing', 'kubesphere', 'provider-2')).toEqual([])
    })
    it('refuses a line of an account a second time, whatever its id, and takes it in another account', async () => {
      const line = sampleLine()
      await store.write((tx) => tx.put('bankLine', line))
      expect(await store.named('bankLine', 'kubesphere', lineName(line.accountId, line))).toEqual(line)
      const again = store.write((tx) => tx.put('bankLine', { ...line, id: newUlid() }))
      await expect(again).rejects.toThrow()
      const elsewhere = { ...line, id: newUlid(), accountId: newUlid() }
      await store.write((tx) => tx.put('bankLine', elsewhere))
      expect(await store.get('bankLine', elsewhere.id)).toEqual(elsewhere)
    })
    it('tells which of many names and ids there are, in their marketplace', async () => {
      const [line, other] = [sampleLine(), sampleLine({ id: newUlid(), identity: 'f'.repeat(32) })]
      const nameOf = (each: typeof line) => lineName(each.accountId, each)
      await store.write((tx) => tx.put('bankLine', line))
      const names = [nameOf(line), nameOf(other)]
      expect(await store.namesAmong('bankLine', 'kubesphere', names)).toEqual(new Set([nameOf(line)]))
      expect(await store.namesAmong('bankLine', 'aliyun', names)).toEqual(new Set())
      expect(await store.namesAmong('bankLine', 'kubesphere', [])).toEqual(new Set())
      expect(await store.idsAmong('bankLine', [line.id, other.id])).toEqual(new Set([line.id]))
      await store.write(async (tx) => {
        await tx.put('bankLine', other)
        expect(await tx.namesAmong('bankLine', 'kubesphere', names)).toEqual(new Set(names))
      })
    })
    it('lists the lines of an account of some days, in the order of their days, page by page', async () => {
      const accountId = newUlid()
      const days = ['2026-11-30', '2026-11-02', '2026-11-03', '2026-12-01', '2026-11-03']
      const [late, ...some] = days.map((bookedOn, at) =>
        sampleLine({ id: newUlid(), accountId, bookedOn, identity: String(at).repeat(32) }),
      ) as [BankLine, ...BankLine[]]
      const elsewhere = sampleLine({ id: newUlid(), accountId: newUlid(), bookedOn: '2026-11-03' })
      await store.write((tx) => tx.putNew('bankLine', [late, ...some, elsewhere]))
      const between = lineNamesOf(late.accountId, { from: '2026-11-02', to: '2026-11-03' })
      const [first, second, , third] = some
      const page = await store.namedBetween('bankLine', 'kubesphere', between, 2)
      expect(page).toEqual([first, second])
      const after = lineName(late.accountId, second as BankLine)
      expect(await store.namedBetween('bankLine', 'kubesphere', { ...between, after }, 2)).toEqual([third])
      expect(await store.namedBetween('bankLine', 'aliyun', between, 2)).toEqual([])
    })
    it('refuses among many new records what `put` refuses, and then has none of them', async () => {
      const [line, other, removed] = [sampleLine(), sampleLine(), sampleLine()].map((each, at) => ({
        ...each,
        id: newUlid(),
        identity: String(at).repeat(32),
      })) as [BankLine, BankLine, BankLine]
      await store.write((tx) => tx.putNew('bankLine', [line, removed]))
      await store.write((tx) => tx.remove('bankLine', removed.id))
      const { position } = await store.head()
      for (const [second, words] of [
        [line, `bankLine ${line.id} goes from version 1`],
        [{ ...line, version: 2 }, 'UNIQUE'],
        [{ ...removed, identity: '9'.repeat(32) }, `bankLine ${removed.id} goes from version 2`],
        [{ ...line, id: newUlid() }, 'UNIQUE'],
        [other, 'goes from version 1'],
      ] as const) {
        await expect(store.write((tx) => tx.putNew('bankLine', [other, second]))).rejects.toThrow(words)
        expect(await store.get('bankLine', other.id)).toBeNull()
      }
      expect((await store.head()).position).toBe(position)
      await store.write((tx) => tx.putNew('bankLine', [{ ...line, id: newUlid(), accountId: newUlid() }]))
      await store.write((tx) => tx.put('bankLine', { ...line, version: 2 }))
      expect(await store.get('bankLine', line.id)).toEqual({ ...line, version: 2 })
    })
    it('refuses a second listing of the same name in a marketplace', async () => {
      await store.write((tx) => tx.put('listing', sampleListing()))
      const again = store.write((tx) => tx.put('listing', sampleListing({ providerId: 'provider-2' })))
      await expect(again).rejects.toThrow()
    })
    it('knows which kinds of record name a file now', async () => {
      const document = {
        kind: 'business-licence',
        fileHash: hashOf('licence'),
        fileName: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: 7,
        expiresOn: null,
      }
      const application = sampleApplication({ applicant: sampleApplicant({ documents: [document] }) })
      await store.write((tx) => tx.put('application', application))
      expect(await store.kindsNaming(document.fileHash)).toEqual(['application'])
      await store.write((tx) =>
        tx.put('application', { ...application, version: 2, applicant: sampleApplicant() }),
      )
      expect(await store.kindsNaming(document.fileHash)).toEqual([])
      await store.write((tx) => tx.putNew('application', [{ ...application, id: newUlid() }]))
      expect(await store.kindsNaming(document.fileHash)).toEqual(['application'])
    })
    it('holds on to files that somebody gave, until they are forgotten, and to those that are named', async () => {
      const [given, named, uploaded] = ['given', 'named', 'uploaded'].map(hashOf) as [string, string, string]
      const gave = { account: 'liu', size: 7, at: '2026-11-20T02:00:00.000Z' }
      await store.write(async (tx) => {
        await tx.putGivenFile({ ...gave, fileHash: given })
        await tx.putGivenFile({ ...gave, fileHash: named })
        const attachments = [{ sha256: named, name: 'a.png', size: 7, type: 'image/png' }]
        await tx.put('recharge', sampleRecharge({ attachments }))
        const upload = { marketplace: 'kubesphere', providerId: 'p', path: '/a', url: '/a', at: gave.at }
        await tx.putUpload({ ...upload, fileHash: uploaded })
      })
      expect(await store.givenFile('liu', given)).toEqual({ ...gave, fileHash: given })
      expect(await store.givenFile('wang', given)).toBeNull()
      expect(await store.bytesNotNamed('liu')).toBe(7)
      const held = () =>
        Promise.all([given, named, uploaded, hashOf('no')].map((each) => store.isFileHeld(each)))
      expect(await held()).toEqual([true, true, true, false])
      await store.write((tx) => tx.putGivenFile({ ...gave, fileHash: named, at: '2026-11-21T02:00:00.000Z' }))
      await store.write((tx) => tx.forgetGivenFiles('2026-11-21T00:00:00.000Z'))
      expect(await store.givenFile('liu', given)).toBeNull()
      expect(await store.givenFile('liu', named)).not.toBeNull()
      expect(await held()).toEqual([false, true, true, false])
    })
    it('keeps everything across a restart', async () => {
      await put('a')
      const before = await store.head()
      store = await under.reopen()
      expect(await store.head()).toEqual(before)
      expect(await store.get('operator', 'a')).toEqual(operator('a'))
    })
  })

  describe(`${name}: feed`, () => {
    it('gives each commit one position, counted without a gap', async () => {
      await put('a')
      await store.write(async (tx) => {
        await tx.put('operator', operator('b'))
        await tx.put('operator', operator('c'))
      })
      const page = await changes(0)
      expect(page.changes.map(({ id, position }) => [id, position])).toEqual([
        ['a', 1],
        ['b', 2],
        ['c', 2],
      ])
    })
    it('shows a changed record once, in its newest state, where it changed last', async () => {
      await put('a')
      await put('b')
      await put('a', 2)
      expect((await changes(0)).changes.map(({ id, position }) => [id, position])).toEqual([
        ['b', 2],
        ['a', 3],
      ])
    })
    it('never splits a commit between two pages', async () => {
      await store.write(async (tx) => {
        for (const id of ['a', 'b', 'c']) await tx.put('operator', operator(id))
      })
      await put('d')
      const page = await changes(0, 2)
      expect(page.changes.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect(page.more).toBe(true)
    })
    it('spreads a large commit over positions that a reader takes in pages, in order, none twice', async () => {
      const count = 12_000
      await put('before')
      await store.write(async (tx) => {
        for (let at = 0; at < count; at += 1) {
          await tx.put('operator', operator(`op-${String(at).padStart(5, '0')}`))
        }
        expect(await tx.position()).toBe(4)
      })
      const seen: string[] = []
      let after = 1
      for (let more = true; more; ) {
        const page = await changes(after, 5000)
        expect(page.changes.length).toBeLessThanOrEqual(10_000)
        expect(page.changes.every(({ position }) => position > after)).toBe(true)
        seen.push(...page.changes.map(({ id }) => id))
        after = page.changes.at(-1)?.position ?? after
        more = page.more
      }
      expect(seen).toEqual([...new Set(seen)].sort())
      expect(seen).toHaveLength(count)
      expect((await store.head()).position).toBe(4)
    })
    it('gives many new records the positions that they would have one after the other', async () => {
      const many = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, at) => operator(`op-${String(from + at).padStart(5, '0')}`))
      await store.write(async (tx) => {
        await tx.put('operator', operator('before'))
        await tx.putNew('operator', many(0, 7000))
        await tx.putNew('operator', [])
        await tx.putNew('operator', many(7000, 9999))
        await tx.put('operator', operator('last'))
        expect(await tx.position()).toBe(3)
      })
      const { changes: found } = await changes(0, 20_000)
      const ids = ['before', ...many(0, 9999).map(({ id }) => id), 'last']
      expect(new Map(found.map(({ id, position }) => [id, position]))).toEqual(
        new Map(ids.map((id, at) => [id, 1 + Math.floor(at / 5000)])),
      )
      expect(await store.get('operator', 'op-07000')).toEqual(operator('op-07000'))
    })
    it('lets others have their turn while many new records are written, who see none of them', async () => {
      const many = Array.from({ length: 3000 }, (_, at) => operator(`op-${at}`))
      let seen = 0
      const written = store.write((tx) => tx.putNew('operator', many))
      let isOver = false
      const over = written.then(() => {
        isOver = true
      })
      while (!isOver) {
        const found = (await store.snapshotRows('operator', '', 5000)).count
        if (found === 0) seen += 1
        else expect(found).toBe(3000)
        await setImmediate()
      }
      await over
      expect(seen).toBeGreaterThan(2)
    })
    it('undoes every position of a large commit that throws', async () => {
      const failing = store.write(async (tx) => {
        for (let at = 0; at < 5001; at += 1) await tx.put('operator', operator(`op-${at}`))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect((await store.head()).position).toBe(0)
    })
    it('leaves a tombstone where a record was removed', async () => {
      await put('a')
      await store.write((tx) => tx.remove('operator', 'a'))
      const page = await changes(1)
      expect(page.changes).toMatchObject([{ position: 2, kind: 'operator', id: 'a', row: null }])
      expect(await store.get('operator', 'a')).toBeNull()
    })
    it('gives each position a mark of its own, and keeps it as far back as removals are', async () => {
      for (const id of ['a', 'b', 'c']) await put(id)
      const marks = await Promise.all([0, 1, 2, 3, 4].map((position) => store.markAt(position)))
      expect(new Set(marks.slice(0, 4)).size).toBe(4)
      expect(marks.slice(0, 4)).not.toContain(null)
      expect(marks[4]).toBeNull()
      expect((await store.head()).mark).toBe(marks[3])
      await store.write((tx) => tx.forgetRemovals(2))
      expect([await store.markAt(1), await store.markAt(2)]).toEqual([null, marks[2]])
    })
    it('says how far back removals are remembered', async () => {
      await put('a')
      await store.write((tx) => tx.remove('operator', 'a'))
      await put('b')
      await store.write((tx) => tx.forgetRemovals(2))
      expect((await changes(0)).changes.map(({ id }) => id)).toEqual(['b'])
      expect((await store.head()).oldest).toBe(2)
    })
    it('leaves out kinds that were not asked for', async () => {
      await store.write((tx) => tx.put('provider', sampleProvider()))
      expect((await changes(0)).changes).toEqual([])
    })
    it('tells watchers each position that moved, and nothing else', async () => {
      const heard: number[] = []
      const stop = store.watch((position) => heard.push(position))
      await put('a')
      await store.write(async (tx) => tx.head())
      await put('b')
      stop()
      await put('c')
      expect(heard).toEqual([1, 2])
    })
  })

  describe(`${name}: snapshot and digest`, () => {
    it('pages through a kind in id order and knows the last page', async () => {
      for (const id of ['c', 'a', 'b']) await put(id)
      const first = await store.snapshotRows('operator', '', 2)
      expect(first).toMatchObject({ count: 2, next: 'b' })
      const rows = JSON.parse(`[${Buffer.from(first.json).toString()}]`) as [string, number][]
      expect(rows.map(([id]) => id)).toEqual(['a', 'b'])
      const second = await store.snapshotRows('operator', 'b', 2)
      expect(second).toMatchObject({ count: 1, next: null })
    })
    it('answers an empty page with no rows', async () => {
      expect(await store.snapshotRows('operator', '', 2)).toMatchObject({ count: 0, next: null })
    })
    it('digests whole rows in id order, tombstones left out', async () => {
      for (const id of ['b', 'a', 'gone']) await put(id)
      await put('a', 2)
      await store.write((tx) => tx.remove('operator', 'gone'))
      const { position, kinds } = await store.digest(['operator', 'listing'])
      expect(position).toBe(5)
      const rows: (string | number | null)[][] = JSON.parse(
        `[${Buffer.from((await store.snapshotRows('operator', '', 9)).json).toString()}]`,
      )
      const hash = createHash('sha256').update(rows.map(digestLine).join('')).digest('hex')
      expect(kinds.operator).toEqual({ count: 2, hash })
      const old = createHash('sha256').update('a\x002\nb\x001\n').digest('hex')
      const inOld = await store.digest(['operator'], { roles: ['ops'], protocol: 3 })
      expect(inOld.kinds.operator).toEqual({ count: 2, hash: old })
      expect(kinds.listing?.count).toBe(0)
    })
  })

  describe(`${name}: what is kept beside the records`, () => {
    it('keeps the outcome of a command once', async () => {
      const kept = {
        commandId: 'c1',
        actor: 'op-1',
        bodyHash: hashOf('body'),
        decisionHash: hashOf('decision'),
        outcome: { kind: 'applied', version: 2, position: 1 },
        at: AT,
      } as const
      await store.write((tx) => tx.keepOutcome(kept))
      expect(await store.outcome('c1')).toEqual(kept)
      await expect(store.write((tx) => tx.keepOutcome(kept))).rejects.toThrow()
    })
    it('finds the outcome of an applied command by what was decided, also after a restart', async () => {
      const kept = { actor: 'op-1', bodyHash: hashOf('body'), at: AT } as const
      const applied = { kind: 'applied', version: 2, position: 1 } as const
      const refused = { kind: 'rejected', code: 'wrong-state', detail: 'open' } as const
      const first = { ...kept, commandId: 'c1', decisionHash: hashOf('decision'), outcome: applied }
      await store.write((tx) => tx.keepOutcome(first))
      await store.write((tx) =>
        tx.keepOutcome({ ...kept, commandId: 'c2', decisionHash: null, outcome: refused }),
      )
      store = await under.reopen()
      expect(await store.appliedOutcome(hashOf('decision'))).toEqual(first)
      expect(await store.appliedOutcome(hashOf('other'))).toBeNull()
    })
    it('keeps accounts by id and by address, sessions, tokens until they expire, keys and uploads', async () => {
      const account = accountSchema.parse({
        ...{ id: 'op-1', email: 'a@example.cn', passwordHash: 'x', staffNumber: 'E1001' },
      })
      const session = {
        ...{ id: 's', operatorId: 'op-1', device: 'laptop', startedAt: AT, seenAt: AT, endedAt: null },
        ...{ refreshHash: '', newestSeen: false },
      }
      const ended = { ...session, id: 'e', endedAt: AT }
      const token = {
        hash: hashOf('t'),
        sessionId: 's',
        kind: 'access',
        parentHash: null,
        expiresAt: AT,
        spentAt: null,
        recovered: false,
      } as const
      const upload = {
        marketplace: 'kubesphere',
        providerId: 'p',
        path: '/uploads/p/x/1/a.png',
        url: 'http://x/a.png',
        fileHash: hashOf('f'),
        at: AT,
      }
      await store.write(async (tx) => {
        await tx.putAccount(account)
        await tx.putToken(token)
        await tx.putUpload(upload)
        for (const each of [session, ended, { ...session, id: 'o', operatorId: 'op-2' }]) {
          await tx.putSession(each)
        }
      })
      expect(await store.account('op-1')).toEqual(account)
      expect(await store.accountByEmail('a@example.cn')).toEqual(account)
      expect(await store.accountByStaffNumber('E1001')).toEqual(account)
      expect(await store.accountByStaffNumber('E1002')).toBeNull()
      expect(await store.accounts()).toEqual([account])
      expect(await store.openSessions('op-1')).toEqual([session])
      expect(await store.token(token.hash)).toEqual(token)
      expect(await store.uploads('kubesphere', 'p', '/uploads/p/x/')).toEqual([upload])
      expect(await store.uploads('kubesphere', 'p', '/uploads/p/y/')).toEqual([])
      await store.write((tx) => tx.forgetTokens('2026-11-20T02:00:00.001Z'))
      expect(await store.token(token.hash)).toBeNull()
    })
    it('counts each series from one without gaps, taking back the number of a write that throws', async () => {
      const next = (series: string) => store.write((tx) => tx.nextNumber(series))
      expect([await next('a'), await next('a'), await next('b')]).toEqual([1, 2, 1])
      const failing = store.write(async (tx) => {
        expect(await tx.nextNumber('a')).toBe(3)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await next('a')).toBe(3)
      store = await under.reopen()
      expect((await Promise.all([next('a'), next('a'), next('a')])).sort()).toEqual([4, 5, 6])
    })
    it('runs writes one after the other', async () => {
      const versions = Array.from({ length: 50 }, (_, index) => index + 1)
      await Promise.all(versions.map((version) => put('a', version)))
      expect((await store.get('operator', 'a'))?.version).toBe(50)
    })
  })
}
