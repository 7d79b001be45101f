import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { defaultArchiveLimits } from '#node/package-archive/archive-limits.ts'
import { packPackage } from '#node/package-archive/pack-package.ts'
import { readPackage } from '#node/package-archive/read-package.ts'
import { readPackageFile } from '#node/package-archive/read-package-file.ts'
import type { ArchiveSource } from '#node/package-archive/walk-archive.ts'
import {
  completeFiles,
  type Entry,
  manyEntries,
  packageOf,
  png,
  stampChecksum,
  tarOf,
  tgzOf,
  zeroBomb,
} from '#test/fixtures/build-package.ts'

// Hostile input is slow by nature, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const fixture = (name: string) => new URL(`../../fixtures/extensions/${name}.tgz`, import.meta.url).pathname

async function findingsOf(source: ArchiveSource) {
  const { contents, findings } = await readPackage(source)
  return { read: contents !== null, found: findings.map(({ ruleId, place }) => `${ruleId} ${place}`) }
}

async function findingsOfEntries(entries: readonly Entry[]) {
  return findingsOf(await tgzOf([{ name: 'sample/extension.yaml', body: 'name: sample' }, ...entries]))
}

test('a real package is read: paths without the top folder, sizes, hashes, texts', async () => {
  const { contents, findings } = await readPackage(fixture('devops-1.1.3'))
  expect(findings).toEqual([])
  expect(contents?.topFolder).toBe('devops')
  expect(contents?.files.map(({ path }) => path)).toContain('charts/agent/charts/jenkins/values.yaml')
  const license = contents?.files.find(({ path }) => path === 'LICENSE')
  expect(license?.bytes).toBe(11_357)
  expect(license?.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(license?.text?.encoding).toBe('utf-8')
})

test('only what a review needs is kept in memory', async () => {
  const { contents } = await readPackage(fixture('devops-1.1.3'))
  const kept = contents?.files.filter(({ content }) => content !== null).map(({ path }) => path)
  expect(kept?.some((path) => path.startsWith('charts/'))).toBe(false)
  expect(kept).toContain('static/devops-icon.png')
})

test('a file that is not gzip is said to be none', async () => {
  expect(await findingsOf(Buffer.from('PK\u0003\u0004 a zip'))).toEqual({
    read: false,
    found: ['package.not-gzip .'],
  })
  expect(await findingsOf(Buffer.alloc(0))).toEqual({ read: false, found: ['package.not-gzip .'] })
})

test('gzip that holds no tar is said to hold none', async () => {
  expect(await findingsOf(gzipSync('hello'.repeat(1000)))).toEqual({
    read: false,
    found: ['package.not-tar .'],
  })
})

test('a package cut anywhere is incomplete, and nothing of it is believed', async () => {
  const whole = await packageOf(completeFiles)
  for (const length of [1, 2, 10, 200, whole.length - 100, whole.length - 8, whole.length - 1]) {
    expect(await findingsOf(whole.subarray(0, length)), `${length} bytes`).toEqual({
      read: false,
      found: ['package.truncated .'],
    })
  }
})

test('a tar cut inside an intact gzip is incomplete too', async () => {
  const tar = await tarOf([{ name: 'sample/README.md', body: 'x'.repeat(5000) }])
  expect(await findingsOf(gzipSync(tar.subarray(0, 2000)))).toEqual({
    read: false,
    found: ['package.truncated .'],
  })
})

test('a wrong checksum is damage', async () => {
  const bytes = await packageOf(completeFiles)
  const at = bytes.length - 6
  bytes[at] = (bytes[at] ?? 0) ^ 1
  expect(await findingsOf(bytes)).toEqual({ read: false, found: ['package.corrupt .'] })
})

test('bytes after the archive are damage', async () => {
  const bytes = Buffer.concat([await packageOf(completeFiles), Buffer.from('and more')])
  expect(await findingsOf(bytes)).toEqual({ read: false, found: ['package.corrupt .'] })
})

test.each([
  ['../../etc/passwd', 'package.path-traversal'],
  ['sample/../../x', 'package.path-traversal'],
  ['sample\\..\\..\\x', 'package.path-traversal'],
  ['/etc/passwd', 'package.absolute-path'],
  ['C:/Windows/x', 'package.absolute-path'],
  ['\\\\server\\share', 'package.absolute-path'],
  ['sample/a\u0007b', 'package.path-characters'],
  ['sample/a\u202Egnp.exe', 'package.path-characters'],
  ['sample/a\\b', 'package.path-characters'],
  [`sample/${'n'.repeat(300)}`, 'package.path-length'],
  [`sample/${'d/'.repeat(300)}x`, 'package.path-length'],
])('an entry named %j is refused and the rest is read', async (name, rule) => {
  const { read, found } = await findingsOfEntries([{ name, body: 'x' }])
  expect(read).toBe(true)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(rule)
  expect(found[0]).not.toMatch(/\p{Cc}|\p{Cf}/u)
})

test('a name that is not UTF-8 is refused', async () => {
  const tar = await tarOf([
    { name: 'sample/extension.yaml', body: 'x' },
    { name: 'sample/bad_.txt', body: 'x' },
  ])
  const at = tar.indexOf('bad_')
  const header = tar.subarray(at - 7, at - 7 + 512)
  header[10] = 0xb2
  stampChecksum(header)
  expect(await findingsOf(gzipSync(tar))).toEqual({
    read: true,
    found: ['package.path-characters sample/bad\uFFFD.txt'],
  })
})

test.each([
  ['symlink', 'package.link'],
  ['link', 'package.link'],
  ['character-device', 'package.device'],
  ['block-device', 'package.device'],
  ['fifo', 'package.device'],
] as const)('a %s is refused and the rest is read', async (type, rule) => {
  const entry = { name: 'sample/evil', type, linkname: '/etc/passwd' }
  expect(await findingsOfEntries([entry])).toEqual({ read: true, found: [`${rule} sample/evil`] })
})

test('a path that stands twice is named once, and the first one counts', async () => {
  const bytes = await tgzOf([
    { name: 'sample/README.md', body: 'first' },
    { name: './sample//README.md', body: 'second' },
  ])
  const { contents, findings } = await readPackage(bytes)
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['package.duplicate-path'])
  expect(contents?.files.map(({ text }) => text?.value)).toEqual(['first'])
})

