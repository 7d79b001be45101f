import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** Files over 300 lines, each with the reason why it is one thing all the same. */
const LONG_FILES: Readonly<Record<string, string>> = {}

const files = sourceFiles()
const sources = files.filter(({ path }) => path.startsWith('src-') || path.startsWith('tools/'))

test('the middle source file is shorter than 100 lines', () => {
  const sizes = sources.map(lines).sort((one, other) => one - other)
  expect(sizes[Math.floor(sizes.length / 2)], 'Files are growing: split them by what they do.').toBeLessThan(
    100,
  )
})

test('no file is longer than 500 lines', () => {
  expect(longerThan(500), 'Split it: one file does one thing.').toEqual([])
})

test('a file longer than 300 lines has a reason that is written down', () => {
  const unexplained = longerThan(300).filter((path) => path.startsWith('src-') && !(path in LONG_FILES))
  expect(unexplained, 'Split it, or write its reason into LONG_FILES in this test.').toEqual([])
  const stale = Object.keys(LONG_FILES).filter((path) => !longerThan(300).includes(path))
  expect(stale, 'These are short again: take them out of LONG_FILES.').toEqual([])
})

test('no file only passes on the exports of others', () => {
  const barrels = files.filter(
    ({ code }) => code.trim() !== '' && code.replace(/export\s+[^'";]*?\sfrom\s+'[^']+'/g, '').trim() === '',
  )
  expect(
    barrels.map(({ path }) => path),
    'Delete it and import from the files that hold the thing.',
  ).toEqual([])
})

function lines({ text }: SourceFile): number {
  return text.trimEnd().split('\n').length
}

function longerThan(limit: number): string[] {
  return files.filter((file) => lines(file) > limit).map(({ path }) => path)
}
