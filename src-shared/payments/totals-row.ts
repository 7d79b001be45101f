import type { GridRow } from '../bank-statements/table/grid.ts'

/** Whether a row at the foot of a table adds up those above it 合计: it names no payment. */
export function isTotalsRow({ cells }: GridRow): boolean {
  const first = cells.find((cell) => cell.trim() !== '') ?? ''
  return /^\s*(?:合计|总计|总笔数|总金额|小计)/.test(first)
}
