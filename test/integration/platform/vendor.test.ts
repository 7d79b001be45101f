import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '#platform/vendor-api/vendor.ts'
import { completeFiles, completeMetadata, packageOf, png, tgzOf } from '#test/fixtures/build-package.ts'
import { type PlatformUnderTest, startPlatformUnderTest } from './platform-under-test.ts'
import { newUlid, PAID, sampleApplicant, sampleObligation, sampleProvider } from './sample-records.ts'
import { vendorTool } from './vendor-tool.ts'

let under: PlatformUnderTest
let tool: ReturnType<typeof vendorTool>
let ops: ReturnType<PlatformUnderTest['client']>

async function vendor(providerId: string, isProvider = true) {
  if (isProvider) {
    await under.platform.store.write(async (tx) => {
      await tx.put('provider', sampleProvider({ id: providerId }))
      await tx.put('depositObligation', sampleObligation({ providerId, entries: PAID }))
    })
  }
  const key = await createApiKey(under.platform, { marketplace: 'kubesphere', providerId, label: 'laptop' })
  const made = vendorTool(under.url, key)
  await made.login()
  return made
}
const stored = (id: string) => under.platform.store.get('listingVersion', id)
const packageNamed = async (name: string, version: string, more: Record<string, string> = {}) => {
  const metadata = completeMetadata.replace('name: sample', `name: ${name}`).replace('1.2.0', version)
  return new Uint8Array(await packageOf({ ...completeFiles, 'extension.yaml': metadata, ...more }))
}

beforeAll(async () => {
  under = await startPlatformUnderTest()
  await under.addOperator('li', ['ops', 'ops-manager'])
  ops = under.client(await under.signIn('li'))
  tool = await vendor('vendor-a')
})
afterAll(() => under.close())

async function decide(type: 'listing.start-review' | 'listing.approve' | 'listing.publish', id: string) {
  const notes = { noteToVendor: '', internalNote: '' }
  const said = type === 'listing.approve' ? notes : {}
  const expectedVersion = (await stored(id))?.version ?? 0
  const command = { id: newUlid(), type, recordId: id, expectedVersion, seenDigest: null, arguments: said }
  expect(await ops.command(command)).toMatchObject({ kind: 'applied' })
}

