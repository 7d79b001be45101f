import { expect, test } from 'vitest'
import { completeFiles } from '#test/fixtures/build-package.ts'
import { inShort, judgedWith } from './listing-desk.ts'

const english = String(completeFiles['README.md'])
const chinese = String(completeFiles['README_zh.md'])

async function missingSections(readme: string): Promise<string> {
  const findings = await judgedWith({ 'README.md': readme })
  return (
    findings.find(({ ruleId }) => ruleId === 'listing.readme.sections.en')?.message.en.split(': ')[1] ?? ''
  )
}

test('both READMEs have to be there', async () => {
  expect(inShort(await judgedWith({ 'README.md': null, 'README_zh.md': ' \n' }))).toEqual([
    'must listing.readme.missing.zh',
    'must listing.readme.missing.en',
  ])
})

test.each([
  ['Introduction', 'Introduction'],
  ['Features', 'Features'],
  ['Core Functions', 'Core functions'],
  ['Usage', 'Workflow'],
  ['FAQ', 'FAQ'],
])('without the heading %s that section is missing', async (heading, title) => {
  expect(await missingSections(english.replace(`## ${heading}`, '## Something else'))).toBe(title)
})

test.each([
  '# 1. Introduction',
  '### **Introduction**:',
  'Introduction\n------------',
  '## What is Sample?',
  '## 📦 Overview ##',
  '## [About](https://example.cn)',
  '##\tPRODUCT OVERVIEW',
])('%j opens the introduction', async (heading) => {
  expect(await missingSections(english.replace('## Introduction', heading))).toBe('')
})

test.each([
  '##Introduction',
  '> Introduction',
  '- Introduction',
  '## Introductions to others',
  '    ## Introduction',
])('%j does not open the introduction', async (heading) => {
  expect(await missingSections(english.replace('## Introduction', heading))).toBe('Introduction')
})

test.each(['```\n## FAQ\n```', '~~~yaml\n## FAQ\n~~~', '<!--\n## FAQ\n-->', '```\n## FAQ'])(
  'a heading inside code or a comment is none: %j',
  async (text) => {
    expect(await missingSections(english.replace('## FAQ', text))).toBe('FAQ')
  },
)

test('a scene of use is not the workflow', async () => {
  const findings = await judgedWith({ 'README_zh.md': chinese.replace('使用流程', '使用场景') })
  expect(findings[0]?.message.zh).toBe('README_zh.md 缺少 1 个部分：使用流程')
})

test('a heading with nothing below it should be filled', async () => {
  const findings = await judgedWith({
    'README.md': `${english}`.replace('## Features\n\nSome words.\n', '## Features\n'),
  })
  expect(inShort(findings)).toEqual(['should listing.readme.empty-sections.en'])
})

test('a README in GB18030 is a finding, and is read all the same', async () => {
  const sections = [
    'b2fac6b7bcf2bde9',
    'b2fac6b7ccd8d0d4',
    'bacbd0c4b9a6c4dc',
    'cab9d3c3c1f7b3cc',
    'b3a3bcfbcecacce2',
  ]
  const readme = Buffer.concat(
    sections.map((hex) =>
      Buffer.concat([Buffer.from('## '), Buffer.from(hex, 'hex'), Buffer.from('\n\nx\n\n')]),
    ),
  )
  const findings = await judgedWith({ 'README_zh.md': readme })
  expect(inShort(findings)).toEqual(['must listing.encoding.not-utf-8.README_zh.md'])
  expect(findings[0]?.message.zh).toContain('GB18030')
})

test('a README in no known encoding is missing as well as misencoded', async () => {
  expect(inShort(await judgedWith({ 'README_zh.md': Buffer.from([0xff, 0xff, 0xff, 0x00]) }))).toEqual([
    'must listing.encoding.not-utf-8.README_zh.md',
    'must listing.readme.missing.zh',
  ])
})

test('languages that were mixed up should be looked at', async () => {
  const findings = await judgedWith({ 'README.md': chinese, 'README_zh.md': english })
  expect(inShort(findings)).toEqual([
    'should listing.readme.language.zh',
    'should listing.readme.language.en',
  ])
})
