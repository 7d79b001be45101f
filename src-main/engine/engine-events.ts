import type { EngineEvent } from '#shared/contracts/console-engine/sync.ts'

/** What pages subscribe to. Listeners are told in turn and must not throw. */
export class EngineEvents {
  readonly #listeners = new Set<(event: EngineEvent) => void>()

  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** The answer ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