describe("the vendor's tool", () => {
  it('logs in with an API key, and is told when it is wrong', async () => {
    expect(await tool.login()).toBe('vendor-a')
    await expect(vendorTool(under.url, 'wrong').login()).rejects.toThrow('401 The API key is not valid.')
  })
  it('pushes, submits, lists, shows and takes back a real package; the desk gets it with its findings', async () => {
    const bytes = new Uint8Array(
      await readFile(new URL('../../fixtures/extensions/devops-1.1.3.tgz', import.meta.url)),
    )
    const before = await ops.snapshotStart()
    const snapshot = await tool.pushPackage('devops', bytes)
    await tool.submit(snapshot)
    const feed = await ops.feed({ after: before.position, epoch: before.epoch, scope: before.scope })
    expect(feed).toMatchObject({ kind: 'changes' })
    expect(await stored(snapshot)).toMatchObject({
      status: 'submitted',
      packageVersion: '1.1.3',
      packageBytes: bytes.byteLength,
      submittedAt: '2026-11-20T02:00:00.000Z',
      dueOn: '2026-11-25',
    })
    expect((await stored(snapshot))?.findings.map(({ ruleId }) => ruleId)).toEqual([
      'listing.readme.sections.zh',
      'listing.readme.sections.en',
      'listing.screenshots.minimum',
    ])
    expect(await tool.list()).toMatchObject({
      extensions: [{ name: 'devops', status: 'draft', latest_version: { version: '1.1.3' } }],
    })
    expect(await tool.snapshots('devops')).toMatchObject([
      { snapshot_id: snapshot, metadata: { version: '1.1.3' }, status: 'submitted' },
    ])
    expect(await tool.version('devops', '1.1.3')).toMatchObject({ version: '1.1.3', status: 'submitted' })
    await tool.unpush(snapshot)
    expect(await tool.snapshots('devops')).toMatchObject([{ status: 'draft' }])
    expect(await stored(snapshot)).toMatchObject({ status: 'draft', submittedAt: null, dueOn: null })
  })
  it('uploads its pictures apart; the version then names them by hash', async () => {
    const [first = '', second = ''] = await tool.uploadFiles('pictured', '1.0.0', [
      { name: '1.png', bytes: new Uint8Array(png(1)) },
      { name: '2.png', bytes: new Uint8Array(png(2)) },
    ])
    const metadata = completeMetadata
      .replace('name: sample', 'name: pictured')
      .replace('1.2.0', '1.0.0')
      .replace('./static/screenshots/1.png', first)
    const bytes = new Uint8Array(await packageOf({ ...completeFiles, 'extension.yaml': metadata }))
    const snapshot = await tool.pushPackage('pictured', bytes)
    expect((await stored(snapshot))?.uploads).toMatchObject([
      { url: first, path: '/uploads/vendor-a/pictured/1.0.0/1.png' },
    ])
    expect(second).not.toBe(first)
    expect((await stored(snapshot))?.findings.map(({ ruleId }) => ruleId)).toEqual([
      'listing.screenshots.unlisted',
    ])
  })
  it('is told at the push that an uploaded picture is neither JPG nor PNG, whatever its name is', async () => {
    const gif = { name: '1.png', bytes: new Uint8Array(Buffer.from('GIF89a______')) }
    const [address = ''] = await tool.uploadFiles('animated', '1.0.0', [gif])
    const metadata = completeMetadata
      .replace('name: sample', 'name: animated')
      .replace('./static/screenshots/1.png', address)
    const bytes = new Uint8Array(await packageOf({ ...completeFiles, 'extension.yaml': metadata }))
    const snapshot = await tool.pushPackage('animated', bytes)
    const format = (await stored(snapshot))?.findings.find(({ ruleId }) =>
      ruleId.endsWith('screenshots.format'),
    )
    expect(format).toMatchObject({ severity: 'must', place: address })
  })
  it('gets short addresses, however long the names of its pictures are', async () => {
    const named = { name: `${'截图'.repeat(60)}.png`, bytes: new Uint8Array(png(7)) }
    const [address = ''] = await tool.uploadFiles('long', '1.0.0', [named])
    expect(address).toMatch(/\/[0-9a-f]{64}\/picture\.png$/)
  })
  it('may upload neither what is no picture nor outside its folder', async () => {
    const html = { name: 'a.png', bytes: new Uint8Array(Buffer.from('<html>')) }
    await expect(tool.uploadFiles('x', '1', [html])).rejects.toThrow('422 a.png')
    const outside = { name: '../../../vendor-b/x.png', bytes: new Uint8Array(png(1)) }
    await expect(tool.uploadFiles('x', '1', [outside])).rejects.toThrow('400')
    const pathless = new FormData()
    pathless.append('file1', new Blob([new Uint8Array(png(1))]), '1.png')
    const upload = tool.send('POST', '/apis/extension/v1/users/vendor-a/files', pathless)
    await expect(upload).rejects.toThrow('400 file1_path is missing.')
  })
  it('replaces a draft in place, but nothing that is under review', async () => {
    const first = await tool.pushPackage('replaced', await packageNamed('replaced', '1.0.0'))
    const second = await tool.pushPackage('replaced', await packageNamed('replaced', '1.0.1'))
    expect(second).toBe(first)
    expect(await stored(first)).toMatchObject({ version: 2, packageVersion: '1.0.1', status: 'draft' })
    await tool.submit(first)
    await decide('listing.start-review', first)
    const third = tool.pushPackage('replaced', await packageNamed('replaced', '1.0.2'))
    await expect(third).rejects.toThrow(`409 Version 1.0.1 is in_review: unpush ${first} first.`)
  })
  it('after publication pushes only what is greater, compared with the live package', async () => {
    const first = await tool.pushPackage('updated', await packageNamed('updated', '1.0.0'))
    await tool.submit(first)
    await decide('listing.start-review', first)
    await decide('listing.approve', first)
    await decide('listing.publish', first)
    expect(await tool.summary('updated')).toMatchObject({
      status: 'ready',
      latest_version: { version: '1.0.0' },
    })
    expect(await tool.snapshots('updated')).toMatchObject([{ status: 'active' }])
    const same = tool.pushPackage('updated', await packageNamed('updated', '1.0.0'))
    await expect(same).rejects.toThrow(/^422 .*The new version 1\.0\.0 is not greater/)
    const next = await tool.pushPackage('updated', await packageNamed('updated', '1.1.0'))
    expect((await stored(next))?.livePackageHash).toBe((await stored(first))?.packageHash)
  })
  it('is told in words what is wrong with a bad package, and nothing is filed', async () => {
    const bad: [string, Uint8Array<ArrayBuffer>, RegExp][] = [
      ['bad', new Uint8Array(Buffer.from('hello')), /^422 文件不是 gzip/],
      [
        'bad',
        new Uint8Array(
          await tgzOf([
            { name: 'bad/extension.yaml', body: 'x' },
            { name: '../evil', body: 'x' },
          ]),
        ),
        /^422 路径含/,
      ],
      ['bad', await packageNamed('other', '1.0.0'), /^422 包内为 other/],
      ['bad', await packageNamed('bad', '1.0'), /^422 版本号/],
    ]
    for (const [name, bytes, message] of bad)
      await expect(tool.pushPackage(name, bytes)).rejects.toThrow(message)
    await expect(tool.summary('bad')).rejects.toThrow('404')
  })
  it("sees and touches nothing of another vendor's", async () => {
    const snapshot = await tool.pushPackage('private', await packageNamed('private', '1.0.0'))
    const other = await vendor('vendor-b')
    await expect(other.summary('private')).rejects.toThrow('404')
    await expect(other.submit(snapshot)).rejects.toThrow('404')
    await expect(other.pushPackage('private', await packageNamed('private', '1.0.0'))).rejects.toThrow('403')
    await expect(other.send('GET', '/apis/extension/v1/users/vendor-a/files/usage')).rejects.toThrow('403')
    expect(await other.list()).toEqual({ extensions: [] })
  })
})

