import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { readPackage } from '#node/package-archive/read-package.ts'
import { checkPackage } from '#shared/rules/listing/check-package.ts'
import { describePackage } from '#shared/rules/listing/describe-package.ts'
import { diffPackages } from '#shared/rules/listing/diff-packages.ts'
import { packageReportSchema } from '#shared/rules/listing/package-report.ts'
import { completeFiles, packageOf, tgzOf } from '#test/fixtures/build-package.ts'
import { contentsOf, listingRules } from './listing-desk.ts'

// Hostile input is slow by nature, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 })

const input = {
  rules: listingRules,
  live: { name: 'sample', version: '1.1.0' },
  pushed: null,
  offer: null,
  uploads: [],
}
const complete = await packageOf(completeFiles)
const completeContents = await contentsOf(complete)

/** What a reviewer would get, through the schema that guards the wire. */
async function report(bytes: Uint8Array) {
  const { contents, findings } = await readPackage(bytes)
  if (contents === null) return packageReportSchema.parse({ findings, package: null, diff: null })
  return packageReportSchema.parse({
    findings: [...findings, ...checkPackage(contents, input)],
    package: describePackage(contents, input),
    diff: diffPackages(completeContents, contents, listingRules),
  })
}

const original = await report(complete)

const flips = fc.array(fc.record({ at: fc.nat(), by: fc.integer({ min: 1, max: 255 }) }), {
  minLength: 1,
  maxLength: 5,
})

function tampered(
  bytes: Uint8Array,
  changes: readonly { readonly at: number; readonly by: number }[],
): Buffer {
  const copy = Buffer.from(bytes)
  for (const { at, by } of changes) copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ by
  return copy
}

test('flipping bytes of the compressed package gives findings or the same report', async () => {
  const property = fc.asyncProperty(flips, async (changes) => {
    const { findings, ...rest } = await report(tampered(complete, changes))
    // The header's time, system and flags are free: such changes may leave the package what it was.
    if (findings.length === 0) expect({ findings, ...rest }).toEqual(original)
  })
  await fc.assert(property, { numRuns: 300 })
})

test('flipping bytes inside the archive gives a report; what cannot be read has a finding', async () => {
  const tar = gunzipSync(complete)
  const property = fc.asyncProperty(flips, async (changes) => {
    const { findings, package: view, diff } = await report(gzipSync(tampered(tar, changes), { level: 1 }))
    expect(view === null).toBe(diff === null)
    if (view === null) expect(findings).not.toEqual([])
  })
  await fc.assert(property, { numRuns: 300 })
})

test('cutting the package anywhere gives a finding', async () => {
  const property = fc.asyncProperty(fc.integer({ min: 0, max: complete.length - 1 }), async (length) => {
    expect((await report(complete.subarray(0, length))).findings).toHaveLength(1)
  })
  await fc.assert(property, { numRuns: 100 })
})

test('any bytes at all give a report', async () => {
  const property = fc.asyncProperty(
    fc.uint8Array({ maxLength: 4096 }),
    fc.boolean(),
    async (bytes, packed) => {
      expect((await report(packed ? gzipSync(bytes) : bytes)).findings.length).toBeGreaterThan(0)
    },
  )
  await fc.assert(property, { numRuns: 200 })
})

test('any metadata, readme and names give a report', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  const yamlLike = fc
    .array(
      fc.constantFrom(
        'name',
        ':',
        ' ',
        '\n',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&a',
        '*a',
        '!!x',
        '---',
        '|',
        '"',
        "'",
        '#',
        '1.0',
        'zh',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''))
  const property = fc.asyncProperty(fc.oneof(text, yamlLike), text, text, async (metadata, readme, name) => {
    const entries = [
      { name: 'sample/extension.yaml', body: metadata },
      { name: 'sample/README.md', body: readme },
      { name: `sample/static/screenshots/${name.replaceAll('\0', '')}`, body: readme },
    ]
    expect((await report(await tgzOf(entries))).findings.length).toBeGreaterThan(0)
  })
  await fc.assert(property, { numRuns: 200 })
})

test('the order of the entries changes nothing', async () => {
  const flawed = { ...completeFiles, 'static/screenshots/2.png': '<html>', 'README.md': '# x' }
  const entries = Object.entries(flawed).map(([path, body]) => ({ name: `sample/${path}`, body }))
  const hostile = [
    { name: '../a', body: '' },
    { name: '/b', body: '' },
    { name: '../c', body: '' },
  ]
  const all = [...entries, ...hostile]
  const first = await report(await tgzOf(all))
  const property = fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
    const { package: view, ...rest } = await report(await tgzOf(shuffled))
    expect(rest).toEqual({ findings: first.findings, diff: first.diff })
    expect(view?.files).toEqual(first.package?.files)
  })
  await fc.assert(property, { numRuns: 30 })
})
