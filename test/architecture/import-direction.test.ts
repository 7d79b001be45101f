import { expect, test } from 'vitest'
import { objection } from './house.ts'
import { exists, sourceFiles } from './source-files.ts'

const files = sourceFiles()

test('imports go one way through the house', () => {
  const objections = files.flatMap(({ path, imports }) => imports.map((to) => objection(path, to)))
  expect([...new Set(objections)].filter((line) => line !== null)).toEqual([])
})

test('every import of our own names a file that is there', () => {
  const missing = files.flatMap(({ path, imports }) =>
    imports.filter((to) => !exists(to)).map((to) => `${path} imports ${to}`),
  )
  expect(missing, 'Write the whole name with its ending (.ts, .tsx).').toEqual([])
})

test('shared sources and pages use nothing of Node', () => {
  const users = files.filter(
    ({ path, packages }) =>
      /^src-(shared|renderer)\//.test(path) && packages.some((name) => name.startsWith('node:')),
  )
  expect(
    users.map(({ path }) => path),
    'Take the value as an argument, or move the file to src-node.',
  ).toEqual([])
})

test('only the Electron shell imports electron', () => {
  const users = files.filter(
    ({ path, packages }) =>
      packages.includes('electron') && !/^(src-main\/electron-shell|test\/unit\/electron-shell)\//.test(path),
  )
  expect(
    users.map(({ path }) => path),
    'Hand what is needed of Electron over as an argument from src-main/electron-shell.',
  ).toEqual([])
})

test('the judge itself objects: wrong ways through the house are found', () => {
  expect(objection('src-renderer/pages/today/a.ts', 'src-main/engine/b.ts')).toContain('may import only')
  expect(objection('src-renderer/pages/today/a.ts', 'src-renderer/pages/sync/b.ts')).toContain('another page')
  expect(objection('src-main/engine/a.ts', 'src-main/electron-shell/b.ts')).toContain('may import only')
  expect(objection('src-main/engine/a.ts', 'src-platform/b.ts')).toContain('may import only')
  expect(objection('src-platform/a.ts', 'test/b.ts')).toContain('may import only')
  expect(objection('src-shared/money/a.ts', 'src-shared/rules/b.ts')).toContain('may import only')
  expect(objection('src-new/a.ts', 'src-shared/base/b.ts')).toContain('no room')
  expect(objection('src-node/a.ts', 'src-shared/policy/b.ts')).toBeNull()
})
