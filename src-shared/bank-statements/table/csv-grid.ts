/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse'
import type { Grid, GridRow } from './grid.ts'
import { splitCells } from './split-cells.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
/** How much of a file is looked at to find its delimiter. */
const SAMPLE = 20_000

/**
 * Splits separated values into cells. The delimiter is the one that parts the sample into the most rows of equal
 * width: ICBC writes a TAB after each value besides the commas, so counting alone would not do.
 */
export function csvGrid(text: string): Grid {
  const delimiter = delimiterOf(text.slice(0, SAMPLE))
  const split = splitCells(text, delimiter)
  const { data, errors } = split === null ? Papa.parse(text, { delimiter }) : { data: split, errors: [] }
  const broken = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  let line = 1
  const rows = data.map((cells, at): GridRow => {
    const row = line
    line += 1 + breaksWithin(cells)
    return { cells, row, isBroken: broken.has(at) }
  })
  // What follows the last line feed is no row.
  const last = rows.at(-1)
  if (last?.cells.length === 1 && last.cells[0] === '') rows.pop()
  return { page: '1', rows }
}

function delimiterOf(sample: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const widths = Papa.parse(sample, { delimiter }).data.map((cells) => cells.length)
    const score = widths.filter((width) => width > 2).reduce((sum, width) => sum + Math.min(width, 60), 0)
    return { delimiter, score }
  })
  return scored.reduce((best, next) => (next.score > best.score * 1.5 ? next : best)).delimiter
}

function breaksWithin(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) if (cell.includes('\n')) breaks += cell.split('\n').length - 1
  return breaks
}
