import type { Bilingual } from '#shared/base/bilingual.ts'
import type { ShownPart } from '#shared/contracts/console-engine/bank-lines.ts'
import { targetKind } from '#shared/contracts/console-platform/records/bank-line.ts'
import type { Fen } from '#shared/money/fen.ts'
import { LINE_HEADINGS as HEADINGS } from '#shared/words/headings.ts'
import { LINE_KIND_WORDS } from '#shared/words/kinds.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type Table, type TableColumn, tableOf } from '../../exports/table-document.ts'
import type { PlainLineRow } from '../bank/line-rows.ts'

type Language = keyof Bilingual

/** A line, or the part of one: each part stands on a row of its own, so that kinds can be added up. */
interface PartRow {
  readonly line: PlainLineRow
  readonly part: ShownPart | null
  /** Of a line in parts only the last shows the balance. */
  readonly isLast: boolean
}

/** Columns of amounts and kinds, as formulas of the report name them. */
export const IN_COLUMN = 'D'
export const OUT_COLUMN = 'E'
export const KIND_COLUMN = 'F'

/** Lines with what they are and where they went, as booked. */
export function linesTable(name: Bilingual, lines: readonly PlainLineRow[], language: Language): Table {
  return tableOf(name, columns(language), lines.flatMap(partRows))
}

/** How many rows the lines take. */
export function countRows(lines: readonly PlainLineRow[]): number {
  return lines.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0)
}

function columns(language: Language): TableColumn<PartRow>[] {
  return [
    { header: HEADINGS.id, kind: 'text', width: 28, value: ({ line }) => line.id },
    { header: HEADINGS.bookedOn, kind: 'date', value: ({ line }) => line.bookedOn },
    { header: HEADINGS.bookedTime, kind: 'text', width: 10, value: ({ line }) => line.bookedTime },
    { header: HEADINGS.in, kind: 'money', total: true, value: (row) => amountOf(row, 'in') },
    { header: HEADINGS.out, kind: 'money', total: true, value: (row) => amountOf(row, 'out') },
    { header: HEADINGS.kind, kind: 'text', width: 18, value: (row) => kindName(row)[language] },
    { header: HEADINGS.target, kind: 'text', width: 32, value: ({ part }) => targetOf(part) },
    {
      header: HEADINGS.status,
      kind: 'text',
      width: 18,
      value: ({ line }) => STATUS_WORDS.bankLine[line.status][language],
    },
    { header: HEADINGS.counterparty, kind: 'text', width: 32, value: ({ line }) => line.counterpartyName },
    {
      header: HEADINGS.counterpartyAccount,
      kind: 'text',
      width: 24,
      value: ({ line }) => line.counterpartyAccount,
    },
    { header: HEADINGS.said, kind: 'text', width: 40, value: ({ line }) => line.said },
    {
      header: HEADINGS.balanceAfter,
      kind: 'money',
      total: false,
      value: ({ line, isLast }) => (isLast ? line.balanceAfter : null),
    },
  ]
}

function partRows(line: PlainLineRow): PartRow[] {
  const { parts } = line
  return parts.length === 0
    ? [{ line, part: null, isLast: true }]
    : parts.map((part, at) => ({ line, part, isLast: at === parts.length - 1 }))
}

function amountOf({ line, part }: PartRow, direction: PlainLineRow['direction']): Fen | null {
  return line.direction === direction ? (part?.amount ?? line.amount) : null
}

function kindName({ line, part }: PartRow): Bilingual {
  return part === null ? STATUS_WORDS.bankLine[line.status] : LINE_KIND_WORDS[targetKind(part.target)]
}

/** The provider of a deposit, or the line that is taken back. */
function targetOf(part: ShownPart | null): string | null {
  if (part === null) return null
  return part.target.kind === 'return' ? part.target.lineId : part.providerName
}
