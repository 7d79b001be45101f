import { expect, it } from 'vitest'
import { isTangled } from '#renderer/pages/listings/tangled.ts'

it('takes an ordinary README for what it is', () => {
  expect(isTangled('# 标题\n\n'.repeat(200) + '- **一** [链接](https://a.example)\n'.repeat(100))).toBe(false)
})

it('refuses to parse what would keep the page busy', () => {
  expect(isTangled('*a_ '.repeat(10_000))).toBe(true)
  expect(isTangled('*a_ b\n\n'.repeat(4000))).toBe(true)
  expect(isTangled('http://a.b '.repeat(5000))).toBe(true)
})
