import type { Bilingual } from '#shared/base/bilingual.ts'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'
import type { Fen } from '#shared/money/fen.ts'
import { LINE_KIND_WORDS } from '#shared/words/kinds.ts'
import { RECONCILIATION_WORDS as WORDS } from '#shared/words/reconciliation.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type Table, tableOf } from '../../exports/table-document.ts'
import { IN_COLUMN, KIND_COLUMN, OUT_COLUMN } from './lines-table.ts'
import { REPORT_WORDS } from './report-words.ts'

type Column = 'in' | 'out' | 'balance'

interface ReportRow {
  readonly item: string
  readonly count: number | null
  readonly in: Fen | null
  readonly out: Fen | null
  readonly balance: Fen | null
  readonly formulas: Partial<Record<Column, string>>
}

const EMPTY = { count: null, in: null, out: null, balance: null, formulas: {} }

/** 收支核对 with live formulas over the sheet of lines; `lineRows` are the rows there, below the heading. */
export function reportTable(report: Reconciliation, lineRows: number, language: keyof Bilingual): Table {
  const rows = reportRows(report, lineRows, language)
  const money = (column: Column) => ({
    header: WORDS.columns[column],
    kind: 'money' as const,
    total: false,
    value: (row: ReportRow) => row[column],
    formula: ({ formulas }: ReportRow) => formulas[column] ?? null,
  })
  return tableOf(
    REPORT_WORDS.reportSheet,
    [
      { header: WORDS.columns.item, kind: 'text', width: 26, value: ({ item }) => item },
      { header: WORDS.columns.count, kind: 'count', total: false, value: ({ count }) => count },
      money('in'),
      money('out'),
      money('balance'),
    ],
    rows,
  )
}

/** The first row of groups stands below heading and opening balance. */
const FIRST = 3

function reportRows(report: Reconciliation, lineRows: number, language: keyof Bilingual): ReportRow[] {
  const { opening, closing, difference, all } = report
  const groups = groupsOf(report).map(({ name, ...sums }, at): ReportRow => {
    const sumOf = (column: string) => sumIf(column, FIRST + at, lineRows, language)
    return {
      ...EMPTY,
      ...sums,
      item: name[language],
      formulas: { in: sumOf(IN_COLUMN), out: sumOf(OUT_COLUMN) },
    }
  })
  const sum = FIRST + groups.length
  const sumOf = (column: string) => `SUM(${column}${FIRST}:${column}${sum - 1})`
  const reckoned = opening === null ? {} : { balance: `E2+C${sum}-D${sum}` }
  return [
    { ...EMPTY, item: WORDS.opening[language], balance: opening },
    ...groups,
    {
      ...EMPTY,
      ...all,
      item: WORDS.all[language],
      formulas: groups.length === 0 ? {} : { in: sumOf('C'), out: sumOf('D') },
    },
    {
      ...EMPTY,
      item: WORDS.expected[language],
      balance: opening === null ? null : opening + all.in - all.out,
      formulas: reckoned,
    },
    { ...EMPTY, item: WORDS.closing[language], balance: closing },
    {
      ...EMPTY,
      item: WORDS.difference[language],
      balance: difference,
      formulas: difference === null ? {} : { balance: `ROUND(E${sum + 1}-E${sum + 2},2)` },
    },
  ]
}

function groupsOf({ matched, takenBack, open }: Reconciliation) {
  const groups = [
    ...matched.map(({ kind, ...sums }) => ({ name: LINE_KIND_WORDS[kind], ...sums })),
    { name: STATUS_WORDS.bankLine['taken-back'], ...takenBack },
    { name: STATUS_WORDS.bankLine.open, ...open },
  ]
  return groups.filter(({ count }) => count > 0)
}

/** The sum of a column of the lines whose kind is the item of this row. */
function sumIf(column: string, row: number, lineRows: number, language: keyof Bilingual): string {
  const range = (of: string) =>
    `'${REPORT_WORDS.linesSheet[language]}'!$${of}$2:$${of}$${Math.max(lineRows + 1, 2)}`
  return `SUMIFS(${range(column)},${range(KIND_COLUMN)},A${row})`
}
