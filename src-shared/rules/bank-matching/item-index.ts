import { foldName, foldNameAsWritten } from '../../base/fold-name.ts'
import { NameDistances } from './name-distances.ts'
import { distinctivePart, withoutLegalForm } from './name-parts.ts'
import { itemKey, type OpenItem } from './open-item.ts'

export interface IndexedItem {
  /** As it stands; see `restate`. */
  item: OpenItem
  /** Place in the list given: the last word among equals. */
  readonly at: number
  readonly folded: string
  /** Folded in its own characters. */
  readonly written: string
  /** Without its legal form, folded and in its own characters. */
  readonly short: string
  readonly writtenShort: string
  /** Its pairs of neighbouring characters. */
  readonly pairs: ReadonlySet<string>
  /** All items of its name, itself among them. */
  readonly namesakes: readonly IndexedItem[]
}

/** Of more than this many that share a piece of a name, none is meant. */
const TOO_VAGUE = 20
/** The most names that are named as like another one. */
const LIKE_LIMIT = 50
/** Names whose likes are remembered: payers come again. */
const REMEMBERED_LIMIT = 100_000
/** More than there are places in a list of items. */
const PLACES = 2 ** 32
const NOBODY: readonly IndexedItem[] = []

/** Open items by every way a bank line may name them; made once for many lines. */
export class ItemIndex {
  readonly #all: IndexedItem[] = []
  readonly #byKey = new Map<string, IndexedItem>()
  readonly #byName = new Map<string, IndexedItem[]>()
  readonly #byShort = new Map<string, IndexedItem[]>()
  readonly #byAccount = new Map<string, IndexedItem[]>()
  /** By the two characters names begin with: how long those are, longest first. */
  readonly #startLengths = new Map<string, number[]>()
  /** By UTF-16 unit: whether a name begins with it. */
  readonly #isStart = new Uint8Array(0x1_0000)
  readonly #byPair = new Map<string, IndexedItem[]>()
  /** To the parts that tell one company from another, in the order of all items. */
  readonly #distances: NameDistances
  /** How long those parts are, and each length there is. */
  readonly #lengths: Uint16Array
  readonly #lengthsThere: readonly number[]
  /** Whether that part stands in the name as it is: then the name has all of its pairs. */
  readonly #isInName: Uint8Array
  /** Of one search: how unlike a name is, then its place, as one number. */
  readonly #near: Float64Array
  /** Of `like`, by how unlike names may be: names never change. */
  readonly #alike = new Map<number, Map<string, readonly IndexedItem[]>>()

