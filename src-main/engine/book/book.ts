import type { Bilingual } from '#shared/base/bilingual.ts'
import type { CellKind as TableCellKind } from '../exports/table-document.ts'

/** What a cell of a book holds: as in a table, and a rate in hundredths of a per cent. */
export type BookKind = TableCellKind | 'rate'
export type BookValue = string | number | null

/** A column and what it means, row by row of its kind. */
export interface BookColumn {
  readonly header: Bilingual
  readonly kind: BookKind
  readonly means: Bilingual
  /** In characters; by the kind where it is left out. */
  readonly width?: number
  /** Its sum stands below the rows, and is checked on the control sheet. */
  readonly total?: boolean
}

/** A sheet whose rows are made while they are written. Values are as their columns say: fen, days, instants in UTC. */
export interface BookSheet {
  readonly name: Bilingual
  readonly columns: readonly BookColumn[]
  readonly rows: Iterable<readonly BookValue[]>
}

/** What a sheet has come to when it is written, its continuations included. */
export interface WrittenSheet {
  readonly name: string
  readonly rows: number
  /** By column: the sum in whole numbers (fen), where it has one. */
  readonly totals: readonly (number | null)[]
}

/** A fact of the control sheet: its label and what it says. */
export type ControlRow = readonly [label: string, value: string]

/** A figure known apart from the rows, and the columns whose sums have to come to it. */
export interface BookCheck {
  readonly label: string
  readonly of: readonly { readonly sheet: string; readonly column: number }[]
  /** Fen. */
  readonly value: number
}

/** What a book is made of. */
export interface Book {
  readonly language: keyof Bilingual
  readonly sheets: readonly BookSheet[]
  /** Asked when all sheets are written: the facts of the control sheet, and what else the sums have to come to. */
  readonly control: (written: readonly WrittenSheet[]) => {
    readonly title: string
    readonly rows: readonly ControlRow[]
    readonly checks: readonly BookCheck[]
  }
}

/** What a written book holds. */
export interface WrittenBook {
  readonly sheets: readonly WrittenSheet[]
  /** SHA-256 of every cell of every sheet but the control sheet, in hex: the same rows give the same. */
  readonly contentHash: string
}
