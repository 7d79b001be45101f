import { readAmount } from '../bank-statements/amount.ts'
import { foldName } from '../bank-statements/table/fold-name.ts'
import { cellValue, type Grid, type GridRow, isBlankRow } from '../bank-statements/table/grid.ts'
import type { AnswerMapping } from './answer-mapping.ts'
import {
  ANSWER_STATUSES,
  type AnswerProblem,
  type AnswerStatus,
  answerOf,
  type BankAnswer,
  type PaymentAnswer,
} from './bank-answer.ts'
import { isTotalsRow } from './totals-row.ts'

/** A header lower than this is none. */
const SEARCHED_ROWS = 50

type Role = keyof AnswerMapping['columns']
type Places = Readonly<Record<Role, readonly number[]>>

/** Reads a bank's result workbook by the first mapping whose columns it has. Null where none of them fits. */
export function readAnswerSheet(
  grids: readonly Grid[],
  mappings: readonly AnswerMapping[],
): BankAnswer | null {
  for (const mapping of mappings) {
    for (const grid of grids) {
      const found = findColumns(grid, mapping)
      if (found !== null) return readRows(grid, found.headerAt, found.places, mapping)
    }
  }
  return null
}

function findColumns({ rows }: Grid, { columns }: AnswerMapping) {
  for (const [headerAt, { cells }] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const headings = cells.map((cell) => foldName(cell.replace(/^\s*\*/, '')))
    // The order of the names is the order in which columns are asked.
    const placesOf = (role: Role) =>
      columns[role].map((name) => headings.indexOf(foldName(name))).filter((at) => at >= 0)
    const places: Places = {
      reference: placesOf('reference'),
      status: placesOf('status'),
      reason: placesOf('reason'),
      account: placesOf('account'),
      amount: placesOf('amount'),
    }
    const namesPayment =
      places.reference.length > 0 || (places.account.length > 0 && places.amount.length > 0)
    if (places.status.length > 0 && namesPayment) return { headerAt, places }
  }
  return null
}

function readRows(grid: Grid, headerAt: number, places: Places, mapping: AnswerMapping): BankAnswer {
  const statuses = statusWords(mapping)
  const payments: PaymentAnswer[] = []
  const problems: AnswerProblem[] = []
  for (const row of grid.rows.slice(headerAt + 1)) {
    if (isBlankRow(row) || isTotalsRow(row)) continue
    const value = (role: Role) =>
      places[role].map((at) => cellValue(row.cells[at])).find((text) => text !== '') ?? ''
    const [reference, account, said] = [value('reference'), value('account'), value('status')]
    if (reference === '' && (account === '' || said === '')) {
      problems.push({ code: 'row-without-payment', place: `${grid.page} ${row.row}`, found: excerpt(row) })
      continue
    }
    payments.push({
      reference,
      account,
      amount: readAmount(value('amount')),
      status: statuses.get(foldName(said)) ?? null,
      said,
      reason: value('reason'),
    })
  }
  return answerOf({ kind: 'workbook', messageId: null, payments, others: null }, problems)
}

function statusWords({ words }: AnswerMapping): ReadonlyMap<string, AnswerStatus> {
  return new Map(
    ANSWER_STATUSES.flatMap((status) => words[status].map((word) => [foldName(word), status] as const)),
  )
}

function excerpt({ cells }: GridRow): string {
  return cells
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 200)
}
