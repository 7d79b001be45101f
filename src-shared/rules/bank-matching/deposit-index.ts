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

/** Open deposits by every way a bank line may name them; made once for many lines. */
export class DepositIndex {
  readonly #byId = new Map<string, IndexedDeposit>()
  readonly #byName = new Map<string, IndexedDeposit[]>()
  readonly #byShort = new Map<string, IndexedDeposit[]>()
  readonly #byAccount = new Map<string, IndexedDeposit[]>()
  readonly #byStart = new Map<string, IndexedDeposit[]>()
  readonly #byPair = new Map<string, IndexedDeposit[]>()

  constructor(deposits: readonly OpenDeposit[]) {
    for (const [at, deposit] of deposits.entries()) {
      const folded = foldName(deposit.name)
      const short = withoutLegalForm(folded)
      const written = foldNameAsWritten(deposit.name)
      const distinctive = distinctivePart(folded)
      const indexed: IndexedDeposit = { deposit, at, folded, written, short, distinctive }
      this.#byId.set(deposit.id, indexed)
      add(this.#byName, folded, indexed)
      add(this.#byShort, short, indexed)
      add(this.#byStart, folded.slice(0, 2), indexed)
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
      const here = (this.#byStart.get(text.slice(at, at + 2)) ?? []).filter(({ folded }) =>
        text.startsWith(folded, at),
      )
      const longest = Math.max(0, ...here.map(({ folded }) => folded.length))
      found.push(...here.filter(({ folded }) => folded.length === longest))
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

  /** Deposits of a name like this one, most alike first. `unlikePerMille` is below 1000. */
  like(name: string, unlikePerMille: number): readonly IndexedDeposit[] {
    const wanted = distinctivePart(name)
    if (wanted.length < 2) return []
    const pairs = new Set(pairsOf(wanted))
    const shared = new Map<IndexedDeposit, number>()
    for (const pair of pairs) {
      for (const indexed of this.#byPair.get(pair) ?? []) shared.set(indexed, (shared.get(indexed) ?? 0) + 1)
    }
    return [...shared]
      .filter(([, count]) => count >= pairs.size - pairsLost(wanted, unlikePerMille))
      .map(([indexed]) => ({ indexed, unlike: unlikeness(wanted, indexed.distinctive) }))
      .filter(({ unlike }) => unlike <= unlikePerMille)
      .sort((a, b) => a.unlike - b.unlike || a.indexed.at - b.indexed.at)
      .map(({ indexed }) => indexed)
  }
}

/** The most pairs a name can lose by as many edits as are allowed: two an edit. */
function pairsLost(name: string, unlikePerMille: number): number {
  const longest = (name.length * 1000) / (1000 - unlikePerMille)
  return 2 * Math.floor((longest * unlikePerMille) / 1000)
}

/** Edits over the longer length, per mille. */
function unlikeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length)
  return longer === 0 ? 0 : Math.ceil((distance(one, other) * 1000) / longer)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const kept = map.get(key)
  if (kept) kept.push(value)
  else map.set(key, [value])
}
