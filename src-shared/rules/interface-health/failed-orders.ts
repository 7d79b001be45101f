import type { Instant } from '../../base/ids.ts'
import { monthOfDate, type PlainMonth } from '../../calendar/plain-date.ts'
import { shanghaiDate } from '../../calendar/shanghai.ts'
import type { InterfaceSection } from '../../policy/interface-section.ts'

const HOUR_MS = 3_600_000

/** What the calls that create something for one order, or for one line of it, came to. */
export interface CreationOfOrder {
  readonly orderId: string
  readonly firstAt: Instant
  /** Whether any of them was answered: done, or still under way. */
  readonly answered: boolean
}

/** When the marketplace gives an order up whose creation keeps failing. */
export function givenUpAt(section: InterfaceSection, firstAt: Instant): Instant {
  const hours = section.scenes.find(({ act }) => act === 'create')?.retry?.hours ?? 0
  return new Date(Date.parse(firstAt) + hours * HOUR_MS).toISOString()
}

/**
 * How many orders failed because of the interface in each calendar month of Beijing: nothing answered them until the
 * marketplace gave them up. An order counts in the month it was given up in, once however many of its lines were.
 *
 * @param creations the first begun first.
 */
export function failedOrdersByMonth(
  section: InterfaceSection,
  creations: readonly CreationOfOrder[],
  now: Instant,
): ReadonlyMap<PlainMonth, readonly string[]> {
  const months = new Map<PlainMonth, string[]>()
  const counted = new Set<string>()
  for (const { orderId, firstAt, answered } of creations) {
    const at = givenUpAt(section, firstAt)
    if (answered || at > now || counted.has(orderId)) continue
    counted.add(orderId)
    const month = monthOfDate(shanghaiDate(at))
    months.set(month, [...(months.get(month) ?? []), orderId])
  }
  return months
}

/** Whether so many failed orders in a month are more than the source allows. */
export function isTooMany({ failedOrders }: InterfaceSection, count: number): boolean {
  return count > failedOrders.more
}
