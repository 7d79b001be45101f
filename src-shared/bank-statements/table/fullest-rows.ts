import type { Grid } from './grid.ts'

/** The fullest of the first rows: one of them is likely its header. */
export function fullestRows({ rows }: Grid): readonly (readonly string[])[] {
  return rows
    .slice(0, 60)
    .map(({ cells }) => cells.map((cell) => cell.trim().slice(0, 200)))
    .toSorted((one, other) => count(other) - count(one))
    .slice(0, 3)
}

function count(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length
}
