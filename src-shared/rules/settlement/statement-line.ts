import type { PlainMonth } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import type { Step } from '../step.ts'

/** What moves a provider's month: each kind of line of a statement. */
export const LINE_KINDS = [
  'fee',
  'refund',
  'rebate',
  'correction',
  'penalty',
  'deposit-set-off',
  'carry-forward',
  'manual',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** Kinds that a person may write by hand. */
export const ADJUSTMENT_KINDS = [
  'correction',
  'refund',
  'penalty',
  'deposit-set-off',
  'manual',
] as const satisfies readonly LineKind[]
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number]

/** One movement of a statement. Fen; `amount` is what it adds to the net, which is the sum of them. */
export interface SettledLine {
  readonly kind: LineKind
  /** The order it is the line of. */
  readonly orderId: string | null
  readonly orderNumber: string | null
  /** The adjustment it is the line of. */
  readonly adjustmentId: string | null
  /** A category, or type of product. */
  readonly category: string | null
  /** Of tax, in hundredths of a per cent; null where the movement has none. */
  readonly taxBasisPoints: number | null
  /** Cash of the order, negative for a refund; 0 of what is no order. */
  readonly gross: Fen
  /** What the fee is reckoned from. */
  readonly base: Fen
  /** What the market keeps. */
  readonly fee: Fen
  /** 佣金返还 that is due, whether it is set off here or paid back apart. */
  readonly rebate: Fen
  readonly amount: Fen
  /** The month it was carried from or is carried to; null of what is not carried. */
  readonly carried: PlainMonth | null
  /** Why a person wrote it; null of what rules made. */
  readonly reason: string | null
  readonly steps: readonly Step[]
}

/** A line of nothing: what the parts of a rule fill in. */
export const EMPTY_LINE: Omit<SettledLine, 'kind' | 'amount'> = {
  orderId: null,
  orderNumber: null,
  adjustmentId: null,
  category: null,
  taxBasisPoints: null,
  gross: 0,
  base: 0,
  fee: 0,
  rebate: 0,
  carried: null,
  reason: null,
  steps: [],
}
