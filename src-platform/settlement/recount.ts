import type { Provider } from '#shared/contracts/console-platform/records/provider.ts'
import type { SettlementLine } from '#shared/contracts/console-platform/records/settlement-line.ts'
import type { SettlementStatement } from '#shared/contracts/console-platform/records/settlement-statement.ts'
import type { Fen } from '#shared/money/fen.ts'
import type { RecountedRow, StoreReader } from '../store/store.ts'
import type { Drafting } from './draft-statement.ts'
import { monthRecount } from './recount-query.ts'
import type { MonthRecount } from './recount-sql.ts'

type Difference = SettlementStatement['differences'][number]

/** Differences named in a statement; more of them are as wrong. */
const NAMED = 50

/**
 * The second accountant: reckons a month of a provider once more, in SQL over its orders, written apart from the rules.
 * It has nothing to say where a pack's rules cannot be put into its SQL.
 */
export class Recount {
  readonly #store: StoreReader
  readonly #marketplace: string
  readonly #query: MonthRecount | null

  constructor({ store, marketplace, packs, month }: Drafting) {
    this.#store = store
    this.#marketplace = marketplace
    this.#query = monthRecount(packs, month)
  }

  /** What the market keeps of each order of the provider's month, and pays back; null where it cannot tell. */
  async of(provider: Provider): Promise<readonly RecountedRow[] | null> {
    if (this.#query === null) return null
    const { since, query } = this.#query(provider)
    return await this.#store.recount(
      { marketplace: this.#marketplace, providerId: provider.id },
      since,
      query,
    )
  }
}

/** What the lines of a statement say, to be held against the recount. */
export class Counted {
  readonly #fees = new Map<string, Fen>()

  add({ kind, orderId, category, fee, rebate }: SettlementLine): void {
    if (orderId !== null) this.#fees.set(orderId, fee)
    else if (kind === 'rebate') this.#fees.set(`rebate ${category}`, rebate)
  }

  /** Where the two differ. Orders that came too late belong to other months by the recount, and are left out. */
  against(recounted: readonly RecountedRow[] | null, late: ReadonlySet<string>): Difference[] {
    if (recounted === null) return []
    const differences: Difference[] = []
    const seen = new Set<string>()
    for (const { id, category, fee: other } of recounted) {
      const key = id ?? `rebate ${category}`
      seen.add(key)
      const fee = this.#fees.get(key) ?? null
      if (fee !== other && differences.length < NAMED) {
        differences.push({ orderId: id, category: id === null ? category : null, fee, other })
      }
    }
    for (const [key, fee] of this.#fees) {
      if (seen.has(key) || late.has(key) || differences.length >= NAMED) continue
      const category = key.startsWith('rebate ') ? key.slice('rebate '.length) : null
      differences.push({ orderId: category === null ? key : null, category, fee, other: null })
    }
    return differences
  }
}
