import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inspectPackage, PackageFileError } from '#main/engine/packages/inspect-package.ts'
import type { InspectionRequest } from '#main/engine/packages/inspection.ts'
import { readPackageImage } from '#main/engine/packages/package-image.ts'
import { readImageInfo } from '#shared/rules/listing/image-type.ts'
import {
  completeFiles,
  completeMetadata,
  completeWith,
  packageOf,
  png,
} from '#test/fixtures/build-package.ts'
import { extensionFixture, listingRules } from '../../rules/listing/listing-desk.ts'

// Hostile input is slow by nature, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marketdesk-test-'))
})
afterAll(async () => rm(folder, { recursive: true }))

function requestOf(
  source: InspectionRequest['source'],
  more: Partial<InspectionRequest> = {},
): InspectionRequest {
  return {
    source,
    liveSource: null,
    rules: listingRules,
    live: null,
    pushed: null,
    offer: null,
    uploads: [],
    ...more,
  }
}

async function workerOf(name: string, code: string): Promise<URL> {
  const path = join(folder, `${name}.mjs`)
  await writeFile(path, code)
  return new URL(`file://${path}`)
}

test('a real package is read, judged and described in a thread of its own', async () => {
  const report = await inspectPackage(requestOf(extensionFixture('devops-1.1.3')))
  expect(report.findings).toHaveLength(3)
  expect(report.package?.metadata.name).toBe('devops')
  expect(report.diff).toBeNull()
})

test('bytes are taken as well as a path', async () => {
  const report = await inspectPackage(requestOf(await packageOf(completeFiles)))
  expect(report.findings).toEqual([])
})

test('with the live package at hand it is judged as an update of it', async () => {
  const metadata = completeMetadata.replace('1.2.0', '1.1.0')
  const liveSource = await packageOf(completeWith({ 'extension.yaml': metadata }))
  const update = await inspectPackage(requestOf(await packageOf(completeFiles), { liveSource }))
  expect(update.findings).toEqual([])
  expect(update.diff?.metadata).toEqual([{ key: 'version', old: '"1.1.0"', new: '"1.2.0"' }])
  const backwards = await inspectPackage(
    requestOf(liveSource, { liveSource: await packageOf(completeFiles) }),
  )
  expect(backwards.findings.map(({ ruleId }) => ruleId)).toContain('listing.update.version-not-greater')
})

test('what is known of the live version counts before what its package says', async () => {
  const live = { name: 'sample', version: '9.0.0' }
  const report = await inspectPackage(requestOf(await packageOf(completeFiles), { live }))
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['listing.update.version-not-greater'])
})

test('a file that is not there is an error with the code of the system', async () => {
  const missing = inspectPackage(requestOf(join(folder, 'none.tgz')))
  await expect(missing).rejects.toThrow(PackageFileError)
  await expect(missing).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a thread that does not end in time is ended, and the finding says so', async () => {
  const workerUrl = await workerOf('endless', 'for (;;);')
  const report = await inspectPackage(requestOf('x.tgz'), { workerUrl, timeLimitMilliseconds: 300 })
  expect(report).toMatchObject({
    package: null,
    findings: [{ ruleId: 'package.time-limit', place: 'x.tgz' }],
  })
})

test('a thread that Node ended for its memory is a finding', async () => {
  const code = "throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' })"
  const report = await inspectPackage(requestOf('x.tgz'), { workerUrl: await workerOf('greedy', code) })
  expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(['package.memory-limit'])
})

test('a thread that ends without an answer, or with a wrong one, is an error', async () => {
  const silent = await workerOf('silent', '')
  await expect(inspectPackage(requestOf('x.tgz'), { workerUrl: silent })).rejects.toThrow('no answer')
  const wrong = await workerOf(
    'wrong',
    "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ outcome: 1 })",
  )
  await expect(inspectPackage(requestOf('x.tgz'), { workerUrl: wrong })).rejects.toThrow()
})

test('a picture of a package is given with the type of its bytes; what is no picture is not given', async () => {
  const source = await packageOf(completeWith({ 'static/screenshots/2.png': '<html></html>' }))
  expect(await readPackageImage(source, 'static/screenshots/1.png')).toEqual({
    bytes: new Uint8Array(png(10)),
    mediaType: 'image/png',
  })
  expect(await readPackageImage(source, 'static/screenshots/2.png')).toBeNull()
  expect(await readPackageImage(source, '../extension.yaml')).toBeNull()
})

test('reading writes nothing: it works where the system forbids every write', async () => {
  const script = `
    const { readPackage } = await import('#node/package-archive/read-package.ts')
    const { contents } = await readPackage(process.argv[1])
    console.log(contents.files.length, process.permission.has('fs.write'))`
  const args = ['--permission', '--allow-fs-read=*', '--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, extensionFixture('devops-1.1.3')],
    {
      cwd: new URL('../../../../', import.meta.url),
    },
  )
  expect(stdout.trim()).toBe('19 false')
})

test('pictures uploaded apart are judged and described by what their bytes are', async () => {
  const urls = [1, 2, 3].map((shade) => `https://files.example.cn/${shade}.png`)
  const metadata = completeMetadata.replace(
    /screenshots:\n(?: {2}- .*\n)+/,
    `screenshots: ${JSON.stringify(urls)}\n`,
  )
  const pictures = {
    'static/screenshots/1.png': null,
    'static/screenshots/2.png': null,
    'static/screenshots/3.jpg': null,
  }
  const source = await packageOf(completeWith({ ...pictures, 'extension.yaml': metadata }))
  const uploads = urls.map((url, at) => ({ url, sha256: `${at}`.repeat(64), image: readImageInfo(png(at)) }))
  const report = await inspectPackage(requestOf(source, { uploads }))
  expect(report.findings).toEqual([])
  expect(report.package?.screenshots[0]).toMatchObject({
    kind: 'url',
    mediaType: 'image/png',
    accepted: true,
    width: 8,
  })
})