describe("a vendor's application", () => {
  it('comes in with its documents, goes back for changes, comes again and can be withdrawn', async () => {
    const newcomer = await vendor('newcomer', false)
    const form = new FormData()
    form.append('file', new Blob(['%PDF-1.7']), 'licence.pdf')
    const { hash } = (await newcomer.send('POST', '/apis/provider/v1/documents', form)) as { hash: string }
    const document = {
      kind: 'business-licence',
      fileHash: hash,
      fileName: 'licence.pdf',
      mediaType: 'application/pdf',
      bytes: 8,
      expiresOn: null,
    }
    const applicant = sampleApplicant({ documents: [document] })
    const submit = (said: unknown) =>
      newcomer.send('POST', '/apis/provider/v1/applications', JSON.stringify(said))
    const { id } = (await submit({ purpose: 'first', applicant })) as { id: string }
    expect(await under.platform.store.get('application', id)).toMatchObject({
      status: 'submitted',
      version: 1,
    })
    expect(await under.platform.store.get('provider', 'newcomer')).toMatchObject({ status: 'prospect' })
    await expect(submit({ purpose: 'first', applicant })).rejects.toThrow('409')

    const give = async (
      type: 'application.start-review' | 'application.request-changes',
      version: number,
    ) => {
      const refusal = { reasons: ['r'], noteToVendor: '请补充', internalNote: '内部' }
      const said = type === 'application.start-review' ? {} : refusal
      const command = {
        id: newUlid(),
        type,
        recordId: id,
        expectedVersion: version,
        seenDigest: null,
        arguments: said,
      }
      expect(await ops.command(command)).toMatchObject({ kind: 'applied' })
    }
    await give('application.start-review', 1)
    await give('application.request-changes', 2)
    const mine = JSON.stringify(await newcomer.send('GET', '/apis/provider/v1/applications'))
    expect(mine).toContain('请补充')
    expect(mine).not.toContain('内部')
    const path = `/apis/provider/v1/applications/${id}`
    await newcomer.send('POST', `${path}/resubmission`, JSON.stringify({ ...applicant, staff: 40 }))
    expect(await under.platform.store.get('application', id)).toMatchObject({
      status: 'submitted',
      version: 4,
    })
    await newcomer.send('POST', `${path}/withdrawal`)
    expect(await under.platform.store.get('application', id)).toMatchObject({
      status: 'withdrawn',
      version: 5,
    })
  })
  it('names only documents the vendor itself uploaded', async () => {
    const newcomer = await vendor('careless', false)
    const foreign = {
      kind: 'business-licence',
      fileHash: 'a'.repeat(64),
      fileName: 'x.pdf',
      mediaType: 'application/pdf',
      bytes: 1,
      expiresOn: null,
    }
    const form = { purpose: 'first', applicant: sampleApplicant({ documents: [foreign] }) }
    await expect(
      newcomer.send('POST', '/apis/provider/v1/applications', JSON.stringify(form)),
    ).rejects.toThrow('422 The document x.pdf was not uploaded.')
  })
})
