import type { PlainDate } from '../../calendar/plain-date.ts'

/** What the deposit of a provider depends on. */
export interface DepositFacts {
  /** Ids of the pack's categories. */
  readonly categories: readonly string[]
  readonly joinedOn: PlainDate | null
  /** The day its first product was listed; null before that. */
  readonly firstListedOn: PlainDate | null
  readonly staff: number | null
  /** All it offers is free, or under an open-source licence. */
  readonly freeOrOpenSource: boolean
  /** All it offers is under an open-source licence. */
  readonly openSource: boolean
  /** The day a paid product is to be published; null while there is none. */
  readonly paidProductOn: PlainDate | null
}
