import type { Place } from '../../bank-statements/statement.ts'
import type { Instant } from '../../base/ids.ts'
import type { Fen } from '../../money/fen.ts'
import type { OrderChannel } from '../../policy/fee-section.ts'

/** What a file says of an order; what its cell leaves empty, or no column holds, is not there. */
export interface SaidOrder {
  readonly providerId?: string
  readonly productName?: string
  readonly listingId?: string
  readonly category?: string
  readonly mode?: string
  readonly kind?: 'new' | 'renewal' | 'refund'
  /** The number of the order a refund takes back from. */
  readonly refundOf?: string
  readonly channel?: OrderChannel
  readonly buyerId?: string
  readonly buyerName?: string
  readonly distributed?: boolean
  readonly listPrice?: Fen
  readonly cash?: Fen
  readonly voucher?: Fen
  readonly taxBasisPoints?: number
  readonly agreedBasisPoints?: number
  readonly paidAt?: Instant
  readonly activatedAt?: Instant
  readonly startsAt?: Instant
  readonly completedAt?: Instant
  readonly repaidAt?: Instant
  readonly supervision?:
    | 'none'
    | 'pending'
    | 'delivered'
    | 'confirmed'
    | 'completed'
    | 'rejected'
    | 'appealed'
    | 'decided'
    | 'ended'
}

/** One order of a file. */
export interface OrderRow {
  readonly place: Place
  readonly number: string
  readonly said: SaidOrder
}

/** Why a row is no order, or none that can be taken in. */
export const ORDER_SKIPS = {
  'blank-row': { matters: false },
  head: { matters: false },
  header: { matters: false },
  total: { matters: false },
  /** Never paid, or given up before. */
  'not-paid': { matters: false },
  'number-missing': { matters: true },
  'number-unusable': { matters: true },
  'same-number': { matters: true },
  'text-too-long': { matters: true },
  'amount-unreadable': { matters: true },
  'amount-ambiguous': { matters: true },
  'sign-contradicts': { matters: true },
  'day-unreadable': { matters: true },
  /** Something that would have happened on a day to come. */
  'day-to-come': { matters: true },
  'rate-unreadable': { matters: true },
  'unknown-provider': { matters: true },
  'ambiguous-provider': { matters: true },
  'unknown-category': { matters: true },
  'unknown-mode': { matters: true },
  'unknown-kind': { matters: true },
  'unknown-channel': { matters: true },
  'unknown-yes-no': { matters: true },
  'unknown-supervision': { matters: true },
  'unknown-status': { matters: true },
  /** Paid back, in a row that is no refund: which order it takes back from is not said. */
  'state-contradicts': { matters: true },
  'other-currency': { matters: true },
  'other-marketplace': { matters: true },
  'broken-quotes': { matters: true },
} as const satisfies Readonly<Record<string, { readonly matters: boolean }>>
export type OrderSkip = keyof typeof ORDER_SKIPS

export interface SkippedOrderRow {
  readonly place: Place
  readonly reason: OrderSkip
  /** The cell that is not understood, else the beginning of the row. */
  readonly excerpt: string
}
