import { expect, test } from 'vitest'
import { TEXTS } from '#renderer/i18n/texts.ts'

/** Stands for whatever a text mentions: a number, a name, or a list of names. */
const mention = Object.assign([1], { toString: () => '1' })

/** Every text by its path; a function by what it says of sample mentions. */
function leaves(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(node(mention, mention, mention))]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
}

test.each(['zh', 'en'] as const)('no text is empty in %s', (language) => {
  expect(leaves(TEXTS[language]).filter(([, text]) => text.trim() === '')).toEqual([])
})

test('both languages have the same texts', () => {
  const paths = (language: 'zh' | 'en') => leaves(TEXTS[language]).map(([path]) => path)
  expect(paths('en').toSorted()).toEqual(paths('zh').toSorted())
})

test('English texts hold no Chinese except the names of languages', () => {
  const chinese = leaves(TEXTS.en).filter(([, text]) => /\p{Script=Han}/u.test(text))
  expect(chinese.map(([path]) => path)).toEqual(['.shell.language.zh'])
})
