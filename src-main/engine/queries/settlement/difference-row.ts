import type { LineKind } from '#shared/rules/settlement/statement-line.ts'

/** A difference as it is read; the figures of a side are all null where it has none. */
export interface DifferenceRow {
  readonly key: string
  readonly kind: LineKind
  readonly category: string | null
  readonly orderId: string | null
  readonly number: string | null
  readonly reason: string | null
  readonly otherCategory: 0 | 1
  readonly otherTax: 0 | 1
  readonly linesNow: number | null
  readonly grossNow: number | null
  readonly baseNow: number | null
  readonly feeNow: number | null
  readonly rebateNow: number | null
  readonly amountNow: number | null
  readonly linesThen: number | null
  readonly grossThen: number | null
  readonly baseThen: number | null
  readonly feeThen: number | null
  readonly rebateThen: number | null
  readonly amountThen: number | null
}
