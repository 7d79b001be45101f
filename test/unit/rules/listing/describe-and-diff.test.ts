import { expect, test } from 'vitest'
import { describePackage } from '#shared/rules/listing/describe-package.ts'
import { diffPackages } from '#shared/rules/listing/diff-packages.ts'
import { packageReportSchema } from '#shared/rules/listing/package-report.ts'
import {
  completeFiles,
  completeMetadata,
  completeWith,
  packageOf,
  png,
} from '#test/fixtures/build-package.ts'
import { contentsOf, extensionFixture, listingRules } from './listing-desk.ts'

const describe = async (files: typeof completeFiles) =>
  describePackage(await contentsOf(await packageOf(files)), { rules: listingRules, uploads: [] })

const diff = async (changes: Parameters<typeof completeWith>[0]) =>
  diffPackages(
    await contentsOf(await packageOf(completeFiles)),
    await contentsOf(await packageOf(completeWith(changes))),
    listingRules,
  )

test('the view of a package carries what a reviewer reads, and no bytes of pictures', async () => {
  const view = await describe(completeFiles)
  expect(view.metadata).toMatchObject({
    name: 'sample',
    version: '1.2.0',
    displayName: { zh: '示例', en: 'Sample' },
  })
  expect(view.readmes.map(({ language, sections }) => [language, sections.map(({ line }) => line)])).toEqual([
    ['zh', [1, 5, 9, 13, 17]],
    ['en', [1, 5, 9, 13, 17]],
  ])
  expect(view.screenshots).toMatchObject([
    { path: 'static/screenshots/1.png', mediaType: 'image/png', width: 8, height: 6, accepted: true },
    { path: 'static/screenshots/2.png', mediaType: 'image/png' },
    { path: 'static/screenshots/3.jpg', mediaType: 'image/jpeg', width: 640, height: 480, accepted: true },
  ])
  expect(view.icon).toMatchObject({ kind: 'file', mediaType: 'image/svg+xml', accepted: true })
  expect(view.manual).toEqual({ url: 'https://docs.example.cn/sample', place: 'extension.yaml:19 docs' })
  expect(JSON.stringify(view).length).toBeLessThan(8000)
})

test('the view of a real package crosses the wire unchanged', async () => {
  const view = describePackage(await contentsOf(extensionFixture('higress-2.1.4')), {
    rules: listingRules,
    uploads: [],
  })
  const report = { findings: [], package: view, diff: null }
  expect(packageReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
})

test('the same package differs in nothing', async () => {
  expect(await diff({})).toEqual({ metadata: [], files: [], texts: [], values: [], cut: false })
})

test('changed metadata is shown field by field', async () => {
  const { metadata } = await diff({
    'extension.yaml': completeMetadata.replace('1.2.0', '1.3.0').replace('database', 'storage'),
  })
  expect(metadata).toEqual([
    { key: 'version', old: '"1.2.0"', new: '"1.3.0"' },
    { key: 'category', old: '"database"', new: '"storage"' },
  ])
})

test('files are added, removed and changed, with their sizes', async () => {
  const { files } = await diff({
    LICENSE: 'free',
    'static/icon.svg': null,
    'static/screenshots/1.png': png(11),
  })
  expect(files).toMatchObject([
    { path: 'LICENSE', change: 'added', oldBytes: null, newBytes: 4 },
    { path: 'static/icon.svg', change: 'removed', newBytes: null },
    { path: 'static/screenshots/1.png', change: 'changed' },
  ])
})

test('texts are compared line by line', async () => {
  const { texts } = await diff({
    'README.md': String(completeFiles['README.md']).replace('## FAQ', '## FAQ 2'),
  })
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatchObject({ path: 'README.md', tooDifferent: false })
  expect(texts[0]?.hunks[0]?.lines).toContain('-## FAQ')
  expect(texts[0]?.hunks[0]?.lines).toContain('+## FAQ 2')
})

test('texts that have nothing in common are not laid side by side', async () => {
  const lines = (word: string) => Array.from({ length: 4000 }, (_, index) => `${word} ${index}`).join('\n')
  const old = await contentsOf(await packageOf(completeWith({ 'README.md': lines('old') })))
  const next = await contentsOf(await packageOf(completeWith({ 'README.md': lines('new') })))
  expect(diffPackages(old, next, listingRules).texts).toEqual([
    { path: 'README.md', tooDifferent: true, hunks: [] },
  ])
})

test('values are compared by key: added, removed, another type, another default', async () => {
  const old = await contentsOf(
    await packageOf(completeWith({ 'values.yaml': 'a: 1\nb: { c: x, d: [1] }\ne: true\n' })),
  )
  const next = await contentsOf(
    await packageOf(completeWith({ 'values.yaml': 'a: 2\nb: { c: 5, d: [1] }\nf: null\n' })),
  )
  expect(diffPackages(old, next, listingRules).values).toEqual([
    { key: 'a', change: 'default', old: '1', new: '2' },
    { key: 'b.c', change: 'type', old: '"x"', new: '5' },
    { key: 'e', change: 'removed', old: 'true', new: null },
    { key: 'f', change: 'added', old: null, new: 'null' },
  ])
})
