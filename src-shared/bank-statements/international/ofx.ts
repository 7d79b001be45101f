import type { Fen } from '../../money/fen.ts'
import { readAmount } from '../amount.ts'
import { readCurrency } from '../currency.ts'
import type { Moment } from '../moment.ts'
import { readMoment } from '../moment.ts'
import { readSerial } from '../serial.ts'
import type { SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { isBalanceRow, movement, NO_TOTALS, skippedRow } from '../statement.ts'
import { type OfxStatement, type OfxValues, walkOfx } from './walk-ofx.ts'

export function isOfx(text: string): boolean {
  return /^\s*(?:OFXHEADER:|<\?xml[^>]*>\s*(?:<\?OFX[^>]*>\s*)?<OFX>|<\?OFX|<OFX>)/i.test(text)
}

/** Reads OFX 1 (SGML: leaves are not closed) and 2 (XML). Null where it holds no statement of a bank or a card. */
export function readOfx(text: string): {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
} | null {
  const { statements, outside } = walkOfx(text)
  if (statements.length === 0) return null
  const skipped = outside.map((values, at) =>
    skippedRow({ page: '', row: at + 1 }, 'outside-statement', excerptOf(values)),
  )
  return { sections: statements.map((each, at) => readStatement(each, String(at + 1), skipped)), skipped }
}

function readStatement(statement: OfxStatement, page: string, skipped: SkippedRow[]): StatementSection {
  const { account, head, ledger, transactions } = statement
  const currency = readCurrency(head.get('CURDEF') ?? '')
  const lines: StatementLine[] = []
  for (const [at, { values, isTorn }] of transactions.entries()) {
    const place = { page, row: at + 1 }
    const line = isTorn ? 'record-unreadable' : readTransaction(values, currency, place)
    if (typeof line === 'string') skipped.push(skippedRow(place, line, excerptOf(values)))
    else lines.push(line)
  }
  const balance = ledger.get('BALAMT') ?? ''
  const closing = readDecimal(balance)
  if (closing === null && balance !== '') {
    skipped.push(skippedRow({ page, row: transactions.length + 1 }, 'balance-unreadable', balance))
  }
  return {
    account: account.get('ACCTID') ?? null,
    accountName: null,
    currency,
    opening: null,
    closing,
    totals: NO_TOTALS,
    lines,
  }
}

/** Types that name a side; of the others the sign alone decides. */
const SIDES: Readonly<Record<string, 'credit' | 'debit'>> = {
  CREDIT: 'credit',
  DEP: 'credit',
  DIRECTDEP: 'credit',
  DEBIT: 'debit',
  DIRECTDEBIT: 'debit',
  CHECK: 'debit',
}

function readTransaction(
  values: OfxValues,
  currency: string | null,
  place: StatementLine['place'],
): StatementLine | SkippedRow['reason'] {
  const value = (name: string) => values.get(name) ?? ''
  const amount = readDecimal(value('TRNAMT'))
  if (amount === null) return value('TRNAMT') === '' ? 'amount-missing' : 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const own = readCurrency(value('CURSYM'))
  if (own !== null && currency !== null && own !== currency) return 'other-currency'
  const side = amount < 0 ? 'debit' : 'credit'
  const named = SIDES[value('TRNTYPE').toUpperCase()] ?? side
  if (named !== side) return 'flag-contradicts'
  const posted = readPosted(value('DTPOSTED'))
  if (posted === null) return 'date-unreadable'
  const line: StatementLine = {
    serial: readSerial(value('FITID')),
    bookedOn: posted.date,
    bookedTime: posted.time,
    ...movement(amount, side),
    ...namedBy(value('NAME'), value('EXTDNAME'), value('MEMO')),
    // The transaction's own ACCTID is that of BANKACCTTO.
    counterpartyAccount: value('ACCTID'),
    summary: value('TRNTYPE'),
    purpose: '',
    balanceAfter: null,
    currency: own ?? currency,
    place,
  }
  return isBalanceRow(line) ? 'balance' : line
}

/** NAME ends after 32 characters; EXTDNAME is the whole of it, or a description of its own. */
function namedBy(
  name: string,
  extended: string,
  memo: string,
): Pick<StatementLine, 'counterpartyName' | 'remark'> {
  if (extended.startsWith(name)) return { counterpartyName: extended || name, remark: memo }
  const remark = [memo, extended].filter((part) => part !== '').join(' ')
  return { counterpartyName: name, remark }
}

function excerptOf(values: OfxValues): string {
  return [...values.values()].join(' ')
}

/** OFX allows a decimal comma; it has no thousands. */
function readDecimal(text: string): Fen | null {
  return readAmount(/^[+-]?\d+,\d+$/.test(text) ? text.replace(',', '.') : text)
}

/** `20261102091233.000[+8:CST]`, `202611020912`, `20261102`: the day and time that the bank writes, whatever its zone. */
function readPosted(text: string): Moment | null {
  const match = /^(\d{8})(?:(\d{4})(\d{2})?)?(?:\.\d+)?(?:\[[^\]]{0,20}\])?$/.exec(text)
  if (match === null) return null
  const [, day = '', minutes, seconds = '00'] = match
  return readMoment(day, minutes === undefined ? '' : minutes + seconds)
}
