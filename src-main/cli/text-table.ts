import { displayWidth, padToWidth, wrapToWidth } from './display-width.ts'

const GAP = '  '
/** The last column never gets narrower than this, however small the terminal is. */
const MIN_LAST_COLUMN = 20

/** Lays out rows under headings; the last column takes what is left of `columns` cells and is wrapped. */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string {
  const last = headings.length - 1
  const widths = headings.map((heading, index) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(row[index] ?? ''))),
  )
  const used = widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0)
  const lastWidth = Math.max(MIN_LAST_COLUMN, columns - used)
  const layOut = (row: readonly string[]): string[] => {
    const fixed = row.slice(0, last).map((cell, index) => padToWidth(cell, widths[index] ?? 0) + GAP)
    const [first = '', ...further] = wrapToWidth(row[last] ?? '', lastWidth)
    return [fixed.join('') + first, ...further.map((line) => ' '.repeat(used) + line)]
  }
  return [headings, ...rows]
    .flatMap(layOut)
    .map((line) => line.trimEnd())
    .join('\n')
}
