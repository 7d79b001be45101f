/** Time as the engine sees it; a simulation brings its own. */
export interface Clock {
  /** Milliseconds since 1970, UTC; may jump either way. */
  now(): number
  /** Runs once after a delay in milliseconds; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

/** A number in [0, 1). */
export type Random = () => number

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
