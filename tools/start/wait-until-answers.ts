import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { StepFailed } from '../processes.ts'

const PATIENCE_MS = 5 * 60_000
const BETWEEN_MS = 50

/** Waits until a program that was started answers HTTP at `url`, whatever it answers. */
export async function waitUntilAnswers(name: string, child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new StepFailed(`The ${name} ended while starting.`)
    if (await answers(url)) return
    await pause(BETWEEN_MS)
  }
  throw new StepFailed(`The ${name} did not answer at ${url} within five minutes.`)
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
    await response.body?.cancel()
    return true
  } catch {
    return false
  }
}
