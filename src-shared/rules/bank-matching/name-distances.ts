import { distance } from 'fastest-levenshtein'

/** Names that begin alike are looked at after so many characters more than there may be edits. */
const PROBE = 2
/** Longest text whose column of distances fits a machine word. */
const WORD = 32

/**
 * Levenshtein distances of one text to thousands of names, those of `fastest-levenshtein`. The names lie in order, and
 * what one begins with like the one before is not gone through again; a column of the table of distances is two machine
 * words (G. Myers 1999, H. Hyyrö 2003).
 */
export class NameDistances {
  readonly #names: readonly string[]
  /** Places of the names in the list given, in the order of the names. */
  readonly #order: Uint32Array
  /** How much of a name its predecessor begins with. */
  readonly #shared: Uint16Array
  /** Every character a name has beyond that, by its number in the alphabet; where they begin. */
  readonly #rest: Uint32Array
  readonly #starts: Uint32Array
  /** By UTF-16 unit. */
  readonly #alphabet = new Map<number, number>()
  /** Columns by depth: differences of plus one and of minus one, and the distance itself. */
  readonly #plus: Int32Array
  readonly #minus: Int32Array
  readonly #scores: Int32Array
  /** Where the text has each character of the alphabet. */
  readonly #places: Int32Array

  constructor(names: readonly string[]) {
    this.#names = names
    const order = names.map((_, at) => at).sort((a, b) => compare(names[a] ?? '', names[b] ?? ''))
    this.#order = Uint32Array.from(order)
    this.#shared = new Uint16Array(names.length)
    this.#starts = new Uint32Array(names.length)
    const rest: number[] = []
    let before = ''
    for (const [place, at] of order.entries()) {
      const name = names[at] ?? ''
      const shared = sharedStart(before, name)
      this.#shared[place] = shared
      this.#starts[place] = rest.length
      for (let index = shared; index < name.length; index += 1)
        rest.push(this.#numberOf(name.charCodeAt(index)))
      before = name
    }
    this.#rest = Uint32Array.from(rest)
    const depths = 1 + Math.max(0, ...new Set(names.map(({ length }) => length)))
    this.#plus = new Int32Array(depths)
    this.#minus = new Int32Array(depths)
    this.#scores = new Int32Array(depths)
    this.#places = new Int32Array(this.#alphabet.size)
  }

  /** How many characters of a text stand in no name: each is an edit. */
  foreign(text: string): number {
    let count = 0
    for (let at = 0; at < text.length; at += 1) if (!this.#alphabet.has(text.charCodeAt(at))) count += 1
    return count
  }

  /**
   * Tells the distance of every name that is at most `edits` away, by its place in the list given; others may be among
   * them. Names that begin too unlike are passed over together.
   */
  near(text: string, edits: number, tell: (at: number, distance: number) => void): void {
    if (text.length === 0 || text.length > WORD) {
      for (const [at, name] of this.#names.entries()) tell(at, distance(text, name))
      return
    }
    this.#mark(text, true)
    const [plus, minus, scores] = [this.#plus, this.#minus, this.#scores]
    const last = 1 << (text.length - 1)
    plus[0] = -1
    minus[0] = 0
    scores[0] = text.length
    const probed = edits + PROBE
    let isBarren = false
    for (let place = 0; place < this.#order.length; place += 1) {
      const at = this.#order[place] ?? 0
      const length = this.#names[at]?.length ?? 0
      let depth = this.#shared[place] ?? 0
      if (isBarren && depth >= probed) continue
      isBarren = false
      let next = this.#starts[place] ?? 0
      let up = plus[depth] ?? 0
      let down = minus[depth] ?? 0
      let score = scores[depth] ?? 0
      while (depth < length && !isBarren) {
        const equal = this.#places[this.#rest[next] ?? 0] ?? 0
        const vertical = equal | down
        const horizontal = (((equal & up) + up) ^ up) | equal
        let rise = down | ~(horizontal | up)
        let fall = up & horizontal
        if ((rise & last) !== 0) score += 1
        if ((fall & last) !== 0) score -= 1
        rise = (rise << 1) | 1
        fall <<= 1
        up = fall | ~(vertical | rise)
        down = rise & vertical
        depth += 1
        next += 1
        plus[depth] = up
        minus[depth] = down
        scores[depth] = score
        if (depth === probed) isBarren = leastOf(depth, up, down, text.length) > edits
      }
      if (!isBarren) tell(at, score)
    }
    this.#mark(text, false)
  }

  #mark(text: string, isMarked: boolean): void {
    for (let at = 0; at < text.length; at += 1) {
      const number = this.#alphabet.get(text.charCodeAt(at))
      if (number !== undefined) this.#places[number] = isMarked ? (this.#places[number] ?? 0) | (1 << at) : 0
    }
  }

  #numberOf(unit: number): number {
    const number = this.#alphabet.get(unit) ?? this.#alphabet.size
    this.#alphabet.set(unit, number)
    return number
  }
}

/** The least distance in the column of a beginning: what follows it only adds. */
function leastOf(depth: number, up: number, down: number, length: number): number {
  let distance = depth
  let least = depth
  for (let at = 0; at < length; at += 1) {
    distance += ((up >>> at) & 1) - ((down >>> at) & 1)
    if (distance < least) least = distance
  }
  return least
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function sharedStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}
