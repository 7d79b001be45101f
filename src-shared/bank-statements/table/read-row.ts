import { foldText } from '../../base/fold-name.ts'
import type { Fen } from '../../money/fen.ts'
import { readCurrency } from '../currency.ts'
import { readMoment } from '../moment.ts'
import { readSerial } from '../serial.ts'
import type { Place, SkipReason, StatementLine } from '../statement.ts'
import { isBalanceRow, movement } from '../statement.ts'
import { amountReader } from './amount-reader.ts'
import type { Header } from './find-header.ts'
import type { GridRow } from './grid.ts'
import { cellValue } from './grid.ts'
import type { ColumnRole } from './layout.ts'
import { USUAL_FLAGS } from './layout.ts'
import type { Money } from './read-money.ts'
import { hasSignedAmounts, moneyOfAmount, moneyOfSides, readFlag } from './read-money.ts'

/** A row below the header: a line with the account it belongs to, or why it is none. */
export type RowReading =
  | {
      readonly line: StatementLine
      readonly account: string
      /** A balance is stated and cannot be read. */
      readonly hasUnreadableBalance: boolean
    }
  | SkipReason

const TOTAL = /合计|总计|小计|累计|^total/i
const OPENING = /期初|承前|承上|上期结转|上期余额/

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
  /** All that the columns of a role say; a text that another one holds is left out. */
  const texts = (cells: readonly string[], role: ColumnRole): string => {
    if (columns[role].length <= 1) return value(cells, role)
    const found: string[] = []
    for (const at of columns[role]) {
      const text = cellValue(cells[at])
      if (text !== '' && !found.some((each) => each.includes(text))) found.push(text)
    }
    return found
      .filter((text, at) => !found.some((other, place) => place > at && other.includes(text)))
      .join(' ')
  }
  const MONEY = ['debit', 'credit', 'amount', 'balance'] as const
  const amountOf = amountReader(layout, () =>
    rows.flatMap(({ cells }) => MONEY.flatMap((role) => columns[role].map((at) => cellValue(cells[at])))),
  )
  const hasSides = columns.debit.length > 0 && columns.credit.length > 0
  const isSigned =
    !hasSides &&
    hasSignedAmounts(layout, amountOf, () =>
      rows.map(({ cells }) => ({ amount: value(cells, 'amount'), flag: value(cells, 'flag') })),
    )

  function moneyOf(cells: readonly string[]): Money {
    const flag = value(cells, 'flag')
    if (hasSides) {
      return moneyOfSides(amountOf, value(cells, 'debit'), value(cells, 'credit'), readFlag(flag, flags))
    }
    return moneyOfAmount(amountOf, value(cells, 'amount'), flag, isSigned, flags)
  }

  function read(row: GridRow, place: Place): RowReading {
    const { cells } = row
    if (row.isBroken) return 'broken-quotes'
    const moment = readMoment(value(cells, 'date'), value(cells, 'time'), layout.dateOrder ?? null)
    const money = moneyOf(cells)
    if (moment === null) {
      if (says(cells, TOTAL)) return 'total'
      if (says(cells, OPENING)) return 'opening-balance'
      return money === 'amount-missing' || money === 'flag-unknown' ? 'note' : 'date-unreadable'
    }
    if (typeof money === 'string')
      return money === 'amount-missing' && says(cells, OPENING) ? 'opening-balance' : money
    // A value too many shifts what follows it: nothing in such a row is certain.
    if (cells.length > width && cells.slice(width).some((cell) => cellValue(cell) !== ''))
      return 'too-many-cells'
    const stated = value(cells, 'balance')
    const balance = amountOf(stated)
    const line = lineOf(cells, moment, money, typeof balance === 'number' ? balance : null, place)
    if (isBalanceRow(line)) return 'balance'
    return {
      line,
      account: account(value(cells, 'ownAccount')),
      hasUnreadableBalance: line.balanceAfter === null && /\d/.test(stated),
    }
  }

  function serialOf(cells: readonly string[]): string | null {
    for (const at of columns.serial) {
      const serial = readSerial(cellValue(cells[at]))
      if (serial !== null) return serial
    }
    return null
  }

  function lineOf(
    cells: readonly string[],
    moment: { readonly date: string; readonly time: string | null },
    { effect, side }: Exclude<Money, string>,
    balanceAfter: Fen | null,
    place: Place,
  ): StatementLine {
    const isIn = side === 'credit'
    const both = accountAndName(value(cells, 'counterparty'))
    const { direction, amount, isReversal } = movement(effect, side)
    return {
      serial: serialOf(cells),
      bookedOn: moment.date,
      bookedTime: moment.time,
      direction,
      amount,
      side,
      isReversal,
      counterpartyName:
        value(cells, 'counterpartyName') || value(cells, isIn ? 'payerName' : 'payeeName') || both.name,
      counterpartyAccount: account(
        value(cells, 'counterpartyAccount') ||
          value(cells, isIn ? 'payerAccount' : 'payeeAccount') ||
          both.account,
      ),
      summary: texts(cells, 'summary'),
      purpose: texts(cells, 'purpose'),
      remark: texts(cells, 'remark'),
      balanceAfter,
      currency: readCurrency(value(cells, 'currency')),
      place,
    }
  }

  return { read, value, amountOf }
}

function says(cells: readonly string[], pattern: RegExp): boolean {
  return cells.some((cell) => pattern.test(foldText(cell)))
}

/** `31050161364000001234/上海某公司`, either first; a text without a number is a name. */
function accountAndName(text: string): { readonly account: string; readonly name: string } {
  if (text === '') return { account: '', name: '' }
  const [, account = '', , name = ''] = /^([\d*-]{5,40})(\s*[/／|]\s*|\s+)(.*)$/s.exec(text) ?? []
  if (account !== '') return { account, name: name.trim() }
  const [, first = '', , number = ''] = /^(.*?)(\s*[/／|]\s*|\s+)([\d*-]{5,40})$/s.exec(text) ?? []
  if (number !== '') return { account: number, name: first.trim() }
  return /^[\d*-]{5,40}$/.test(text) ? { account: text, name: '' } : { account: '', name: text }
}

/** An account as text; one that a spreadsheet turned into `6.22E+18` has lost its digits and is none. */
function account(text: string): string {
  if (/^['`]/.test(text)) return text.slice(1)
  return /^\d(?:\.\d+)?e\+?\d+$/i.test(text) ? '' : text
}
