import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** Switches over values that anybody may add to, each with whose values they are. */
const OPEN_VALUES: Readonly<Record<string, string>> = {
  'src-node/data-folder.ts': "Node's names of operating systems",
  'src-node/package-archive/walk-archive.ts': 'types of archive entries, which are hostile input',
  'src-renderer/engine-client/engine-error.ts': 'codes of errors, which a newer engine may add to',
}

const files = sourceFiles()

/** A branch for all that is not named, unless it has the compiler say that nothing is left. */
const FALLS_THROUGH = /^[ \t]*default:(?!\s*(?:return\s+)?assertNever\()\s*\n/m

test('no switch over a closed union has a default: what is added to the union does not compile until it is handled', () => {
  const found = files.filter(
    ({ path, code }) => path.startsWith('src-') && FALLS_THROUGH.test(code) && !(path in OPEN_VALUES),
  )
  expect(
    found.map(({ path }) => path),
    'Name every case, or end with `return assertNever(value)`; values of others go into OPEN_VALUES with the reason.',
  ).toEqual([])
})

test('the judge itself finds a default, and lets the exhaustive one be', () => {
  expect(FALLS_THROUGH.test('switch (a) {\n  default:\n    return null\n}')).toBe(true)
  expect(FALLS_THROUGH.test('switch (a) {\n  default:\n    return assertNever(a)\n}')).toBe(false)
  expect(FALLS_THROUGH.test('rule({\n  default: z.string(),\n})')).toBe(false)
})
