import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'
import type { EngineEvents } from '../engine-events.ts'

type SyncEvent = Extract<EngineEvent, { kind: 'sync' }>

/**
 * Events for one page from this call on, until `signal` ends it or the page stops. What a slow page has not taken
 * yet is merged, so that the backlog is never more than one event of each kind.
 */
export function followEvents(
  events: EngineEvents,
  signal: AbortSignal | undefined,
): AsyncGenerator<EngineEvent, void> {
  const backlog = new Backlog()
  const unsubscribe = events.subscribe((event) => backlog.add(event))
  const stop = () => {
    unsubscribe()
    backlog.end()
  }
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  return takeAll(backlog, () => {
    stop()
    signal?.removeEventListener('abort', stop)
  })
}

async function* takeAll(backlog: Backlog, stop: () => void): AsyncGenerator<EngineEvent, void> {
  try {
    for (;;) {
      const event = await backlog.take()
      if (event === null) return
      yield event
    }
  } finally {
    stop()
  }
}

/** One place for each kind of event, and a wake-up for whoever takes them. */
class Backlog {
  #changed = false
  #session = false
  #sync: SyncEvent | null = null
  #ended = false
  #wake: () => void = () => {}

  add(event: EngineEvent): void {
    if (event.kind === 'changed') this.#changed = true
    if (event.kind === 'session') this.#session = true
    if (event.kind === 'sync') this.#sync = event
    this.#wake()
  }

  end(): void {
    this.#ended = true
    this.#wake()
  }

  /** The next event, the session before all else; null at the end. */
  async take(): Promise<EngineEvent | null> {
    for (;;) {
      if (this.#ended) return null
      const event = this.#next()
      if (event !== null) return event
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  #next(): EngineEvent | null {
    if (this.#session) {
      this.#session = false
      return { kind: 'session' }
    }
    if (this.#changed) {
      this.#changed = false
      return { kind: 'changed' }
    }
    const sync = this.#sync
    this.#sync = null
    return sync
  }
}
