import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '#node/package-root.ts'

const ROOT = packageRoot(import.meta.url)

/**
 * The other programs of this package, built and as sources. They run as processes of their own: the console and the
 * platform share no code but src-shared and src-node, and src-main never imports src-platform.
 */
const PROGRAMS = {
  platform: { built: 'out/node/platform.js', source: 'src-platform/main.ts' },
  'browser-host': { built: 'out/node/browser-host.js', source: 'src-main/browser-host/main.ts' },
} as const

/** Runs a program until it ends or the user ends it, on the same terminal; answers its exit code. */
export async function runProgram(name: keyof typeof PROGRAMS, args: readonly string[]): Promise<number> {
  const child = start(name, args, 'inherit')
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 0
}

/** The same, but what it prints is the answer instead of being shown. */
export async function answerOfProgram(
  name: keyof typeof PROGRAMS,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string }> {
  const child = start(name, args, 'pipe')
  const out = child.stdout === null ? Promise.resolve('') : text(child.stdout)
  const [code] = await once(child, 'exit')
  return { code: typeof code === 'number' ? code : 1, out: await out }
}

function start(name: keyof typeof PROGRAMS, args: readonly string[], output: 'inherit' | 'pipe') {
  const { built, source } = PROGRAMS[name]
  const file = new URL(import.meta.url.endsWith('.ts') ? source : built, ROOT)
  // Our own flags of the runtime are its, too.
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(file), ...args], {
    stdio: ['inherit', output, 'inherit'],
  })
  // Ctrl+C reaches the program by itself; we stay until it has cleaned up.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return child
}
