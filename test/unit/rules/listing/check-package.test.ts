import { expect, test } from 'vitest'
import { completeFiles, completeMetadata, packageOf } from '#test/fixtures/build-package.ts'
import { inShort, judged, judgedWith, liveBefore } from './listing-desk.ts'

async function withMetadata(change: (yaml: string) => string) {
  return judgedWith({ 'extension.yaml': change(completeMetadata) })
}

test('a complete package has no finding, neither new nor as an update', async () => {
  const bytes = await packageOf(completeFiles)
  expect(await judged(bytes)).toEqual([])
  expect(await judged(bytes, { live: liveBefore, pushed: { name: 'sample', version: '1.2.0' } })).toEqual([])
})

test('every finding carries the quote and the source of its rule', async () => {
  const findings = await judged(await packageOf({ 'extension.yaml': 'name: Sample_1\nversion: 1.0\n' }))
  expect(findings.length).toBeGreaterThan(5)
  for (const { ruleId, citation } of findings) {
    expect(citation?.ruleId).toBe(ruleId)
    expect(citation?.quote).not.toBe('')
    expect(citation?.source).not.toBe('')
  }
})

test('a rule id stands once in a report, because an override names it', async () => {
  const findings = await judged(
    await packageOf({ 'extension.yaml': 'displayName: x\nprovider: y\nicon: ./no.png\n' }),
  )
  const ids = findings.map(({ ruleId }) => ruleId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('without a metadata file that is the finding', async () => {
  expect(inShort(await judgedWith({ 'extension.yaml': null }))).toContain(
    'must listing.metadata.file-missing',
  )
})

test.each(['apiVersion', 'name', 'version', 'displayName', 'description', 'category', 'provider', 'icon'])(
  'the key %s is required',
  async (key) => {
    const findings = await withMetadata((yaml) => yaml.replace(`${key}:`, `x-${key}:`))
    const found = findings.find(({ ruleId }) => ruleId === 'listing.metadata.required-keys')
    expect(found?.place).toBe(`extension.yaml ${key}`)
  },
)

test.each([
  ['a leading capital', 'name: Sample'],
  ['an underscore', 'name: sam_ple'],
  ['a dash at the end', 'name: sample-'],
  ['64 characters in a label', `name: ${'a'.repeat(64)}`],
  ['254 characters', `name: ${'a.'.repeat(127)}`],
  ['a number', 'name: 42'],
])('a name with %s is no DNS-1123 subdomain', async (_why, line) => {
  expect(inShort(await withMetadata((yaml) => yaml.replace('name: sample', line)))).toContain(
    'must listing.name.format',
  )
})

test.each(['a', '9lives', 'a.b.c', `${'a'.repeat(63)}.b`])('%s is a DNS-1123 subdomain', async (name) => {
  expect(inShort(await withMetadata((yaml) => yaml.replace('name: sample', `name: "${name}"`)))).toEqual([])
})

test.each(['1.0', '1', '2024', 'true'])(
  'the version %s is read by YAML as something other than text',
  async (version) => {
    const findings = await withMetadata((yaml) => yaml.replace('1.2.0', version))
    expect(inShort(findings)).toContain('must listing.version.not-text')
    expect(findings[0]?.place).toBe('extension.yaml:3 version')
  },
)

test.each(['v1.2.0', '1.2', '01.2.3', '1.2.3.4', ' 1.2.0', '1.2.0-', 'latest'])(
  'the version %j is not SemVer',
  async (version) => {
    const findings = await withMetadata((yaml) => yaml.replace('1.2.0', JSON.stringify(version)))
    expect(inShort(findings)).toContain('must listing.version.format')
  },
)

test.each(['1.2.0-rc.1', '0.0.1', '1.2.3+build.5'])('the version %s is SemVer', async (version) => {
  expect(inShort(await withMetadata((yaml) => yaml.replace('1.2.0', JSON.stringify(version))))).toEqual([])
})

test('name and version are those that were pushed', async () => {
  const findings = await judgedWith({}, { pushed: { name: 'other', version: '1.2.1' } })
  expect(inShort(findings)).toEqual(['must listing.name.not-as-pushed', 'must listing.version.not-as-pushed'])
})

test.each([
  ['zh-CN', 'must listing.languageCodes'],
  ['english', 'must listing.languageCodes'],
  ['xx', 'must listing.languageCodes'],
])('%s is not an ISO 639 code', async (code) => {
  const findings = await withMetadata((yaml) => yaml.replace('  en: Sample', `  en: Sample\n  ${code}: y`))
  expect(inShort(findings)).toEqual(['must listing.language-codes.unknown.displayName'])
})

test('texts are there in Chinese and English', async () => {
  const findings = await withMetadata((yaml) => yaml.replace('  en: A sample extension\n', ''))
  expect(inShort(findings)).toEqual(['must listing.metadata.language-missing.description'])
})

test('a text without languages is a finding', async () => {
  const findings = await withMetadata((yaml) =>
    yaml.replace('displayName:\n  zh: 示例\n  en: Sample', 'displayName: Sample'),
  )
  expect(inShort(findings)).toEqual(['must listing.language-codes.not-by-language.displayName'])
})

test('a provider without e-mail, or with a malformed one, should be mended', async () => {
  const without = await withMetadata((yaml) => yaml.replaceAll('email: dev@example.cn, ', ''))
  expect(inShort(without)).toEqual(['should listing.provider.incomplete'])
  const malformed = await withMetadata((yaml) =>
    yaml.replaceAll('https://example.cn }', 'javascript:alert(1) }'),
  )
  expect(inShort(malformed)).toEqual(['should listing.provider.format'])
})

test('category and installation mode are values of the pack', async () => {
  const findings = await withMetadata((yaml) =>
    yaml.replace('database', 'games').replace('HostOnly', 'Everywhere'),
  )
  expect(inShort(findings)).toEqual([
    'must listing.category.unknown',
    'must listing.installation-mode.unknown',
  ])
})

test('the installation mode may be left out', async () => {
  expect(await withMetadata((yaml) => yaml.replace('installationMode: HostOnly\n', ''))).toEqual([])
})

test.each([
  ['a duplicate key', 'name: sample\nname: other\n', 'must listing.metadata.yaml-duplicate-key'],
  ['a second document', '---\nname: other\n', 'must listing.metadata.yaml-several-documents'],
  ['a custom tag', 'x: !!python/object:os.system "id"\n', 'must listing.metadata.yaml-custom-tag'],
  ['an anchor', 'x: &a 1\ny: *a\n', 'must listing.metadata.yaml-anchor'],
  [
    'a bomb',
    'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n',
    'must listing.metadata.yaml-alias-bomb',
  ],
  ['a syntax error', 'x: [1, 2\n', 'must listing.metadata.yaml-syntax'],
  ['deep nesting', `x: ${'['.repeat(10_000)}\n`, 'must listing.metadata.yaml-too-deep'],
])('%s in the metadata is a finding of its own', async (_what, line, expected) => {
  expect(inShort(await withMetadata((yaml) => yaml + line))).toContain(expected)
})

test('metadata that is no mapping is a finding', async () => {
  expect(inShort(await judgedWith({ 'extension.yaml': '- a\n- b\n' }))).toContain(
    'must listing.metadata.not-a-mapping',
  )
})

test('keys of the language of objects are ordinary keys', async () => {
  const findings = await withMetadata((yaml) => `${yaml}__proto__: { name: x }\nconstructor: y\n`)
  expect(findings).toEqual([])
})

test('hostile words in a finding lose their control characters', async () => {
  const findings = await withMetadata((yaml) => yaml.replace('database', '"\\e[2J\\u202Egames"'))
  expect(findings).toHaveLength(1)
  expect(JSON.stringify(findings)).not.toMatch(/\\u001b|\u202E/)
})

test('the manual is linked in the metadata or in a README', async () => {
  const metadata = completeMetadata.replace(/docs: .*\n/, '')
  expect(inShort(await judgedWith({ 'extension.yaml': metadata }))).toEqual(['must listing.manual.missing'])
  const linked = `${String(completeFiles['README_zh.md'])}\n参见[用户手册](https://docs.example.cn/)。\n`
  expect(await judgedWith({ 'extension.yaml': metadata, 'README_zh.md': linked })).toEqual([])
})

test('a manual that is no web address does not count', async () => {
  const metadata = completeMetadata.replace('https://docs.example.cn/sample', './manual.pdf')
  expect(inShort(await judgedWith({ 'extension.yaml': metadata }))).toEqual([
    'must listing.manual.address',
    'must listing.manual.missing',
  ])
})

test('the icon is in the package and a picture by its content', async () => {
  expect(inShort(await judgedWith({ 'static/icon.svg': null }))).toEqual(['must listing.icon.file-missing'])
  expect(inShort(await judgedWith({ 'static/icon.svg': '<html></html>' }))).toEqual([
    'must listing.icon.format',
  ])
  const scripted = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect(inShort(await judgedWith({ 'static/icon.svg': scripted }))).toEqual(['must listing.icon.script'])
})

test.each(['../../etc/passwd', '/etc/passwd', './static/../../x.svg'])(
  'an icon at %s is not in the package',
  async (icon) => {
    const findings = await withMetadata((yaml) => yaml.replace('./static/icon.svg', icon))
    expect(inShort(findings)).toEqual(['must listing.icon.file-missing'])
  },
)

test('an icon that is an address is to be looked at', async () => {
  const findings = await withMetadata((yaml) => yaml.replace('./static/icon.svg', 'https://example.cn/i.png'))
  expect(inShort(findings)).toEqual(['info listing.icon.not-in-package'])
})
