import { addDays } from '#shared/calendar/plain-date.ts'
import { startOfShanghaiDay } from '#shared/calendar/shanghai.ts'
import type { OrderFilter } from '#shared/contracts/console-engine/orders.ts'
import { ORDER_STATUSES, type OrderStatus } from '#shared/contracts/console-platform/records/order.ts'
import { among, bindStates, type FilterSql } from '../window/filter-sql.ts'
import { textFilter } from '../window/text-filter.ts'
import { SETTLED_IN } from './settled-in.ts'

/** The filter of the orders in SQL over the row `r`. */
export function orderFilter(filter: OrderFilter): FilterSql {
  const asked = new Set(filter.statuses.length === 0 ? ORDER_STATUSES : filter.statuses)
  const [settled, unsettled] = [asked.has('settled'), asked.has('unsettled')]
  // An order that a committed statement has says of itself that it is unsettled.
  const states: OrderStatus[] = settled && !unsettled ? [...asked, 'unsettled'] : [...asked]
  const bindings: Record<string, string | number | null> = bindStates(states)
  const text = textFilter(['name', 'productName'], filter.text, ['number'])
  const conditions: string[] = []
  if (settled !== unsettled) {
    conditions.push(`(r.status <> 'unsettled' OR ${SETTLED_IN} IS ${settled ? 'NOT NULL' : 'NULL'})`)
  }
  if (filter.marketplaces.length > 0) conditions.push(among('marketplace', filter.marketplaces, bindings))
  if (filter.kinds.length > 0) conditions.push(among('kind', filter.kinds, bindings))
  if (filter.channels.length > 0) conditions.push(among('channel', filter.channels, bindings))
  if (filter.paidFrom !== null) {
    conditions.push('r.paidAt >= @paidFrom')
    bindings.paidFrom = startOfShanghaiDay(filter.paidFrom)
  }
  if (filter.paidTo !== null) {
    conditions.push('r.paidAt < @paidBefore')
    bindings.paidBefore = startOfShanghaiDay(addDays(filter.paidTo, 1))
  }
  if (filter.providerId !== null) {
    conditions.push('r.providerId = @providerId')
    bindings.providerId = filter.providerId
  }
  if (filter.listingId !== null) {
    conditions.push("ifnull(r.body ->> 'listingId', '') = @listingId")
    bindings.listingId = filter.listingId
  }
  return {
    states,
    narrow: [...conditions, ...(text === null ? [] : [text.narrow])],
    walk: [...conditions, ...(text === null ? [] : [text.walk])],
    prelude: text?.prelude ?? '',
    bindings: { ...bindings, ...text?.bindings },
    selective: text !== null || filter.providerId !== null,
    summed: false,
  }
}
