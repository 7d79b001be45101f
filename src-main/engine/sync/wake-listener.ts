import type { PlatformClient } from '../platform-client/platform-client.ts'
import { backoff } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'

/** A stream silent for longer is dead, unless it said within how long it shows itself. */
const SILENCE_MS = 65_000
/** So many signs have to fail to come. */
const SIGNS_MISSED = 2.5

export interface WakeListener {
  connected(): boolean
  /** Tries again now if it waits to do so. */
  hurry(): void
  stop(): void
}

/**
 * Keeps one event stream to the platform open; `told` hears of each position, `lost` of the end of a stream that
 * was open, and whether it fell silent: only asking the platform says whether it is gone. Without a stream polling has to do.
 */
export function listenForWakes(
  client: Pick<PlatformClient, 'wake'>,
  clock: Clock,
  random: Random,
  told: (position: number) => void,
  lost: (silent: boolean) => void,
): WakeListener {
  let connected = false
  let stopped = false
  let failures = 0
  let hurry: () => void = () => undefined
  let connection = new AbortController()

  async function listen(): Promise<void> {
    connection = new AbortController()
    let cancel: () => void = () => undefined
    let silent = false
    let patienceMs = SILENCE_MS
    const watch = () => {
      cancel()
      cancel = clock.after(patienceMs, () => {
        silent = true
        connection.abort()
      })
    }
    try {
      const signs = await client.wake(connection.signal)
      connected = true
      watch()
      for await (const { position, nextWithinMs } of signs) {
        failures = 0
        if (nextWithinMs !== undefined) patienceMs = Math.min(SILENCE_MS, nextWithinMs * SIGNS_MISSED)
        watch()
        if (position !== undefined) told(position)
      }
    } catch {
      // Whatever it was, pulling meets it too and says so.
    } finally {
      cancel()
      failures += 1
      const wasOpen = connected
      connected = false
      if (wasOpen && !stopped) lost(silent)
    }
  }

  async function keepListening(): Promise<void> {
    while (!stopped) {
      await listen()
      if (stopped) return
      await new Promise<void>((resolve) => {
        const cancel = clock.after(backoff(failures, random), resolve)
        hurry = () => {
          cancel()
          resolve()
        }
      })
    }
  }

  void keepListening()
  return {
    connected: () => connected,
    hurry: () => hurry(),
    stop: () => {
      stopped = true
      connection.abort()
      hurry()
    },
  }
}
