import type { EngineLine } from './engine-line.ts'
import { openPort } from './open-port.ts'
import { openSocket } from './open-socket.ts'

/** `connecting` before the first answer, `gone` while a broken line is being re-opened. */
export type LineState = 'connecting' | 'open' | 'gone'

const FIRST_WAIT_MS = 200
const LONGEST_WAIT_MS = 3_000

/** Keeps one line open, for ever: the page is nothing without its engine. */
export class EngineConnection {
  #state: LineState = 'connecting'
  #line: Promise<EngineLine>
  readonly #listeners = new Set<() => void>()

  constructor(open: () => Promise<EngineLine>) {
    this.#line = this.#connect(open)
  }

  get state(): LineState {
    return this.#state
  }

  /** The line that is open, or the next one that will be. */
  line(): Promise<EngineLine> {
    return this.#line
  }

  /** Calls `listener` on every change of state; returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async #connect(open: () => Promise<EngineLine>): Promise<EngineLine> {
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        const line = await open()
        this.#enter('open')
        void line.closed.then(() => {
          this.#line = this.#connect(open)
          this.#enter('gone')
        })
        return line
      } catch {
        this.#enter('gone')
        await new Promise((resolve) => setTimeout(resolve, wait))
      }
    }
  }

  #enter(state: LineState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

/** A page served over HTTP talks to the host that served it; any other page was opened by the desktop program. */
export function openLine(): Promise<EngineLine> {
  return window.location.protocol.startsWith('http') ? openSocket() : openPort()
}
