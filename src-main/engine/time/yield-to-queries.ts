/** Lets everything that waits in the event loop run, queries of the page above all. */
export function yieldToQueries(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Runs a long piece of work bit by bit, with queries in between. */
export async function bitByBit<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const bit = work.next()
    if (bit.done) return bit.value
    await yieldToQueries()
  }
}