  constructor(items: readonly OpenItem[]) {
    for (const [at, item] of items.entries()) {
      const folded = foldName(item.counterparty)
      const short = withoutLegalForm(folded)
      const written = foldNameAsWritten(item.counterparty)
      const writtenShort = withoutLegalForm(written)
      const pairs = new Set(pairsOf(folded))
      const namesakes = this.#byName.get(folded) ?? []
      const indexed = { item, at, folded, written, short, writtenShort, pairs, namesakes }
      namesakes.push(indexed)
      this.#byName.set(folded, namesakes)
      this.#byKey.set(itemKey(item), indexed)
      add(this.#byShort, short, indexed)
      addLength(this.#startLengths, folded)
      if (folded !== '') this.#isStart[folded.charCodeAt(0)] = 1
      for (const account of item.accounts) add(this.#byAccount, account, indexed)
      for (const pair of pairs) add(this.#byPair, pair, indexed)
      this.#all.push(indexed)
    }
    const distinctive = this.#all.map(({ folded }) => distinctivePart(folded))
    this.#distances = new NameDistances(distinctive)
    this.#lengths = Uint16Array.from(distinctive, ({ length }) => length)
    this.#lengthsThere = [...new Set(this.#lengths)]
    this.#isInName = Uint8Array.from(this.#all, ({ folded }, at) =>
      folded.includes(distinctive[at] ?? '') ? 1 : 0,
    )
    this.#near = new Float64Array(items.length)
  }

  get size(): number {
    return this.#all.length
  }

  /** The item at another time: what is owed and the accounts that are known may differ, the name is the same. */
  restate(item: OpenItem): void {
    const indexed = this.#byKey.get(itemKey(item))
    if (indexed === undefined) return
    for (const account of indexed.item.accounts) {
      this.#byAccount.set(
        account,
        this.paidFrom(account).filter((each) => each !== indexed),
      )
    }
    for (const account of item.accounts) add(this.#byAccount, account, indexed)
    indexed.item = item
  }

  named(folded: string): readonly IndexedItem[] {
    return this.#byName.get(folded) ?? NOBODY
  }

  shortNamed(folded: string): readonly IndexedItem[] {
    return this.#byShort.get(folded) ?? NOBODY
  }

  paidFrom(account: string): readonly IndexedItem[] {
    return account === '' ? NOBODY : (this.#byAccount.get(account) ?? NOBODY)
  }

  /** Items whose counterparty's whole name stands in a folded text; of names inside one another the longest only. */
  namedIn(text: string): readonly IndexedItem[] {
    const found: IndexedItem[] = []
    for (let at = 0; at < text.length - 1; ) {
      const longest = this.#isStart[text.charCodeAt(at)] === 1 ? this.#lengthAt(text, at) : 0
      if (longest > 0) found.push(...this.named(text.slice(at, at + longest)))
      at += Math.max(1, longest)
    }
    return found
  }

  /** How long the longest name is that stands at a place of a text; 0 where none does. */
  #lengthAt(text: string, at: number): number {
    const lengths = this.#startLengths.get(text.slice(at, at + 2))
    return lengths?.find((length) => this.#byName.has(text.slice(at, at + length))) ?? 0
  }

  /** Items whose counterparty's name holds a piece of two characters or more; nobody where too many do. */
  holding(piece: string): readonly IndexedItem[] {
    let rarest: readonly IndexedItem[] | null = null
    for (let at = 0; at < piece.length - 1; at += 1) {
      const having = this.#byPair.get(piece.slice(at, at + 2)) ?? NOBODY
      if (rarest === null || having.length < rarest.length) rarest = having
      if (having.length === 0) return NOBODY
    }
    const found: IndexedItem[] = []
    for (const indexed of rarest ?? NOBODY) {
      if (!indexed.folded.includes(piece)) continue
      if (found.length === TOO_VAGUE) return NOBODY
      found.push(indexed)
    }
    return found
  }

  /** Items of a name like this one, most alike first, up to a limit. `unlikePerMille` is below 1000. */
  like(name: string, unlikePerMille: number): readonly IndexedItem[] {
    const remembered = this.#alike.get(unlikePerMille) ?? new Map<string, readonly IndexedItem[]>()
    const known = remembered.get(name)
    if (known !== undefined) return known
    const wanted = distinctivePart(name)
    const most = this.#mostEdits(wanted, unlikePerMille)
    if (most < 0) return NOBODY
    const found = this.#findLike(wanted, most, unlikePerMille)
    if (remembered.size >= REMEMBERED_LIMIT) remembered.clear()
    this.#alike.set(unlikePerMille, remembered.set(name, found))
    return found
  }

  /**
   * Edits that a name may be away at the most; below 0 where all of them are further. Characters that nobody's name
   * has make it unlike all of them.
   */
  #mostEdits(wanted: string, unlikePerMille: number): number {
    const foreign = this.#distances.foreign(wanted)
    let most = -1
    for (const length of this.#lengthsThere) {
      const edits = editsAllowed(wanted.length, length, unlikePerMille)
      if (Math.max(foreign, Math.abs(wanted.length - length)) <= edits) most = Math.max(most, edits)
    }
    return most
  }

  #findLike(wanted: string, most: number, unlikePerMille: number): readonly IndexedItem[] {
    const pairs = new Set(pairsOf(wanted))
    const longest = Math.max(wanted.length, ...this.#lengthsThere)
    // One edit less than there may be costs a third, and mostly is enough.
    for (let edits = Math.max(0, most - 1); ; edits += 1) {
      const near = this.#within(wanted, edits, unlikePerMille)
      // What is further away than was looked is at least so unlike.
      const further = edits === most ? Number.POSITIVE_INFINITY : ((edits + 1) * 1000) / longest
      const alike: IndexedItem[] = []
      for (const found of near) {
        const indexed = this.#all[found % PLACES]
        if (Math.floor(found / PLACES) >= further) break
        if (indexed === undefined || !this.#sharesPairs(pairs, indexed, wanted, unlikePerMille)) continue
        alike.push(indexed)
        if (alike.length === LIKE_LIMIT) return alike
      }
      if (edits === most) return alike
    }
  }

  /** Places of the names that are within so many edits and not too unlike, each with how unlike it is; in order. */
  #within(wanted: string, edits: number, unlikePerMille: number): Float64Array {
    let count = 0
    this.#distances.near(wanted, edits, (at, distance) => {
      const longer = Math.max(wanted.length, this.#lengths[at] ?? 0)
      if (distance > edits || distance * 1000 > longer * unlikePerMille) return
      this.#near[count] = Math.ceil((distance * 1000) / longer) * PLACES + at
      count += 1
    })
    return this.#near.subarray(0, count).sort()
  }

  /** Whether a name has a pair of characters of the wanted one, each edit taking two of them at the most. */
  #sharesPairs(
    pairs: ReadonlySet<string>,
    indexed: IndexedItem,
    wanted: string,
    unlikePerMille: number,
  ): boolean {
    const edits = editsAllowed(wanted.length, this.#lengths[indexed.at] ?? 0, unlikePerMille)
    const least = Math.max(1, pairs.size - 2 * edits)
    // It is that near already.
    if (this.#isInName[indexed.at] === 1 && pairs.size > 2 * edits) return true
    let shared = 0
    for (const pair of pairs) if (indexed.pairs.has(pair)) shared += 1
    return shared >= least
  }
}

/** Edits by which names of two lengths may differ. */
function editsAllowed(one: number, other: number, unlikePerMille: number): number {
  return Math.floor((Math.max(one, other) * unlikePerMille) / 1000)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const kept = map.get(key)
  if (kept) kept.push(value)
  else map.set(key, [value])
}

function addLength(lengths: Map<string, number[]>, name: string): void {
  const start = name.slice(0, 2)
  const known = lengths.get(start) ?? []
  if (known.includes(name.length)) return
  lengths.set(
    start,
    [...known, name.length].sort((a, b) => b - a),
  )
}
