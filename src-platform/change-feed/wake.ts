/** A platform that accepts and never answers is noticed by the third that fails to come. */
const HEARTBEAT_MS = 3_000
const LISTENERS_LIMIT = 2000

interface Listener {
  readonly controller: ReadableStreamDefaultController<Uint8Array>
  readonly mayStay: () => Promise<boolean>
  sent: number
}

/** Tells listening consoles that the feed moved: server-sent events `data: {"position":N}`. */
export class WakeBroadcast {
  readonly #listeners = new Set<Listener>()
  readonly #heartbeat: NodeJS.Timeout
  readonly #heartbeatMs: number
  #position: number
  #closed = false

  constructor(position: number, heartbeatMs = HEARTBEAT_MS) {
    this.#position = position
    this.#heartbeatMs = heartbeatMs
    this.#heartbeat = setInterval(() => this.#beat(), heartbeatMs)
    this.#heartbeat.unref()
  }

  moved(position: number): void {
    this.#position = position
    for (const listener of this.#listeners) this.#tell(listener)
  }

  /**
   * A stream of events, beginning with how often it shows that it is alive and the present position; null when as
   * many listen as may, or it is closed: a stream begun while the server goes would keep it from going. `mayStay`
   * is asked at each heartbeat, so that a session that ended hears no more.
   */
  listen(mayStay: () => Promise<boolean>): ReadableStream<Uint8Array> | null {
    if (this.#closed || this.#listeners.size >= LISTENERS_LIMIT) return null
    let listener: Listener | null = null
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        listener = { controller, mayStay, sent: -1 }
        this.#listeners.add(listener)
        listener.sent = this.#position
        controller.enqueue(Buffer.from(`${beatLine(this.#heartbeatMs)}${positionEvent(this.#position)}`))
      },
      pull: () => {
        if (listener !== null) this.#tell(listener)
      },
      cancel: () => {
        if (listener !== null) this.#listeners.delete(listener)
      },
    })
  }

  close(): void {
    this.#closed = true
    clearInterval(this.#heartbeat)
    for (const listener of this.#listeners) this.#end(listener)
  }

  /** A slow reader is told the newest position once it reads again; nothing piles up. */
  #tell(listener: Listener): void {
    if (listener.sent === this.#position || (listener.controller.desiredSize ?? 0) <= 0) return
    listener.sent = this.#position
    listener.controller.enqueue(Buffer.from(positionEvent(this.#position)))
  }

  #beat(): void {
    for (const listener of this.#listeners) {
      listener.mayStay().then(
        (stays) => (stays ? this.#keepAlive(listener) : this.#end(listener)),
        () => this.#end(listener),
      )
    }
  }

  #keepAlive(listener: Listener): void {
    if (!this.#listeners.has(listener) || (listener.controller.desiredSize ?? 0) <= 0) return
    listener.controller.enqueue(Buffer.from(beatLine(this.#heartbeatMs)))
  }

  #end(listener: Listener): void {
    if (!this.#listeners.delete(listener)) return
    listener.controller.close()
  }
}

function positionEvent(position: number): string {
  return `data: {"position":${position}}\n\n`
}

/** A comment, which a listener that does not know it passes over. */
function beatLine(heartbeatMs: number): string {
  return `: next within ${heartbeatMs} ms\n\n`
}
