import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeOperator } from '#platform/auth/operators.ts'
import type { FeedPage, SnapshotStart } from '#shared/contracts/console-platform/feed.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { sampleApplication, sampleListing, sampleProvider, sampleVersion } from './sample-records.ts'

type Client = ReturnType<PlatformUnderTest['client']>
type Changes = Extract<FeedPage, { kind: 'changes' }>

let under: PlatformUnderTest
let ops: Client
let support: Client
beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops'])
  await under.addOperator('wang', ['support'])
  ops = under.client(await under.signIn('li'))
  support = under.client(await under.signIn('wang'))
})
afterAll(() => under.close())

async function changesAfter(client: Client, start: SnapshotStart, after: number, limit?: number) {
  const { epoch, scope } = start
  const page = await client.feed({ after, epoch, scope, ...(limit === undefined ? {} : { limit }) })
  expect(page.kind).toBe('changes')
  return page as Changes
}

describe('the change feed', () => {
  it('misses nothing and repeats nothing while others write', async () => {
    const start = await ops.snapshotStart()
    const ids = Array.from({ length: 120 }, (_, index) => `provider-${String(index).padStart(3, '0')}`)
    const writing = Promise.all(
      ids.map((id) => under.platform.store.write((tx) => tx.put('provider', sampleProvider({ id })))),
    )
    const seen: [number, string][] = []
    let after = start.position
    while (seen.length < ids.length) {
      const page = await changesAfter(ops, start, after, 7)
      for (const [position, kind, row] of page.changes) {
        expect(position).toBeGreaterThan(after)
        expect(kind).toBe('provider')
        seen.push([position, String(row[0])])
      }
      expect(page.position).toBeGreaterThanOrEqual(after)
      after = page.position
    }
    await writing
    expect(seen.map(([, id]) => id).sort()).toEqual(ids)
    const positions = seen.map(([position]) => position)
    expect(positions).toEqual([...positions].sort((left, right) => left - right))
  })
  it('carries a removal as the id alone', async () => {
    const start = await ops.snapshotStart()
    await under.platform.store.write((tx) => tx.remove('provider', 'provider-000'))
    const page = await changesAfter(ops, start, start.position)
    expect(page.changes).toEqual([[start.position + 1, 'provider', 'provider-000']])
  })
  it('starts a console over when it is behind what is kept, ahead of us, or of another history', async () => {
    const { epoch, scope, position } = await ops.snapshotStart()
    await under.platform.store.write((tx) => tx.forgetRemovals(position - 1))
    const asked = { epoch, scope, after: position }
    expect(await ops.feed({ ...asked, after: position - 2 })).toEqual({
      kind: 'reset-required',
      reason: 'position-too-old',
    })
    expect(await ops.feed({ ...asked, after: position - 1 })).toMatchObject({ kind: 'changes' })
    for (const wrong of [{ after: position + 1 }, { epoch: 'other' }]) {
      expect(await ops.feed({ ...asked, ...wrong })).toEqual({
        kind: 'reset-required',
        reason: 'platform-restored',
      })
    }
  })
  it('starts a console over that was told of another commit at its position', async () => {
    const { epoch, scope, position, mark } = await ops.snapshotStart()
    const asked = { epoch, scope, after: position }
    expect(await ops.feed({ ...asked, mark: mark ?? '' })).toMatchObject({ kind: 'changes', position, mark })
    expect(await ops.feed({ ...asked, mark: 'of another history' })).toEqual({
      kind: 'reset-required',
      reason: 'platform-restored',
    })
  })
  it('starts a console over when the roles changed', async () => {
    const { epoch, scope, position } = await ops.snapshotStart()
    await changeOperator(under.platform, 'li', { roles: ['ops', 'ops-manager'] })
    expect(await ops.feed({ epoch, scope, after: position })).toEqual({
      kind: 'reset-required',
      reason: 'scope-changed',
    })
  })
})

describe('the role filter', () => {
  it('sends support neither applications nor identity numbers, and the same digest as its rows', async () => {
    const listing = sampleListing()
    const start = await support.snapshotStart()
    await under.platform.store.write(async (tx) => {
      await tx.put('provider', sampleProvider({ id: 'secretive' }))
      await tx.put('application', sampleApplication())
      await tx.put('listing', listing)
      await tx.put('listingVersion', sampleVersion(listing))
    })
    expect(start.kinds).toEqual([
      'operator',
      'companyControl',
      'policyPack',
      'holidayTable',
      'provider',
      'listing',
      'listingVersion',
      'order',
      'supervision',
      'subscription',
      'cluster',
      'contact',
      'interfaceCall',
      'meteredBill',
      'settledOrders',
      'noticeTemplate',
      'notice',
    ])
    const page = await changesAfter(support, start, start.position)
    expect(page.changes.map(([, kind]) => kind)).toEqual(['listing', 'listingVersion', 'provider'])
    const pages = await Promise.all(start.kinds.map((kind) => support.snapshotPage({ kind })))
    const received = JSON.stringify([page, pages])
    for (const secret of ['91110108MA01KPGK0L', '110101199003070000', '13800000000']) {
      expect(received).not.toContain(secret)
    }
    await expect(support.snapshotPage({ kind: 'application' })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { kinds } = await support.digest()
    expect(kinds.application).toBeUndefined()
    expect(kinds.provider?.count).toBe(pages[start.kinds.indexOf('provider')]?.rows.length)
  })
  it('serves a file only to who may see a record that names it', async () => {
    const hash = await under.platform.files.put(Buffer.from('licence'))
    const document = {
      kind: 'business-licence',
      fileHash: hash,
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      bytes: 7,
      expiresOn: null,
    }
    const application = sampleApplication()
    const applicant = { ...application.applicant, documents: [document] }
    const fetchAs = async (id: string) =>
      fetch(`${under.url}/v1/files/${hash}`, {
        headers: { authorization: `Bearer ${await under.signIn(id)}` },
      })
    expect((await fetchAs('li')).status).toBe(404)
    await under.platform.store.write((tx) => tx.put('application', { ...application, applicant }))
    const answer = await fetchAs('li')
    expect(await answer.text()).toBe('licence')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect((await fetchAs('wang')).status).toBe(404)
    expect((await fetch(`${under.url}/v1/files/${hash}`)).status).toBe(401)
  })
})

describe('the wake-up stream', () => {
  it('tells on arrival how often it shows itself and the position, and the position whenever the feed moves', async () => {
    const headers = { authorization: `Bearer ${await under.signIn('li')}` }
    const response = await fetch(`${under.url}/v1/feed/wake`, { headers })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const { position } = await under.platform.store.head()
    expect(await reader?.read()).toMatchObject({
      value: `: next within 3000 ms\n\ndata: {"position":${position}}\n\n`,
    })
    await under.platform.store.write((tx) => tx.put('provider', sampleProvider({ id: 'waker' })))
    expect(await reader?.read()).toMatchObject({ value: `data: {"position":${position + 1}}\n\n` })
    await reader?.cancel()
  })
})
