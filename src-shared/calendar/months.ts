import { addMonths, firstOfMonth, monthOfDate, type PlainMonth, plainMonthSchema } from './plain-date.ts'

/**
 * The months from one to another, both included; none where both are left out, and one where one is.
 * Null where they are no months, in the wrong order, or more than `most`.
 */
export function monthsBetween(from: string, to: string, most: number): PlainMonth[] | null {
  if (from === '' && to === '') return []
  const [first, last] = [from === '' ? to : from, to === '' ? from : to]
  if (!plainMonthSchema.safeParse(first).success || !plainMonthSchema.safeParse(last).success) return null
  const months: PlainMonth[] = []
  let month = first
  while (month < last && months.length < most) {
    months.push(month)
    month = monthOfDate(addMonths(firstOfMonth(month), 1))
  }
  return month === last && months.length < most ? [...months, last] : null
}
