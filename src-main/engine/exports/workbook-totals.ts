import type { Bilingual } from '#shared/base/bilingual.ts'
import { type CellKind, columnTotal, type Table } from './table-document.ts'

/** A sum below a column: where it stands, its formula, and what it has to come to. */
export interface Total {
  readonly label: string
  readonly kind: CellKind
  /** Place in its row, from 1. */
  readonly column: number
  readonly formula: string
  /** Its cell, as other sheets name it. */
  readonly reference: string
  /** In fen or whole numbers. */
  readonly value: number
}

/** The row of a table's totals: apart from the data, so that sorting and filtering never take it for data. */
export function totalsRow({ rows }: Table): number {
  return rows.length + 3
}

/** The totals of a table with a heading in row 1. */
export function totalsOf(table: Table, language: keyof Bilingual): Total[] {
  const name = table.name[language]
  // An empty table has the row below its heading summed, which is empty.
  const lastRow = Math.max(table.rows.length + 1, 2)
  return table.columns.flatMap(({ header, kind, total }, index) => {
    const letter = columnLetter(index)
    if (!total) return []
    return {
      label: `${name} ${header[language]}`,
      kind,
      column: index + 1,
      formula: `SUM(${letter}2:${letter}${lastRow})`,
      reference: `'${name.replaceAll("'", "''")}'!${letter}${totalsRow(table)}`,
      value: columnTotal(table, index),
    }
  })
}

/** A, B … Z, AA … */
function columnLetter(index: number): string {
  const before = Math.floor(index / 26)
  return (before === 0 ? '' : columnLetter(before - 1)) + String.fromCharCode(65 + (index % 26))
}
