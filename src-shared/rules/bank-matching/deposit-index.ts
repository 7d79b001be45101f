import { distance } from 'fastest-levenshtein'
import { distinctivePart, foldName, foldNameAsWritten, withoutLegalForm } from './fold-name.ts'
import type { OpenDeposit } from './match-types.ts'

export interface IndexedDeposit {
  /** As it stands; see `restate`. */
  deposit: OpenDeposit
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

/** Open deposits by every way a bank line may name them; made once for many lines. */
export class DepositIndex {
  readonly #all: IndexedDeposit[] = []
  readonly #byId = new Map<string, IndexedDeposit>()
  readonly #byName = new Map<string, IndexedDeposit[]>()
  readonly #byShort = new Map<string, IndexedDeposit[]>()
  readonly #byAccount = new Map<string, IndexedDeposit[]>()
  /** By the two characters names begin with: how long those are, longest first. */
  readonly #lengths = new Map<string, number[]>()
  readonly #byPair = new Map<string, IndexedDeposit[]>()
  /** Of `like`: names never change. */
  readonly #alike = new Map<string, readonly IndexedDeposit[]>()

  constructor(deposits: readonly OpenDeposit[]) {
    for (const [at, deposit] of deposits.entries()) {
      const folded = foldName(deposit.name)
      const short = withoutLegalForm(folded)
      const written = foldNameAsWritten(deposit.name)
      const distinctive = distinctivePart(folded)
      const indexed: IndexedDeposit = { deposit, at, folded, written, short, distinctive }
      this.#all.push(indexed)
      this.#byId.set(deposit.id, indexed)
      add(this.#byName, folded, indexed)
      add(this.#byShort, short, indexed)
      addLength(this.#lengths, folded)
      for (const account of deposit.accounts) add(this.#byAccount, account, indexed)
      for (const pair of new Set(pairsOf(folded))) add(this.#byPair, pair, indexed)
    }
  }

  /** The deposit at another time: what is owed and the accounts that are known may differ, the name is the same. */
  restate(deposit: OpenDeposit): void {
    const indexed = this.#byId.get(deposit.id)
    if (indexed === undefined) return
    for (const account of indexed.deposit.accounts) {
      this.#byAccount.set(
        account,
        this.paidFrom(account).filter((each) => each !== indexed),
      )
    }
    for (const account of deposit.accounts) add(this.#byAccount, account, indexed)
    indexed.deposit = deposit
  }

  named(folded: string): readonly IndexedDeposit[] {
    return this.#byName.get(folded) ?? []
  }

  shortNamed(folded: string): readonly IndexedDeposit[] {
    return this.#byShort.get(folded) ?? []
  }

  paidFrom(account: string): readonly IndexedDeposit[] {
    return account === '' ? [] : (this.#byAccount.get(account) ?? [])
  }

  /** Deposits whose whole name stands in a folded text; of names inside one another the longest only. */
  namedIn(text: string): readonly IndexedDeposit[] {
    const found: IndexedDeposit[] = []
    for (let at = 0; at < text.length - 1; ) {
      const lengths = this.#lengths.get(text.slice(at, at + 2)) ?? []
      const longest = lengths.find((length) => this.#byName.has(text.slice(at, at + length))) ?? 0
      found.push(...this.named(text.slice(at, at + longest)))
      at += Math.max(1, longest)
    }
    return found
  }

  /** Deposits whose name holds a piece; nobody where too many do. */
  holding(piece: string): readonly IndexedDeposit[] {
    const first = piece.slice(0, 2)
    const found = (this.#byPair.get(first) ?? []).filter(({ folded }) => folded.includes(piece))
    return found.length > TOO_VAGUE ? [] : found
  }

  /** Deposits of a name like this one, most alike first, up to a limit. `unlikePerMille` is below 1000. */
  like(name: string, unlikePerMille: number): readonly IndexedDeposit[] {
    const key = `${unlikePerMille} ${name}`
    const known = this.#alike.get(key)
    if (known !== undefined) return known
    const found = this.#findLike(distinctivePart(name), unlikePerMille)
    if (this.#alike.size >= REMEMBERED_LIMIT) this.#alike.clear()
    this.#alike.set(key, found)
    return found
  }

  #findLike(wanted: string, unlikePerMille: number): readonly IndexedDeposit[] {
    const pairs = new Set(pairsOf(wanted))
    const shared = new Uint16Array(this.#all.length)
    for (const pair of pairs) {
      for (const { at } of this.#byPair.get(pair) ?? []) shared[at] = (shared[at] ?? 0) + 1
    }
    const found: { readonly indexed: IndexedDeposit; readonly unlike: number }[] = []
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
