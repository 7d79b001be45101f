import { distinctivePart, foldName, foldNameAsWritten, withoutLegalForm } from './fold-name.ts'
import { NameDistances } from './name-distances.ts'
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

/** Open items by every way a bank line may name them; made once for many lines. */
export class ItemIndex {
  readonly #all: IndexedItem[] = []
  readonly #byKey = new Map<string, IndexedItem>()
  readonly #byName = new Map<string, IndexedItem[]>()
  readonly #byShort = new Map<string, IndexedItem[]>()
  readonly #byAccount = new Map<string, IndexedItem[]>()
  /** By the two characters names begin with: how long those are, longest first. */
  readonly #startLengths = new Map<string, number[]>()
  readonly #byPair = new Map<string, IndexedItem[]>()
  /** To the parts that tell one company from another, in the order of all items. */
  readonly #distances: NameDistances
  /** How long those parts are, and each length there is. */
  readonly #lengths: Uint16Array
  readonly #lengthsThere: readonly number[]
  /** Of `like`: names never change. */
  readonly #alike = new Map<string, readonly IndexedItem[]>()

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
      for (const account of item.accounts) add(this.#byAccount, account, indexed)
      for (const pair of pairs) add(this.#byPair, pair, indexed)
      this.#all.push(indexed)
    }
    const distinctive = this.#all.map(({ folded }) => distinctivePart(folded))
    this.#distances = new NameDistances(distinctive)
    this.#lengths = Uint16Array.from(distinctive, ({ length }) => length)
    this.#lengthsThere = [...new Set(this.#lengths)]
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
    return this.#byName.get(folded) ?? []
  }

  shortNamed(folded: string): readonly IndexedItem[] {
    return this.#byShort.get(folded) ?? []
  }

  paidFrom(account: string): readonly IndexedItem[] {
    return account === '' ? [] : (this.#byAccount.get(account) ?? [])
  }

  /** Items whose counterparty's whole name stands in a folded text; of names inside one another the longest only. */
  namedIn(text: string): readonly IndexedItem[] {
    const found: IndexedItem[] = []
    for (let at = 0; at < text.length - 1; ) {
      const lengths = this.#startLengths.get(text.slice(at, at + 2)) ?? []
      const longest = lengths.find((length) => this.#byName.has(text.slice(at, at + length))) ?? 0
      found.push(...this.named(text.slice(at, at + longest)))
      at += Math.max(1, longest)
    }
    return found
  }

  /** Items whose counterparty's name holds a piece of two characters or more; nobody where too many do. */
  holding(piece: string): readonly IndexedItem[] {
    const lists = pairsOf(piece).map((pair) => this.#byPair.get(pair) ?? [])
    const rarest = lists.reduce((one, other) => (other.length < one.length ? other : one))
    const found: IndexedItem[] = []
    for (const indexed of rarest) {
      if (!indexed.folded.includes(piece)) continue
      if (found.length === TOO_VAGUE) return []
      found.push(indexed)
    }
    return found
  }

  /** Items of a name like this one, most alike first, up to a limit. `unlikePerMille` is below 1000. */
  like(name: string, unlikePerMille: number): readonly IndexedItem[] {
    const key = `${unlikePerMille} ${name}`
    const known = this.#alike.get(key)
    if (known !== undefined) return known
    const found = this.#findLike(distinctivePart(name), unlikePerMille)
    if (this.#alike.size >= REMEMBERED_LIMIT) this.#alike.clear()
    this.#alike.set(key, found)
    return found
  }

  #findLike(wanted: string, unlikePerMille: number): readonly IndexedItem[] {
    if (this.#isUnlikeAll(wanted, unlikePerMille)) return []
    const pairs = new Set(pairsOf(wanted))
    const found = this.#within(wanted, unlikePerMille)
    const alike: IndexedItem[] = []
    for (const unlike of Object.keys(found).map(Number)) {
      const equals = (found[unlike] ?? []).sort((one, other) => one - other)
      for (const at of equals) {
        const indexed = this.#all[at]
        if (indexed === undefined || !this.#sharesPairs(pairs, indexed, wanted, unlikePerMille)) continue
        alike.push(indexed)
        if (alike.length === LIKE_LIMIT) return alike
      }
    }
    return alike
  }

  /** Characters that nobody's name has make it unlike all of them. */
  #isUnlikeAll(wanted: string, unlikePerMille: number): boolean {
    const foreign = this.#distances.foreign(wanted)
    return this.#lengthsThere.every((length) => {
      const edits = editsAllowed(wanted.length, length, unlikePerMille)
      return Math.max(foreign, Math.abs(wanted.length - length)) > edits
    })
  }

  /** Places of the names that are at most so unlike, by how unlike they are. */
  #within(wanted: string, unlikePerMille: number): Record<number, number[]> {
    const found: Record<number, number[]> = {}
    const allowed = this.#lengthsThere.map((length) => editsAllowed(wanted.length, length, unlikePerMille))
    this.#distances.near(wanted, Math.max(...allowed), (at, edits) => {
      const longer = Math.max(wanted.length, this.#lengths[at] ?? 0)
      if (edits * 1000 > longer * unlikePerMille) return
      const unlike = Math.ceil((edits * 1000) / longer)
      found[unlike] ??= []
      found[unlike].push(at)
    })
    return found
  }

  /** Whether a name has a pair of characters of the wanted one, each edit taking two of them at the most. */
  #sharesPairs(
    pairs: ReadonlySet<string>,
    indexed: IndexedItem,
    wanted: string,
    unlikePerMille: number,
  ): boolean {
    let shared = 0
    for (const pair of pairs) if (indexed.pairs.has(pair)) shared += 1
    const edits = editsAllowed(wanted.length, this.#lengths[indexed.at] ?? 0, unlikePerMille)
    return shared > 0 && shared >= pairs.size - 2 * edits
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
