import { MessageChannelMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import { ENGINE_PORT_MESSAGES } from '#shared/contracts/console-engine/transport.ts'
import type { EngineMessage } from './engine-messages.ts'

/** More falls than this within the window, and starting again would only hide the fault. */
const RESTART_LIMIT = 5
const RESTART_WINDOW_MS = 10 * 60_000
const STOP_PATIENCE_MS = 5000

export interface SupervisorOptions {
  /** The built engine-process.ts. */
  readonly program: string
  readonly start: Extract<EngineMessage, { kind: 'start' }>
  readonly now: () => number
  /** The engine fell too often. */
  readonly giveUp: () => void
}

/** Keeps the engine running in a process of its own, and hands each page a port to it. */
export class EngineSupervisor {
  readonly #options: SupervisorOptions
  /** Null once the engine fell too often. */
  #child: UtilityProcess | null
  #falls: readonly number[] = []
  #stopping = false

  constructor(options: SupervisorOptions) {
    this.#options = options
    this.#child = this.#fork()
  }

  /** Gives a page its port. The page asks again when the port closes, which it does when the engine falls. */
  connect(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#child?.postMessage({ kind: 'page' } satisfies EngineMessage, [port1])
    contents.postMessage(ENGINE_PORT_MESSAGES.give, null, [port2])
  }

  nudge(reason: 'focus' | 'resume'): void {
    this.#child?.postMessage({ kind: 'nudge', reason } satisfies EngineMessage)
  }

  /** Ends the engine for good; one that does not end by itself is killed. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (child === null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.postMessage({ kind: 'stop' } satisfies EngineMessage)
    const force = setTimeout(() => child.kill(), STOP_PATIENCE_MS)
    await ended
    clearTimeout(force)
  }

  #fork(): UtilityProcess {
    const child = utilityProcess.fork(this.#options.program, [], { serviceName: 'Marketdesk engine' })
    child.once('exit', () => this.#fell())
    child.postMessage(this.#options.start)
    return child
  }

  #fell(): void {
    if (this.#stopping) return
    const now = this.#options.now()
    this.#falls = [...this.#falls.filter((at) => now - at < RESTART_WINDOW_MS), now]
    this.#child = this.#falls.length > RESTART_LIMIT ? null : this.#fork()
    if (this.#child === null) this.#options.giveUp()
  }
}
