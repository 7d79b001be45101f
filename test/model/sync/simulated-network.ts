import type { SeededRandom } from '#platform/demo/seeded-random.ts'
import type { ManualClock } from '#test/integration/engine/harness/manual-clock.ts'

/** What can be wrong with the way between a console and the platform, each a probability per request. */
export interface Weather {
  readonly loseRequest: number
  readonly loseReply: number
  readonly duplicate: number
  readonly longestDelayMs: number
}
export const STORM: Weather = { loseRequest: 0.12, loseReply: 0.12, duplicate: 0.1, longestDelayMs: 8000 }
export const CALM: Weather = { loseRequest: 0, loseReply: 0, duplicate: 0, longestDelayMs: 20 }

type Serve = (request: Request) => Promise<Response>

/**
 * A network under the world's clock: requests and replies are lost, delayed (and so reordered) and repeated.
 * A repeated request may arrive long after its first reply.
 */
export class SimulatedNetwork {
  weather: Weather = STORM
  cut = false
  readonly #clock: ManualClock
  readonly #random: SeededRandom
  readonly #serve: Serve
  #busy = 0

  constructor(clock: ManualClock, random: SeededRandom, serve: Serve) {
    this.#clock = clock
    this.#random = random
    this.#serve = serve
  }

  /** One console's way to the platform; `alive` says whether that console still runs. */
  fetcherFor(alive: () => boolean): typeof fetch {
    return async (input, init) => {
      const request = new Request(input, init)
      // Wake-ups are a convenience: without them consoles poll, and what must hold holds.
      if (new URL(request.url).pathname.endsWith('/wake')) throw new TypeError('no streams in this weather')
      const body = request.method === 'GET' ? null : await request.text()
      const again = () => new Request(request.url, { method: request.method, headers: request.headers, body })
      await this.#pass(request.signal)
      if (this.cut || this.#random.chance(this.weather.loseRequest)) throw new TypeError('request lost')
      if (this.#random.chance(this.weather.duplicate)) this.#later(again())
      const reply = await this.#deliver(again())
      await this.#pass(request.signal)
      if (!alive() || this.cut || this.#random.chance(this.weather.loseReply))
        throw new TypeError('reply lost')
      return reply
    }
  }

  /** Lets everything that needs no time to pass come to rest. */
  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 6; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (this.#busy > 0 || isTouchingFiles()) quiet = 0
    }
  }

  async #deliver(request: Request): Promise<Response> {
    this.#busy += 1
    try {
      const response = await this.#serve(request)
      const bytes = await response.arrayBuffer()
      return new Response(bytes, { status: response.status, headers: response.headers })
    } finally {
      this.#busy -= 1
    }
  }

  #later(request: Request): void {
    this.#clock.after(this.#delay() * 3, () => void this.#deliver(request).catch(() => undefined))
  }

  #delay(): number {
    return this.#random.int(1, this.weather.longestDelayMs)
  }

  #pass(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        cancel()
        reject(new TypeError('given up'))
      }
      const cancel = this.#clock.after(this.#delay(), () => {
        signal.removeEventListener('abort', stop)
        resolve()
      })
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    })
  }
}

/** Files are read and made by threads, which take the time they take: a seed would not do the same each time. */
function isTouchingFiles(): boolean {
  return process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))
}
