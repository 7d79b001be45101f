import { expect, test, vi } from 'vitest'
import { completeFiles } from '#test/fixtures/build-package.ts'
import { judgedWith, liveBefore } from './listing-desk.ts'

vi.setConfig({ testTimeout: 60_000 })

const characters = 500_000
const fill = (text: string) => text.repeat(Math.floor(characters / text.length))

test.each([
  ['headings', fill('# a\n')],
  ['brackets', fill(`# ${'['.repeat(190)}\n`)],
  ['pictures in headings', fill(`# ${'![a]('.repeat(38)}\n`)],
  ['punctuation in headings', fill(`# ${'?'.repeat(190)}x\n`)],
  ['numbers in headings', fill(`# ${'1.'.repeat(95)}\n`)],
  ['links without an end', fill('[a](')],
  ['comments without an end', fill('<!--')],
  ['fences', fill('```\n')],
  ['underlines', fill('a\n==\n')],
])('half a million characters of %s are judged like any other text', async (_what, text) => {
  const changes = { 'README.md': text, 'README_zh.md': text, 'CHANGELOG.md': text }
  const findings = await judgedWith(changes, { live: liveBefore })
  expect(findings.map(({ ruleId }) => ruleId)).toContain('listing.readme.sections.zh')
})

test('a section after 2,000 headings is not looked for', async () => {
  const text = `${'# a\n\nx\n'.repeat(2000)}${String(completeFiles['README.md'])}`
  const [found] = await judgedWith({ 'README.md': text })
  expect(found?.message.en).toBe(
    'README.md lacks 5 of its sections: Introduction, Features, Core functions, Workflow, FAQ',
  )
})
