import type { z } from 'zod'
import type { Bilingual } from '#shared/base/bilingual.ts'
import { addDays, addMonths, firstOfMonth } from '#shared/calendar/plain-date.ts'
import type { Reconciliation, reportExportInput } from '#shared/contracts/console-engine/bank-reports.ts'
import type { ExportedFile } from '#shared/contracts/console-engine/files.ts'
import { RECONCILIATION_WORDS } from '#shared/words/reconciliation.ts'
import { BadInput } from '../../bad-input.ts'
import { type Cell, textCell } from '../../exports/table-document.ts'
import { writeTable } from '../../exports/write-table.ts'
import { yieldToQueries } from '../../time/yield-to-queries.ts'
import { type PlainLineRow, plainRow } from '../bank/line-rows.ts'
import { exportOrigin } from '../export-origin.ts'
import type { QueryContext } from '../query-context.ts'
import { readPresent } from '../read-present.ts'
import { accountLedger } from './account-ledger.ts'
import { countRows, linesTable } from './lines-table.ts'
import { readReconciliation } from './read-reconciliation.ts'
import { reportTable } from './report-table.ts'
import { REPORT_WORDS as WORDS } from './report-words.ts'

type Question = z.infer<typeof reportExportInput>

/** Most lines of a month in one file, and lines read before others may have their turn. */
const LINES_LIMIT = 200_000
const BIT = 500

/**
 * The report of a month: a workbook with 收支核对, 明细 and 未认领, or the lines as CSV. @throws RecordMissing, and BadInput
 * where the month has too many lines.
 */
export async function exportReconciliation(context: QueryContext, question: Question): Promise<ExportedFile> {
  const { format, language, accountId, month } = question
  const report = readReconciliation(context, { accountId, month })
  const lines = await linesOf(context, question)
  const isWorkbook = format === 'xlsx'
  const all = linesTable(WORDS.linesSheet, lines, language)
  const open = lines.filter(({ status }) => status === 'open')
  return await writeTable(
    format,
    {
      fileStem: `reconciliation-${report.account.number}-${month}`,
      tables: isWorkbook
        ? [reportTable(report, countRows(lines), language), all, linesTable(WORDS.openSheet, open, language)]
        : [all],
      control: controlOf(context, report, language),
    },
    language,
  )
}

async function linesOf(context: QueryContext, { accountId, month }: Question): Promise<PlainLineRow[]> {
  const from = firstOfMonth(month)
  const booked = accountLedger(context, accountId).linesOf({ from, to: addDays(addMonths(from, 1), -1) })
  if (booked.length > LINES_LIMIT)
    throw new BadInput(
      `a report has at most ${LINES_LIMIT} lines: export them in parts from the list of lines`,
    )
  const rows: PlainLineRow[] = []
  for (const [at, { id }] of booked.entries()) {
    const line = readPresent(context, 'bankLine', id)
    if (line !== null) rows.push(plainRow(context, line))
    if (at % BIT === BIT - 1) await yieldToQueries()
  }
  return rows
}

/** Whose report it is, when and by whom it was made, and what is the matter with it. */
function controlOf(context: QueryContext, report: Reconciliation, language: keyof Bilingual): Cell[][] {
  const word = (key: keyof typeof WORDS) => textCell(WORDS[key][language])
  return [
    [textCell(RECONCILIATION_WORDS.title[language])],
    [word('account'), textCell(report.account.number)],
    [word('holder'), textCell(report.account.holder)],
    [word('bank'), textCell(report.account.bank)],
    [word('month'), textCell(report.month)],
    ...exportOrigin(context, language),
    [word('reconciled'), word(report.reconciled ? 'yes' : 'no')],
    ...report.covered.map(({ from, to }) => [word('covered'), day(from), day(to)]),
    ...report.gaps.map(({ afterOn, on, expected, found }) => [
      word('gap'),
      day(afterOn),
      day(on),
      money(expected),
      money(found),
    ]),
  ]
}

function day(value: string | null): Cell {
  return { kind: 'date', value }
}

function money(value: number): Cell {
  return { kind: 'money', value }
}
