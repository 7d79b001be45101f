import { readAmount } from '../amount.ts'
import { readCurrency } from '../currency.ts'
import { readMoment } from '../moment.ts'
import type { Place, SkipReason, StatementLine } from '../statement.ts'
import { movement } from '../statement.ts'
import type { Header } from './find-header.ts'
import type { GridRow } from './grid.ts'
import { cellValue } from './grid.ts'
import type { ColumnRole } from './layout.ts'
import { USUAL_FLAGS } from './layout.ts'
import type { Money } from './read-money.ts'
import { hasSignedAmounts, moneyOfAmount, moneyOfSides, readFlag } from './read-money.ts'

/** A row below the header: a line with the account it belongs to, or why it is none. */
export type RowReading = { readonly line: StatementLine; readonly account: string } | SkipReason

const TOTAL = /合计|总计|小计|累计|^total/i
const OPENING = /期初|承前|上期结转|上期余额/

/** A reader for the rows of one table; `rows` are looked at once where only the data tell how amounts are signed. */
export function rowReader({ layout, columns, width }: Header, rows: readonly GridRow[]) {
  const flags = layout.flags ?? USUAL_FLAGS
  const value = (cells: readonly string[], role: ColumnRole): string => {
    for (const at of columns[role]) {
      const text = cellValue(cells[at])
      if (text !== '') return text
    }
    return ''
  }
  const hasSides = columns.debit.length > 0 && columns.credit.length > 0
  const isSigned =
    !hasSides &&
    hasSignedAmounts(layout, () =>
      rows.map(({ cells }) => ({ amount: value(cells, 'amount'), flag: value(cells, 'flag') })),
    )

  function moneyOf(cells: readonly string[]): Money {
    const flag = value(cells, 'flag')
    if (hasSides) return moneyOfSides(value(cells, 'debit'), value(cells, 'credit'), readFlag(flag, flags))
    return moneyOfAmount(value(cells, 'amount'), flag, isSigned, flags)
  }

  function read(row: GridRow, place: Place): RowReading {
    const { cells } = row
    if (row.isBroken) return 'broken-quotes'
    const moment = readMoment(value(cells, 'date'), value(cells, 'time'))
    const money = moneyOf(cells)
    const says = (pattern: RegExp) => cells.some((cell) => pattern.test(cell))
    if (moment === null) {
      if (says(TOTAL)) return 'total'
      if (says(OPENING)) return 'opening-balance'
      return money === 'amount-missing' || money === 'flag-unknown' ? 'note' : 'date-unreadable'
    }
    if (typeof money === 'string')
      return money === 'amount-missing' && says(OPENING) ? 'opening-balance' : money
    // A value too many shifts what follows it: nothing in such a row is certain.
    if (cells.length > width && cells.slice(width).some((cell) => cellValue(cell) !== ''))
      return 'too-many-cells'
    return { line: lineOf(cells, moment, money, place), account: account(value(cells, 'ownAccount')) }
  }

  function lineOf(
    cells: readonly string[],
    moment: { readonly date: string; readonly time: string | null },
    { effect, side }: Exclude<Money, string>,
    place: Place,
  ): StatementLine {
    const other = side === 'credit' ? 'payer' : 'payee'
    return {
      serial: value(cells, 'serial') || null,
      bookedOn: moment.date,
      bookedTime: moment.time,
      ...movement(effect, side),
      counterpartyName: value(cells, 'counterpartyName') || value(cells, `${other}Name`),
      counterpartyAccount: account(value(cells, 'counterpartyAccount') || value(cells, `${other}Account`)),
      summary: value(cells, 'summary'),
      purpose: value(cells, 'purpose'),
      remark: value(cells, 'remark'),
      balanceAfter: readAmount(value(cells, 'balance')),
      currency: readCurrency(value(cells, 'currency')),
      place,
    }
  }

  return { read, value }
}

/** An account as text; one that a spreadsheet turned into `6.22E+18` has lost its digits and is none. */
function account(text: string): string {
  return /^\d(?:\.\d+)?e\+?\d+$/i.test(text) ? '' : text.replace(/^['`]/, '')
}
