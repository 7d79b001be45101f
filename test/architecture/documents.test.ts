import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/debugging.md',
  'docs/releasing.md',
]
const manifest = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')))

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

test.each(DOCUMENTS)('every file and folder that %s names is there', (document) => {
  const text = readFileSync(`${ROOT}${document}`, 'utf8')
  const named = matches(text, /(?:^|[\s`(])((?:src-\w+|test|tools|resources|docs|bin|\.ci)\/[\w./-]*\w)/gm)
  // A route of the API or a folder of the data is no path of the project.
  expect(named.filter((path) => !existsSync(`${ROOT}${path}`))).toEqual([])
})

test.each(DOCUMENTS)('every script that %s names is in package.json', (document) => {
  const text = readFileSync(`${ROOT}${document}`, 'utf8')
  const named = matches(text, /\bnpm run ([\w-]+)/g)
  expect(named.filter((script) => !(script in manifest.scripts))).toEqual([])
})
