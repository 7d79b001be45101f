import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The project's folder, where every tool runs. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** A step ended badly and has said why on the terminal; the message names the step only. */
export class StepFailed extends Error {}

/** Starts a Node program that ends with us. */
export function startNode(args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  return spawn(process.execPath, ['--import', './tools/stop-with-parent.mjs', ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    ...options,
  })
}

/** Exit code of a Node program run to its end; its output goes to the terminal. */
export async function runNode(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = startNode(args, options)
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

/** Runs a step that has to succeed. */
export async function mustRun(step: string, args: readonly string[]): Promise<void> {
  const code = await runNode(args)
  if (code !== 0) throw new StepFailed(`${step} failed (exit code ${code}).`)
}

/** Asks a child to stop and waits; after `patienceMs` it is ended by force. */
export async function stop(child: ChildProcess, patienceMs = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const force = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  if (process.platform === 'win32' && child.connected) child.disconnect()
  else child.kill('SIGTERM')
  await ended
  clearTimeout(force)
}
