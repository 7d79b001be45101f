import { readAmount } from '../../bank-statements/amount.ts'
import { foldName } from '../../bank-statements/table/fold-name.ts'
import { cellValue, type Grid, isBlankRow } from '../../bank-statements/table/grid.ts'
import { type PlainDate, plainDateSchema } from '../../calendar/plain-date.ts'
import { type FilePayment, type PaymentFile, paymentFile } from '../payment-file.ts'
import { orderProblems, type PaymentProblem, paymentProblem } from '../payment-problem.ts'
import { isTotalsRow } from '../totals-row.ts'
import type { BankTemplate, ColumnContent } from './bank-template.ts'

/** A header lower than this is none. */
const SEARCHED_ROWS = 50
/** The order's own id is in no bank's workbook. */
const NO_MESSAGE_ID = 'workbook'

/** Reads a bank's file of payments by the first template all of whose columns it has. Null where it is of none. */
export function readTemplate(grids: readonly Grid[], templates: readonly BankTemplate[]): PaymentFile | null {
  for (const grid of grids) {
    for (const template of templates) {
      const found = findColumns(grid, template)
      if (found !== null) return readRows(grid, template, found)
    }
  }
  return null
}

interface FoundColumns {
  readonly headerAt: number
  /** Of each column of the template, the place in the file. */
  readonly places: readonly number[]
}

function findColumns({ rows }: Grid, { columns }: BankTemplate): FoundColumns | null {
  for (const [headerAt, { cells }] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const names = cells.map(foldHeading)
    const places = columns.map(({ heading }) => names.indexOf(foldHeading(heading)))
    // Columns that always hold the same may be missing: the last one of ICBC is in one of three sources.
    const isFound = columns.every(({ content }, at) => content.kind === 'text' || (places[at] ?? -1) >= 0)
    if (isFound) return { headerAt, places }
  }
  return null
}

/** Banks mark columns that are asked for with a star. */
function foldHeading(heading: string): string {
  return foldName(heading.replace(/^\s*\*/, ''))
}

function readRows(grid: Grid, template: BankTemplate, { headerAt, places }: FoundColumns): PaymentFile {
  const problems: PaymentProblem[] = []
  const payments: FilePayment[] = []
  const payers = new Map<string, { name: string; bank: string | null }>()
  let stated = 0
  for (const row of grid.rows.slice(headerAt + 1)) {
    if (isBlankRow(row) || isTotalsRow(row)) continue
    stated += 1
    const value = (kind: ColumnContent['kind']): string => {
      const at = template.columns.findIndex(({ content }) => content.kind === kind)
      return at < 0 ? '' : cellValue(row.cells[places[at] ?? -1])
    }
    const place = value('reference') || `${grid.page} ${row.row}`
    payers.set(value('payer-account'), { name: value('payer-name'), bank: value('payer-bank') || null })
    const amount = readAmount(value('amount'))
    if (amount === null) problems.push(paymentProblem('amount-unreadable', place, value('amount')))
    const day = readDay(value('day'))
    const isDayMissing = day === null && hasColumn(template, 'day')
    if (isDayMissing) problems.push(paymentProblem('date-unreadable', place, value('day')))
    for (const { heading, content, isRequired } of template.columns) {
      // What every payment needs is asked of the payment itself.
      const isAsked = isRequired && (content.kind === 'own-or-other' || content.kind === 'sequence')
      if (isAsked && value(content.kind) === '')
        problems.push(paymentProblem('column-missing', place, heading))
    }
    if (amount === null || isDayMissing) continue
    payments.push({
      reference: value('reference'),
      payee: {
        name: value('payee-name'),
        account: value('payee-account'),
        bank: value('payee-bank') || null,
        bankCode: value('payee-bank-code') || null,
      },
      amount,
      purpose: value('purpose'),
      executeOn: day,
    })
  }
  if (payers.size > 1)
    problems.push(paymentProblem('payers-differ', 'message', [...payers.keys()].join(' / ')))
  const [first] = payers
  const payer = {
    account: first?.[0] ?? '',
    // A template without the payer's name says who pays by the account.
    name: hasColumn(template, 'payer-name') ? (first?.[1].name ?? '') : 'payer',
    bank: first?.[1].bank ?? null,
    bankCode: null,
  }
  const judged = orderProblems({ messageId: NO_MESSAGE_ID, payer, payments })
  problems.push(...judged.filter((each) => isOfTemplate(each, template)))
  return paymentFile({ kind: template.id, messageId: null, payments, problems }, stated)
}

/** What a template has no column for is missing from none of its files. */
function isOfTemplate({ code }: PaymentProblem, template: BankTemplate): boolean {
  return code !== 'bank-code-missing' || hasColumn(template, 'payee-bank-code')
}

function hasColumn({ columns }: BankTemplate, kind: ColumnContent['kind']): boolean {
  return columns.some(({ content }) => content.kind === kind)
}

function readDay(written: string): PlainDate | null {
  const match = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?: 00:00:00)?$/.exec(written)
  const day = match === null ? '' : match.slice(1, 4).join('-')
  return plainDateSchema.safeParse(day).success ? day : null
}
