import { expect, test } from 'vitest'
import { completeMetadata } from '#test/fixtures/build-package.ts'
import { extensionFixture, inShort, judged, judgedWith, rulesOn } from './listing-desk.ts'

const real = {
  'devops-1.1.3': [
    'must listing.readme.sections.zh',
    'must listing.readme.sections.en',
    'must listing.screenshots.minimum',
  ],
  'higress-2.1.4': [
    'must listing.readme.sections.zh',
    'must listing.readme.sections.en',
    'must listing.screenshots.minimum',
    'should listing.provider.incomplete',
    'should listing.icon.format',
  ],
  'cert-manager-1.0.0': [
    'must listing.readme.sections.zh',
    'must listing.readme.sections.en',
    'must listing.manual.missing',
    'must listing.screenshots.minimum',
  ],
  'deepseek-0.1.0': [
    'must listing.readme.sections.zh',
    'must listing.readme.sections.en',
    'must listing.screenshots.minimum',
  ],
}

test.each(Object.entries(real))('the real package %s gets exactly its findings', async (name, expected) => {
  expect(inShort(await judged(extensionFixture(name)))).toEqual(expected)
})

test.each(Object.keys(real))(
  '%s lacks screenshots, and the finding says how many, where, and why',
  async (name) => {
    const found = (await judged(extensionFixture(name))).find(
      ({ ruleId }) => ruleId === 'listing.screenshots.minimum',
    )
    expect(found).toMatchObject({
      severity: 'must',
      place: 'static/screenshots/',
      message: { zh: '截图不足：需要至少 3 张，现有 0 张' },
      citation: { reading: false },
    })
    expect(found?.citation?.quote).toContain('3')
  },
)

test.each([
  ['deepseek', '2025-02-24', ['must listing.category.unknown']],
  ['deepseek', '2025-02-25', []],
  ['computing', '2024-08-29', ['must listing.category.unknown']],
  ['computing', '2024-08-30', []],
  ['dev-tools', '2024-08-29', ['must listing.category.unknown']],
  ['dev-tools', '2024-08-30', []],
  ['database', '2023-10-20', []],
  ['gaming', '2026-01-01', ['must listing.category.unknown']],
])('the category %s on %s: %j', async (category, day, expected) => {
  const findings = await judgedWith(
    { 'extension.yaml': completeMetadata.replace('database', category) },
    { rules: rulesOn(day) },
  )
  expect(inShort(findings)).toEqual(expected)
})

test.each([
  ['v1', []],
  ['v2', []],
  ['kubesphere.io/v1alpha1', []],
  ['v3', ['info listing.api-version.unknown']],
])('apiVersion %s passes, one nobody knows is information: %j', async (apiVersion, expected) => {
  expect(
    inShort(
      await judgedWith({ 'extension.yaml': completeMetadata.replace('kubesphere.io/v1alpha1', apiVersion) }),
    ),
  ).toEqual(expected)
})

test('the findings of a README name the missing sections', async () => {
  const [zh, en] = await judged(extensionFixture('devops-1.1.3'))
  expect(zh?.message.zh).toBe('README_zh.md 缺少 3 个部分：产品简介、产品特性、常见问题')
  expect(en?.message.en).toBe('README.md lacks 3 of its sections: Introduction, Features, FAQ')
})

test('an update of a real package mentions its version in both changelogs, however the heading is written', async () => {
  for (const [name, version] of [
    ['devops', '1.1.3'],
    ['higress', '2.1.4'],
    ['cert-manager', '1.0.0'],
  ] as const) {
    const findings = await judged(extensionFixture(`${name}-${version}`), {
      live: { name, version: '0.9.0' },
    })
    expect(
      inShort(findings).filter((line) => /changelog|update/.test(line)),
      name,
    ).toEqual([])
  }
})
