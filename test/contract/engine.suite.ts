import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { engineContract } from '#shared/contracts/console-engine/contract.ts'
import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { newUlid } from '#test/integration/platform/sample-records.ts'
import { type EnginePlatform, PASSWORD, startEnginePlatform, UPLOAD_URL } from './engine-platform.ts'

export type EngineClient = ContractRouterClient<typeof engineContract>

/** What a transport needs to bring an engine up; nothing that could not cross to another thread. */
export interface EngineSetting {
  readonly platformUrl: string
  readonly dataFolder: string
  readonly undoMs: number
}
export interface EngineLine {
  readonly client: EngineClient
  close(): Promise<void>
}

const EVERYTHING = {
  filter: {},
  sort: { column: 'submittedAt', descending: false },
  after: null,
  limit: 50,
} as const
const NOTES = { noteToVendor: '', internalNote: '' }

/** What a page may rely on, whatever line leads to the engine. */
export function describeEngine(
  transport: string,
  open: (setting: EngineSetting) => Promise<EngineLine>,
): void {
  let platform: EnginePlatform
  let folder: string
  let line: EngineLine
  let engine: EngineClient

  beforeAll(async () => {
    platform = await startEnginePlatform()
    folder = await mkdtemp(join(tmpdir(), 'marketdesk-engine-'))
    line = await open({ platformUrl: platform.url, dataFolder: folder, undoMs: 200 })
    engine = line.client
  }, 60_000)
  afterAll(async () => {
    await line?.close()
    await platform?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const applicationAt = (index: number) => platform.applications[index]?.id ?? ''
  const signIn = (id: string) => engine.session.signIn({ email: `${id}@example.cn`, password: PASSWORD })

  /** Waits, event by event, until the engine says so. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    const stop = new AbortController()
    const events = await engine.events(undefined, { signal: stop.signal })
    try {
      if (await holds()) return
      for await (const _event of events) if (await holds()) return
    } finally {
      stop.abort()
    }
  }

  const statusOnPlatform = async (id: string) =>
    (await platform.platform.store.get('application', id))?.status

  describe(`an engine asked ${transport}`, () => {
    it('says that nobody is signed in, and refuses every question about records', async () => {
      const session = await engine.session.get()
      expect(session.state).toBe('signed-out')
      expect(session.marketplaces.map(({ key }) => key).sort()).toEqual([
        'aliyun',
        'huawei',
        'ksyun',
        'kubesphere',
      ])
      expect((await engine.sync.status()).state).toBe('signed-out')
      await expect(engine.applications.list(EVERYTHING)).rejects.toMatchObject({
        code: 'SIGNED_OUT',
        defined: true,
      })
      await expect(engine.decisions.undo({ commandId: newUlid() })).rejects.toMatchObject({
        code: 'SIGNED_OUT',
      })
    })

    it('tells wrong credentials from right ones', async () => {
      const wrong = engine.session.signIn({ email: 'op-1@example.cn', password: 'wrong' })
      await expect(wrong).rejects.toMatchObject({ code: 'BAD_CREDENTIALS', defined: true })
      const { session } = await signIn('op-1')
      expect(session).toMatchObject({ state: 'signed-in', account: { id: 'op-1', roles: ['ops-manager'] } })
    })

    it('fills its copy and proves it equal to the platform', async () => {
      await engine.sync.now()
      await until(async () => (await engine.sync.status()).state === 'live')
      const certificate = await engine.sync.verify()
      expect(certificate.equal).toBe(true)
      expect(certificate.kinds).toContainEqual({
        kind: 'application',
        count: 4,
        platformCount: 4,
        equal: true,
      })
      expect(await engine.sync.certificates()).toContainEqual(certificate)
    })

    it('lists a queue window by window, counts it and opens a case', async () => {
      const first = await engine.applications.list({ ...EVERYTHING, limit: 3 })
      const second = await engine.applications.list({ ...EVERYTHING, limit: 3, after: first.next })
      expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(
        platform.applications.map(({ id }) => id),
      )
      expect([first.total, second.total, second.next]).toEqual([4, 4, null])
      expect((await engine.applications.counts()).byStatus.submitted).toBe(4)
      const read = await engine.applications.get({ id: applicationAt(0) })
      expect(read.application).toEqual(platform.applications[0])
      expect(read.allowed[0]).toBe('application.start-review')
      expect(read.seenDigest).toMatch(/^[0-9a-f]{64}$/)
      expect((await engine.today()).applications.byStatus.submitted).toBe(4)
    })

    it('refuses what the contract does not allow to be asked', async () => {
      const bad = engine.applications.list({ ...EVERYTHING, limit: 100_000 })
      await expect(bad).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      const cursor = engine.applications.list({ ...EVERYTHING, after: 'nonsense' })
      await expect(cursor).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      await expect(engine.applications.get({ id: newUlid() })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        defined: true,
      })
    })

    it('finds people, providers and records by name', async () => {
      expect((await engine.operators()).map(({ id }) => id)).toEqual(['op-1', 'op-2'])
      expect((await engine.find({ text: '澜', limit: 5 })).map(({ title }) => title)).toEqual(['澜起数据'])
      const question = { ...EVERYTHING, sort: { column: 'name', descending: false } } as const
      const [provider] = (await engine.providers.list(question)).rows
      const page = await engine.providers.get({ id: provider?.id ?? '' })
      expect(page.applications).toHaveLength(4)
      expect(page.listings).toHaveLength(1)
    })

    it('fetches a document and shows it by what it is', async () => {
      const document = await engine.files.read({ hash: platform.documentHash })
      expect(document.mediaType).toBe('application/pdf')
      expect(Buffer.from(document.base64, 'base64').toString()).toBe('%PDF-1.7 licence')
      await expect(engine.files.read({ hash: '0'.repeat(64) })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    })

    it('reads a real package and says that its screenshots are missing', async () => {
      const { id } = platform.listing
      const report = await engine.listings.package({ id })
      expect(report.package?.metadata.name).toBe('cert-manager')
      const must = report.findings.filter(({ severity }) => severity === 'must').map(({ ruleId }) => ruleId)
      expect(must.some((ruleId) => ruleId.startsWith('listing.screenshots'))).toBe(true)
      expect(await engine.listings.package({ id })).toEqual(report)
      const read = await engine.listings.get({ id })
      expect(read.listingVersion.packageHash).toBe(platform.listing.packageHash)
      expect((await engine.listings.list(EVERYTHING)).rows.map((row) => row.id)).toEqual([id])
      expect((await engine.listings.counts()).byStatus.in_review).toBe(1)
    }, 30_000)

    it('gives pictures of a package by path, uploads by address, and nothing else', async () => {
      const { id } = platform.listing
      expect((await engine.listings.packageImage({ id, path: UPLOAD_URL })).mediaType).toBe('image/svg+xml')
      const icon = (await engine.listings.package({ id })).package?.icon?.path
      if (icon) expect((await engine.listings.packageImage({ id, path: icon })).mediaType).toMatch(/^image\//)
      for (const path of ['extension.yaml', '../../etc/passwd', 'no/such.png']) {
        await expect(engine.listings.packageImage({ id, path })).rejects.toMatchObject({ code: 'NOT_FOUND' })
      }
    }, 30_000)

    it('keeps drafts and preferences', async () => {
      const id = applicationAt(0)
      expect(await engine.drafts.get({ id })).toEqual({ content: null, savedAt: null })
      const { savedAt } = await engine.drafts.put({ id, content: '请补充营业执照' })
      expect(await engine.drafts.get({ id })).toEqual({ content: '请补充营业执照', savedAt })
      await engine.drafts.put({ id, content: '' })
      expect((await engine.drafts.get({ id })).content).toBe(null)
      expect(await engine.preferences.get({ key: 'table' })).toEqual({ value: null })
      await engine.preferences.put({ key: 'table', value: { widths: [1, 2], 中: '文' } })
      expect(await engine.preferences.get({ key: 'table' })).toEqual({ value: { widths: [1, 2], 中: '文' } })
    })

    it('lays a decision over the record at once, and takes it back without a trace', async () => {
      const id = applicationAt(1)
      const decision = await engine.decisions.submit({
        type: 'application.assign',
        recordId: id,
        expectedVersion: 1,
        seenDigest: null,
        arguments: { assignee: 'op-2' },
      })
      expect(decision.state).toBe('held')
      expect((await engine.applications.get({ id })).assignee).toEqual({ id: 'op-2', name: 'op-2' })
      expect((await engine.sync.outbox()).map(({ recordTitle }) => recordTitle)).toEqual(['云栈科技'])
      expect(await engine.decisions.undo({ commandId: decision.commandId })).toEqual({ undone: true })
      expect((await engine.applications.get({ id })).application.version).toBe(1)
      expect(await engine.decisions.undo({ commandId: decision.commandId })).toEqual({ undone: false })
      expect(await engine.sync.outbox()).toEqual([])
    })

    it('stores nothing of a decision that does not fit, and says why', async () => {
      const about = { recordId: applicationAt(1), expectedVersion: 1, seenDigest: null }
      const refusals = [
        [{ ...about, type: 'application.approve', arguments: NOTES }, 'wrong-state'],
        [{ ...about, type: 'application.reject', arguments: { reasons: [] } }, 'bad-arguments'],
        [
          { ...about, type: 'application.assign', arguments: { assignee: null }, expectedVersion: 9 },
          'stale',
        ],
        [
          { ...about, type: 'application.start-review', arguments: {}, recordId: newUlid() },
          'unknown-record',
        ],
      ] as const
      for (const [decision, code] of refusals) {
        await expect(engine.decisions.submit(decision)).rejects.toMatchObject({
          code: 'REFUSED',
          defined: true,
          data: { code },
        })
      }
      expect(await engine.sync.outbox()).toEqual([])
    })

    it('sends a decision that the platform then has, once', async () => {
      const id = applicationAt(1)
      const seen = await engine.applications.get({ id })
      await engine.decisions.submit({
        type: 'application.start-review',
        recordId: id,
        expectedVersion: seen.application.version,
        seenDigest: seen.seenDigest,
        arguments: {},
      })
      await until(async () => (await engine.sync.outbox()).length === 0)
      expect(await statusOnPlatform(id)).toBe('in_review')
      const after = await engine.applications.get({ id })
      expect(after.application.history.map(({ action }) => action)).toEqual(['application.start-review'])
      expect(after.pending).toEqual([])
    })

    it('brings a decision back with what was seen and what is now, until it is discarded', async () => {
      const id = applicationAt(2)
      const { commandId } = await engine.decisions.submit({
        type: 'application.start-review',
        recordId: id,
        expectedVersion: 1,
        seenDigest: null,
        arguments: {},
      })
      await platform.touch(id)
      await until(async () => (await engine.sync.returned()).length > 0)
      const [returned] = await engine.sync.returned()
      expect(returned).toMatchObject({ commandId, state: 'returned', recordId: id })
      await until(async () => (await engine.sync.returned())[0]?.changedFields.length !== 0)
      expect((await engine.sync.returned())[0]?.changedFields).toEqual([
        {
          label: { zh: '状态', en: 'State' },
          seen: { kind: 'term', id: 'submitted', name: STATUS_WORDS.application.submitted },
          current: { kind: 'term', id: 'withdrawn', name: STATUS_WORDS.application.withdrawn },
        },
      ])
      expect((await engine.applications.get({ id })).returned.map((each) => each.commandId)).toEqual([
        commandId,
      ])
      expect(await engine.sync.discard({ commandId })).toEqual({ discarded: true })
      expect(await engine.sync.discard({ commandId })).toEqual({ discarded: false })
      expect((await engine.sync.status()).returned).toBe(0)
    })

    it('tells a page what changed, until the page stops listening', async () => {
      const stop = new AbortController()
      const events = await engine.events(undefined, { signal: stop.signal })
      await platform.touch(applicationAt(3))
      const seen: EngineEvent[] = []
      const listening = (async () => {
        for await (const event of events) {
          seen.push(event)
          if (event.kind !== 'changed') continue
          const { application } = await engine.applications.get({ id: applicationAt(3) })
          if (application.status === 'withdrawn') return
        }
      })()
      await listening
      stop.abort()
      expect(seen.some(({ kind }) => kind === 'changed')).toBe(true)
      expect((await engine.applications.get({ id: applicationAt(3) })).application.status).toBe('withdrawn')
    })

    it('rebuilds its copy', async () => {
      await engine.sync.rebuild()
      await until(async () => (await engine.sync.status()).state === 'live')
      expect((await engine.applications.list(EVERYTHING)).total).toBe(4)
      expect((await engine.sync.verify()).equal).toBe(true)
    })

    it('lets each person do only what the roles allow', async () => {
      await engine.session.signOut()
      expect((await engine.session.get()).account).toBe(null)
      await signIn('op-2')
      await engine.sync.now()
      await until(async () => (await engine.sync.status()).state === 'live')
      expect((await engine.applications.get({ id: applicationAt(0) })).allowed).toEqual([])
      const decision = engine.decisions.submit({
        type: 'application.start-review',
        recordId: applicationAt(0),
        expectedVersion: 1,
        seenDigest: null,
        arguments: {},
      })
      await expect(decision).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        defined: true,
        data: { needs: ['ops', 'ops-manager'] },
      })
    })

    it('says that the platform does not answer when a file has to be fetched', async () => {
      await platform.close()
      const away = engine.files.read({ hash: '1'.repeat(64) })
      await expect(away).rejects.toMatchObject({ code: 'OFFLINE', defined: true })
      expect((await engine.applications.list(EVERYTHING)).total).toBe(4)
    })
  })
}
