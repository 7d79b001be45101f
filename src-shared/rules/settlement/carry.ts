import { addMonths, firstOfMonth, monthOfDate, type PlainMonth } from '../../calendar/plain-date.ts'
import type { Fen } from '../../money/fen.ts'
import type { Carried, MonthToSettle, Settling } from './month-to-settle.ts'
import { EMPTY_LINE, type SettledLine } from './statement-line.ts'

/** The month after one. */
export function monthAfter(month: PlainMonth): PlainMonth {
  return monthOfDate(addMonths(firstOfMonth(month), 1))
}

/** The month before one. */
export function monthBefore(month: PlainMonth): PlainMonth {
  return monthOfDate(addMonths(firstOfMonth(month), -1))
}

/** A line that takes out of a month what the next one has. */
export function carryOn(
  month: PlainMonth,
  category: string | null,
  taxBasisPoints: number | null,
  amount: Fen,
  steps: SettledLine['steps'] = [],
): SettledLine {
  const carried = monthAfter(month)
  return {
    ...EMPTY_LINE,
    kind: 'carry-forward',
    category,
    taxBasisPoints,
    amount: -amount,
    carried,
    steps,
  }
}

/** The line by which a month has what an earlier one left to it. */
export function carryIn(
  { carriedFrom }: Pick<MonthToSettle, 'carriedFrom'>,
  { category, taxBasisPoints, amount }: Carried,
): Settling {
  const line = { ...EMPTY_LINE, kind: 'carry-forward', category, taxBasisPoints, amount } as const
  return { is: 'line', line: { ...line, carried: carriedFrom } }
}