test('several top folders are a finding; the one with metadata is judged', async () => {
  const bytes = await tgzOf([
    { name: 'aaa/README.md', body: 'x' },
    { name: 'sample/extension.yaml', body: 'x' },
    { name: 'stray.txt', body: 'x' },
  ])
  const { contents, findings } = await readPackage(bytes)
  expect(findings.map(({ ruleId, place }) => [ruleId, place])).toEqual([
    ['package.top-folder', 'aaa/, sample/, stray.txt'],
  ])
  expect(contents?.topFolder).toBe('sample')
})

test('an archive without a file is empty', async () => {
  expect(await findingsOf(await tgzOf([]))).toEqual({ read: false, found: ['package.empty .'] })
})

test('10 GB of zeros in 10 MB are left after the bound, not inflated', async () => {
  const tar = await tarOf([{ name: 'sample/zeros', body: 'x' }])
  const tenGigabytes = 10 * 1024 ** 3
  let taken = 0
  const bomb = zeroBomb(tar.subarray(0, 512), tenGigabytes, (size) => {
    taken += size
  })
  expect(await findingsOf(bomb)).toEqual({ read: false, found: ['package.inflated-size .'] })
  expect(taken).toBeLessThan(1024 * 1024)
})

test('a file that only claims to be larger than the bound is refused at its header', async () => {
  const tar = await tarOf([{ name: 'sample/a', body: 'x' }])
  tar.write('77777777777\0', 124)
  stampChecksum(tar)
  expect(await findingsOf(gzipSync(tar))).toEqual({ read: false, found: ['package.inflated-size .'] })
})

test('100,000 entries are left after the bound', async () => {
  expect(await findingsOf(await manyEntries(100_000))).toEqual({
    read: false,
    found: ['package.entry-count .'],
  })
})

test('a package larger than the bound is not read on', async () => {
  const { contents, findings } = await readPackage(await packageOf(completeFiles), {
    ...defaultArchiveLimits,
    packedBytes: 1000,
  })
  expect(contents).toBeNull()
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['package.packed-size'])
})

test('a screenshot larger than the bound is listed, not kept, and said so', async () => {
  const limits = { ...defaultArchiveLimits, keptImageBytes: 100 }
  const { contents, findings } = await readPackage(
    await packageOf({ 'extension.yaml': 'x', 'static/screenshots/1.png': Buffer.alloc(101) }),
    limits,
  )
  expect(contents?.files.map(({ bytes, content }) => [bytes, content === null])).toEqual([
    [1, false],
    [101, true],
  ])
  expect(findings.map(({ ruleId, place }) => [ruleId, place])).toEqual([
    ['package.not-kept', 'sample/static/screenshots/1.png'],
  ])
})

test('a README in GB18030 is decoded', async () => {
  const gb = Buffer.from('d6d0cec4cbb5c3f7', 'hex')
  const { contents } = await readPackage(await packageOf({ 'README_zh.md': gb }))
  expect(contents?.files[0]?.text).toEqual({ value: '中文说明', encoding: 'gb18030' })
})

test('arriving byte by byte it is the same package', async () => {
  const bytes = await packageOf(completeFiles)
  const oneByOne = (async function* () {
    for (const byte of bytes) yield Uint8Array.of(byte)
  })()
  expect(await readPackage(oneByOne)).toEqual(await readPackage(bytes))
})

test('a file that is not there is the fault of the caller, not a finding', async () => {
  await expect(readPackage('/nowhere/at/all.tgz')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('one file of a package is read by its path', async () => {
  const bytes = await packageOf(completeFiles)
  expect(await readPackageFile(bytes, 'static/screenshots/1.png')).toEqual(png(10))
  expect(await readPackageFile(bytes, 'static/screenshots/9.png')).toBeNull()
  expect(await readPackageFile(bytes.subarray(0, 500), 'static/screenshots/1.png')).toBeNull()
})

test('packing the same files in any order gives the same bytes, and they read back', async () => {
  const files = [
    { path: 'sample/b.txt', content: 'two' },
    { path: 'sample/a.txt', content: Buffer.from('one') },
  ]
  const bytes = await packPackage(files)
  expect(await packPackage([...files].reverse())).toEqual(bytes)
  const { contents } = await readPackage(bytes)
  expect(contents?.files.map(({ path, bytes: size }) => [path, size])).toEqual([
    ['a.txt', 3],
    ['b.txt', 3],
  ])
})
