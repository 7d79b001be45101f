import { z } from 'zod'
import type { DeskColumn } from './column.ts'

/** How a person arranged a table; columns it does not mention are as the program has them. Widths in px. */
export const tableLayoutSchema = z.strictObject({
  order: z.array(z.string().max(64)).max(60),
  hidden: z.array(z.string().max(64)).max(60),
  shown: z.array(z.string().max(64)).max(60),
  widths: z.record(z.string().max(64), z.number().min(40).max(1200)),
})
export type TableLayout = z.infer<typeof tableLayoutSchema>

export const AS_DESIGNED: TableLayout = { order: [], hidden: [], shown: [], widths: {} }

type Column = Pick<DeskColumn<never>, 'id' | 'hiddenAtFirst' | 'fixed'>

/** Ids of all columns in the order of a layout; a column that is new since then keeps its designed neighbour. */
export function orderOf(columns: readonly Column[], layout: TableLayout): string[] {
  const designed = columns.map((column) => column.id)
  const ordered = layout.order.filter((id) => designed.includes(id))
  for (const [index, id] of designed.entries()) {
    if (ordered.includes(id)) continue
    const before = designed.slice(0, index).findLast((other) => ordered.includes(other))
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id)
  }
  return ordered
}

/** Whether a column is on screen. */
export function isShown(column: Column, layout: TableLayout): boolean {
  if (column.fixed === true) return true
  if (layout.hidden.includes(column.id)) return false
  return column.hiddenAtFirst !== true || layout.shown.includes(column.id)
}

/** The layout with a column put on screen or taken off. */
export function withShown(layout: TableLayout, id: string, shown: boolean): TableLayout {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id)
  return shown
    ? { ...layout, hidden: without(layout.hidden), shown: [...without(layout.shown), id] }
    : { ...layout, hidden: [...without(layout.hidden), id], shown: without(layout.shown) }
}

/** The layout with a column moved `by` places; at the edge it stays. */
export function withMoved(
  columns: readonly Column[],
  layout: TableLayout,
  id: string,
  by: -1 | 1,
): TableLayout {
  const order = orderOf(columns, layout)
  const visible = order.filter((other) =>
    columns.some((column) => column.id === other && isShown(column, layout)),
  )
  const neighbour = visible[visible.indexOf(id) + by]
  if (neighbour === undefined || !visible.includes(id)) return layout
  const rest = order.filter((other) => other !== id)
  rest.splice(rest.indexOf(neighbour) + (by === 1 ? 1 : 0), 0, id)
  return { ...layout, order: rest }
}
