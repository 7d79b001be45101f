import type { Platform } from '../platform.ts'
import { completeDue } from './complete-due.ts'

const EVERY_MS = 60_000

/** Looks each minute for orders that are to be completed, in turns with imports, until the answer is called. */
export function completeByTheClock(platform: Platform): () => void {
  let isWaiting = false
  const timer = setInterval(() => {
    if (isWaiting) return
    isWaiting = true
    // What fails now is done in the next minute.
    void platform.imports
      .take(() => completeDue(platform))
      .catch(() => undefined)
      .finally(() => {
        isWaiting = false
      })
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
