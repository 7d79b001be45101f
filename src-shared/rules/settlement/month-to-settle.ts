import type { Instant } from '../../base/ids.ts'
import type { PlainMonth } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import type { OrderChannel } from '../../policy/fee-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import type { ChargedProvider } from '../fees/fee-exemptions.ts'
import type { AdjustmentKind, SettledLine } from './statement-line.ts'

/** An order or refund as far as its settlement depends on it. Money in fen. */
export interface OrderToSettle {
  readonly id: string
  readonly number: string
  readonly kind: 'new' | 'renewal' | 'refund'
  readonly refundOf: string | null
  readonly category: string
  readonly mode: string | null
  readonly channel: OrderChannel
  readonly distributed: boolean
  /** Cash really received; negative for a refund. */
  readonly cash: Fen
  readonly taxBasisPoints: number
  readonly agreedBasisPoints: number | null
  readonly paidAt: Instant
  readonly activatedAt: Instant | null
  readonly startsAt: Instant | null
  readonly completedAt: Instant | null
  readonly repaidAt: Instant | null
  readonly supervised: boolean
}

/** A movement that a person wrote, with why. */
export interface AdjustmentToSettle {
  readonly id: string
  readonly kind: AdjustmentKind
  /** Fen; negative takes from the provider. */
  readonly amount: Fen
  readonly taxBasisPoints: number | null
  readonly reason: string
}

/** What a statement leaves to the next one: a type of product below its threshold, or (no category) a net below zero. */
export interface Carried {
  readonly category: string | null
  readonly taxBasisPoints: number | null
  readonly amount: Fen
}

/** Everything a provider's month is settled from. */
export interface MonthToSettle {
  /** Of the marketplace. */
  readonly packs: readonly PolicyPack[]
  readonly month: PlainMonth
  readonly provider: ChargedProvider
  /** Those that may belong to the month: others among them are passed over. */
  readonly orders: readonly OrderToSettle[]
  /** Earlier orders that its fees rest on: what used up a free turnover, what refunds take back from. */
  readonly earlier: readonly OrderToSettle[]
  /** Orders that no statement has and that came after one was drafted: those of closed months belong to this one. */
  readonly late: ReadonlySet<string>
  /** Earlier months that the provider has committed. */
  readonly closed: ReadonlySet<PlainMonth>
  readonly adjustments: readonly AdjustmentToSettle[]
  readonly carriedIn: readonly Carried[]
  readonly carriedFrom: PlainMonth | null
  /** Whether 佣金返还 is set off here, as the company chose, or paid back apart. */
  readonly rebates: 'apart' | 'set-off'
}

/** Why an order of the month cannot be settled. */
export type NotSettled =
  | 'outside-policy-period'
  | 'refund-of-unknown-order'
  | 'refund-exceeds-order'
  | 'no-rate-for-category'
  | 'late-in-closed-month'
  | 'unknown-product-type'
  | 'unknown-mode'
  | 'share-not-agreed'
  | 'bands-not-configured'

/** Just below a tier 临界跳档: with so much more turnover the month would cost so much less. Fen. */
export interface Cliff {
  readonly category: string
  readonly tier: number
  readonly missing: Fen
  readonly saves: Fen
}

/** What a rule says as it goes through a month: a line, an order that has none, a cliff, or what is carried on. */
export type Settling =
  | { readonly is: 'line'; readonly line: SettledLine }
  | { readonly is: 'not-settled'; readonly orderId: string; readonly why: NotSettled }
  | { readonly is: 'cliff'; readonly cliff: Cliff }
  | { readonly is: 'carried'; readonly carried: Carried }

/** Whether an order whose own month is another one is taken in by this: its own is closed, and does not have it. */
export function isLate({ late, closed }: MonthToSettle, orderId: string, ownMonth: PlainMonth): boolean {
  return late.has(orderId) && closed.has(ownMonth)
}
