import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'

/** A line of an account as reconciliation looks at it; amounts in fen. */
export interface LedgerLine<Kind extends string = string> {
  readonly id: string
  /** The statement it came with: within one, the chronology is the bank's own. */
  readonly statement: string
  readonly bookedOn: PlainDate
  /** Sorts lines as they were booked, as far as the bank tells. */
  readonly chronology: string
  /** What it does to the balance: positive for money in. */
  readonly effect: Fen
  readonly balanceAfter: Fen | null
  readonly status: 'open' | 'matched' | 'taken-back'
  /** Of a matched line: what its money is; the amounts are positive and sum to the line's. */
  readonly parts: readonly { readonly kind: Kind; readonly amount: Fen }[]
}

/** What a statement says of the balance around its lines; first and last day count. */
export interface LedgerStatement {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly opening: Fen | null
  readonly closing: Fen | null
}

/** Days, both ends included. */
export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}
