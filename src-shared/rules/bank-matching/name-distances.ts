import { distance } from 'fastest-levenshtein'

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
    this.#starts = new Uint32Array(names.length + 1)
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
    this.#starts[names.length] = rest.length
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
    const [plus, minus, scores, places, rest] = [
      ...([this.#plus, this.#minus, this.#scores] as const),
      ...([this.#places, this.#rest] as const),
    ]
    const last = 1 << (text.length - 1)
    plus[0] = -1
    minus[0] = 0
    scores[0] = text.length
    // What the name in hand begins with is too unlike from here on, and so is every name that begins with it.
    let barren = Number.POSITIVE_INFINITY
    for (let place = 0; place < this.#order.length; place += 1) {
      let depth = this.#shared[place] ?? 0
      if (depth >= barren) continue
      barren = Number.POSITIVE_INFINITY
      const at = this.#order[place] ?? 0
      let next = this.#starts[place] ?? 0
      const length = depth + (this.#starts[place + 1] ?? 0) - next
      let up = plus[depth] ?? 0
      let down = minus[depth] ?? 0
      let score = scores[depth] ?? 0
      while (depth < length && depth < barren) {
        const equal = places[rest[next] ?? 0] ?? 0
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
        if (depth > edits && isBeyond(edits, depth, up, down, text.length)) barren = depth
      }
      if (depth < barren) tell(at, score)
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

/**
 * Whether every distance in the column of a beginning is more than `edits`: what follows it only adds. Neighbours in a
 * column differ by one at the most, and the least mostly lies where both texts have come equally far.
 */
function isBeyond(edits: number, depth: number, up: number, down: number, length: number): boolean {
  const middle = Math.min(depth, length)
  const before = middle === WORD ? -1 : (1 << middle) - 1
  const there = depth + bitsOf(up & before) - bitsOf(down & before)
  if (there <= edits) return false
  const end = Math.min(length, depth + edits)
  for (let distance = there, at = middle; at < end; at += 1) {
    distance += ((up >>> at) & 1) - ((down >>> at) & 1)
    if (distance <= edits) return false
  }
  const start = Math.max(0, depth - edits)
  for (let distance = there, at = middle - 1; at >= start; at -= 1) {
    distance -= ((up >>> at) & 1) - ((down >>> at) & 1)
    if (distance <= edits) return false
  }
  return true
}

/** How many bits of a word are set. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function sharedStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && at < other.length && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  return at
}
