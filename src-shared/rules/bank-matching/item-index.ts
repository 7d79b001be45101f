import { distance } from 'fastest-levenshtein'
import { distinctivePart, foldName, foldNameAsWritten, withoutLegalForm } from './fold-name.ts'
import { itemKey, type OpenItem } from './open-item.ts'

export interface IndexedItem {
  /** As it stands; see `restate`. */
  item: OpenItem
  /** Place in the list given: the last word among equals. */
  readonly at: number
  readonly folded: string
  /** Folded in its own characters. */
  readonly written: string
  readonly short: string
  readonly distinctive: string
}

/** Of more than this many that share a piece of a name, none is meant. */
const TOO_VAGUE = 20
/** The most names that are named as like another one. */
const LIKE_LIMIT = 50
/** Names whose likes are remembered: payers come again. */
const REMEMBERED_LIMIT = 20_000

/** Open items by every way a bank line may name them; made once for many lines. */
export class ItemIndex {
  readonly #all: IndexedItem[] = []
  readonly #byKey = new Map<string, IndexedItem>()
  readonly #byName = new Map<string, IndexedItem[]>()
  readonly #byShort = new Map<string, IndexedItem[]>()
  readonly #byAccount = new Map<string, IndexedItem[]>()
  /** By the two characters names begin with: how long those are, longest first. */
  readonly #lengths = new Map<string, number[]>()
  readonly #byPair = new Map<string, IndexedItem[]>()
  /** Of `like`: names never change. */
  readonly #alike = new Map<string, readonly IndexedItem[]>()

  constructor(items: readonly OpenItem[]) {
    for (const [at, item] of items.entries()) {
      const folded = foldName(item.counterparty)
      const short = withoutLegalForm(folded)
      const written = foldNameAsWritten(item.counterparty)
      const distinctive = distinctivePart(folded)
      const indexed: IndexedItem = { item, at, folded, written, short, distinctive }
      this.#all.push(indexed)
      this.#byKey.set(itemKey(item), indexed)
      add(this.#byName, folded, indexed)
      add(this.#byShort, short, indexed)
      addLength(this.#lengths, folded)
      for (const account of item.accounts) add(this.#byAccount, account, indexed)
      for (const pair of new Set(pairsOf(folded))) add(this.#byPair, pair, indexed)
    }
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
      const lengths = this.#lengths.get(text.slice(at, at + 2)) ?? []
      const longest = lengths.find((length) => this.#byName.has(text.slice(at, at + length))) ?? 0
      found.push(...this.named(text.slice(at, at + longest)))
      at += Math.max(1, longest)
    }
    return found
  }

  /** Items whose counterparty's name holds a piece; nobody where too many do. */
  holding(piece: string): readonly IndexedItem[] {
    const first = piece.slice(0, 2)
    const found = (this.#byPair.get(first) ?? []).filter(({ folded }) => folded.includes(piece))
    return found.length > TOO_VAGUE ? [] : found
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
    const pairs = new Set(pairsOf(wanted))
    const shared = new Uint16Array(this.#all.length)
    for (const pair of pairs) {
      for (const { at } of this.#byPair.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1
    }
    const found: { readonly indexed: IndexedItem; readonly unlike: number }[] = []
    for (const indexed of this.#all) {
      const count = shared[indexed.at] ?? 0
      if (count === 0) continue
      const { distinctive } = indexed
      const longer = Math.max(wanted.length, distinctive.length)
      const edits = Math.floor((longer * unlikePerMille) / 1000)
      // Each edit takes two pairs at the most.
      const isFar = Math.abs(wanted.length - distinctive.length) > edits || count < pairs.size - 2 * edits
      if (isFar) continue
      const unlike = Math.ceil((distance(wanted, distinctive) * 1000) / longer)
      if (unlike <= unlikePerMille) found.push({ indexed, unlike })
    }
    return found
      .sort((a, b) => a.unlike - b.unlike || a.indexed.at - b.indexed.at)
      .slice(0, LIKE_LIMIT)
      .map(({ indexed }) => indexed)
  }
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
