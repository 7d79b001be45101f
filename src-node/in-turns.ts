import { setImmediate } from 'node:timers/promises'

/** Things handled before others have their turn: some milliseconds of work. */
const AT_ONCE = 1000

/** `items.map(map)` for long lists: others have their turn in between. The list must not change meanwhile. */
export async function mapInTurns<T, R>(
  items: readonly T[],
  map: (item: T, index: number) => R,
): Promise<R[]> {
  const mapped: R[] = []
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await setImmediate()
    mapped.push(map(item, index))
  }
  return mapped
}

/** Work that is done one after the other, in the order it came, however the earlier ended. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** How much has not ended yet. */
  get waiting(): number {
    return this.#waiting
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    const turn = this.#last.then(work).finally(() => {
      this.#waiting -= 1
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** When all that came so far has ended. */
  async ended(): Promise<void> {
    await this.#last
  }
}
