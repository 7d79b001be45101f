import type { PlatformClient } from '../platform-client/platform-client.ts'
import { backoff } from '../time/backoff.ts'
import type { Clock, Random } from '../time/clock.ts'

/** Three heartbeats of the reference platform: a stream silent for longer is dead. */
const SILENCE_MS = 65_000

export interface WakeListener {
  connected(): boolean
  /** Tries again now if it waits to do so. */
  hurry(): void
  stop(): void
}

/**
 * Keeps one event stream to the platform open; `told` hears of each position, `lost` of the end of a stream that
 * was open: only asking the platform says whether it is gone. Without a stream polling has to do.
 */
export function listenForWakes(
  client: Pick<PlatformClient, 'wake'>,
  clock: Clock,
  random: Random,
  told: (position: number) => void,
  lost: () => void,
): WakeListener {
  let connected = false
  let stopped = false
  let failures = 0
  let hurry: () => void = () => undefined
  let connection = new AbortController()

  async function listen(): Promise<void> {
    connection = new AbortController()
    let cancel: () => void = () => undefined
    const watch = () => {
      cancel()
      cancel = clock.after(SILENCE_MS, () => connection.abort())
    }
    try {
      const positions = await client.wake(connection.signal)
      connected = true
      watch()
      for await (const position of positions) {
        failures = 0
        watch()
        if (position !== null) told(position)
      }
    } catch {
      // Whatever it was, pulling meets it too and says so.
    } finally {
      cancel()
      failures += 1
      const wasOpen = connected
      connected = false
      if (wasOpen && !stopped) lost()
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
