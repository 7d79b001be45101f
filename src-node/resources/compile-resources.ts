import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { packageRoot } from '../package-root.ts'
import { parseResource } from './parse-resource.ts'
import { textDigest, VALUES_FILE } from './values-from-build.ts'

// A step of the build: reads the YAML of every resource once, so that no start of a program has to. What a program
// checks it checks still.
const root = packageRoot(import.meta.url)
const values: Record<string, unknown> = {}
for (const file of globSync('resources/**/*.{yaml,yml,json}', { cwd: root })) {
  const text = readFileSync(new URL(file.replaceAll('\\', '/'), root), 'utf8')
  const { value, problems } = parseResource(text, z.json())
  if (problems.length > 0) throw new Error(`${file}: ${problems.map(({ message }) => message).join('; ')}`)
  values[textDigest(text)] = value
}
mkdirSync(new URL('out/', root), { recursive: true })
writeFileSync(new URL(VALUES_FILE, root), JSON.stringify(values))
