import type { LineNovelty } from '../../bank-statements/identity.ts'
import { foldSerial, isLike, isSame, type Telling, type ToldLine, toldLine } from './told-line.ts'

/** How many pairs may still be looked at; where none is left, a person is asked. */
export interface Budget {
  left: number
}

/**
 * For each of some lines what an account makes of it that has the others, all of one day and amount. Each of the others
 * stands for one line at most, and so many are paired as can be.
 */
export function pairLines(
  lines: readonly Telling[],
  others: readonly (Telling & { readonly name: string })[],
  budget: Budget,
): LineNovelty[] {
  if (others.length === 0) return lines.map(() => 'new')
  const repeated = repeatedSerials(lines, others)
  const told = lines.map((line) => toldLine(line, repeated))
  const there = others
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((line) => toldLine(line, repeated))
  const pairs = new Pairing(told, there, budget)
  return told.map((_, at) => pairs.noveltyOf(at))
}

/** Serials that several lines of one side bear. */
function repeatedSerials(...sides: readonly (readonly Telling[])[]): ReadonlySet<string> {
  const repeated = new Set<string>()
  for (const side of sides) {
    const seen = new Set<string>()
    for (const serial of side.map((line) => foldSerial(line.serial))) {
      if (serial !== '' && seen.has(serial)) repeated.add(serial)
      seen.add(serial)
    }
  }
  return repeated
}

/** A greatest pairing of lines that are the same, those told exactly alike first. */
class Pairing {
  readonly #lines: readonly ToldLine[]
  readonly #others: readonly ToldLine[]
  /** Of each of the others its line, and the other way round. */
  readonly #lineOf = new Map<number, number>()
  readonly #otherOf = new Map<number, number>()
  readonly #budget: Budget

  constructor(lines: readonly ToldLine[], others: readonly ToldLine[], budget: Budget) {
    this.#budget = budget
    this.#lines = lines
    this.#others = others
    this.#pairEqual()
    for (const at of lines.keys()) {
      if (!this.#otherOf.has(at) && !this.#isTired()) this.#pair(at)
    }
  }

  noveltyOf(at: number): LineNovelty {
    if (this.#otherOf.has(at)) return 'known'
    if (this.#isTired()) return 'overlapping'
    const line = this.#lines[at]
    const isAsked = this.#others.some((other, place) => {
      if (line === undefined || this.#lineOf.has(place)) return false
      this.#budget.left -= 1
      return isLike(line, other)
    })
    return isAsked ? 'overlapping' : 'new'
  }

  #isTired(): boolean {
    return this.#budget.left <= 0
  }

  #pairEqual(): void {
    const places = new Map<string, number[]>()
    for (const [place, other] of this.#others.entries()) {
      const key = JSON.stringify(other)
      const same = places.get(key)
      if (same === undefined) places.set(key, [place])
      else same.push(place)
    }
    for (const [at, line] of this.#lines.entries()) {
      const place = places.get(JSON.stringify(line))?.pop()
      if (place !== undefined) this.#join(at, place)
    }
  }

  /**
   * Finds a line its other; one that is taken is left to it where its own line finds another (Kuhn's augmenting paths,
   * breadth first).
   */
  #pair(from: number): void {
    const cameFrom = new Map<number, number>()
    const waiting = [from]
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const line = this.#lines[at]
      for (const [place, other] of this.#others.entries()) {
        if (line === undefined || cameFrom.has(place)) continue
        this.#budget.left -= 1
        if (!isSame(line, other)) continue
        cameFrom.set(place, at)
        const taken = this.#lineOf.get(place)
        if (taken === undefined) {
          this.#turn(place, cameFrom)
          return
        }
        waiting.push(taken)
      }
      if (this.#isTired()) return
    }
  }

  /** Gives each line on the way to a free place the place it was found by. */
  #turn(free: number, cameFrom: ReadonlyMap<number, number>): void {
    for (let place: number | undefined = free; place !== undefined; ) {
      const at = cameFrom.get(place)
      if (at === undefined) return
      const left = this.#otherOf.get(at)
      this.#join(at, place)
      place = left
    }
  }

  #join(at: number, place: number): void {
    this.#lineOf.set(place, at)
    this.#otherOf.set(at, place)
  }
}
