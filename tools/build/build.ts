import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, ROOT } from '../processes.ts'
import { sourceDigest } from './source-digest.ts'

interface Output {
  readonly name: string
  readonly sources: readonly string[]
  readonly command: readonly string[]
}

const ALWAYS = ['package-lock.json', 'tsconfig.json', 'tools/build']
const OUTPUTS: readonly Output[] = [
  {
    name: 'resources',
    sources: ['resources', 'src-node'],
    command: ['src-node/resources/compile-resources.ts'],
  },
  {
    name: 'programs for Node',
    sources: ['src-shared', 'src-node', 'src-main', 'src-platform', 'vite.node.config.ts'],
    command: ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.node.config.ts', '--logLevel', 'warn'],
  },
  {
    name: 'desktop program and page',
    sources: ['src-shared', 'src-node', 'src-main', 'src-renderer', 'electron.vite.config.ts'],
    command: ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
  },
]

const TEST_OUTPUT: Output = {
  name: 'threads of the tests',
  sources: [
    'src-shared',
    'src-node',
    'src-main',
    'src-platform',
    'test/contract',
    'test/integration',
    'test/model',
    'vite.threads.config.ts',
  ],
  command: ['node_modules/vite/bin/vite.js', 'build', '-c', 'vite.threads.config.ts', '--logLevel', 'warn'],
}

/** Builds what is older than its sources. */
export async function build(): Promise<void> {
  for (const output of OUTPUTS) await buildOne(output)
}

/** Builds what tests start beside themselves, where it is older than its sources. */
export async function buildTestThreads(): Promise<void> {
  await buildOne(TEST_OUTPUT)
}

/** The digest of the sources is kept beside the output. */
async function buildOne(output: Output): Promise<void> {
  const stamp = join(ROOT, 'out', `${output.name.replaceAll(' ', '-')}.digest`)
  const digest = sourceDigest(ROOT, [...ALWAYS, ...output.sources])
  if (stored(stamp) === digest) return
  console.log(`Marketdesk: building the ${output.name} ...`)
  rmSync(stamp, { force: true })
  await mustRun(`Building the ${output.name}`, output.command)
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(stamp, digest)
}

function stored(stamp: string): string | null {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return null
  }
}
