import type { Fen } from '../../money/fen.ts'
import { readAmount } from '../amount.ts'
import { readCurrency } from '../currency.ts'
import type { Moment } from '../moment.ts'
import { readMoment, toShanghai } from '../moment.ts'
import type { SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { movement, NO_TOTALS, skippedRow } from '../statement.ts'

/** The values of one aggregate, by the name of their element; of several the first. */
type Values = ReadonlyMap<string, string>

const ELEMENT = /<(\/?)([A-Za-z0-9.]{1,40})>([^<]*)/g

export function isOfx(text: string): boolean {
  return /^\s*(?:OFXHEADER:|<\?xml[^>]*>\s*(?:<\?OFX[^>]*>\s*)?<OFX>|<\?OFX|<OFX>)/i.test(text)
}

/** Reads OFX 1 (SGML: leaves are not closed) and 2 (XML). A leaf is an element with text behind it. */
export function readOfx(text: string): {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
} {
  const skipped: SkippedRow[] = []
  const statements = aggregates(text, 'STMTRS').concat(aggregates(text, 'CCSTMTRS'))
  return { sections: statements.map((body, at) => readStatement(body, String(at + 1), skipped)), skipped }
}

function readStatement(body: string, page: string, skipped: SkippedRow[]): StatementSection {
  const [account = ''] = aggregates(body, 'BANKACCTFROM').concat(aggregates(body, 'CCACCTFROM'))
  const [ledger = ''] = aggregates(body, 'LEDGERBAL')
  const currency = readCurrency(valuesOf(body).get('CURDEF') ?? '')
  const lines: StatementLine[] = []
  for (const [at, transaction] of aggregates(body, 'STMTTRN').entries()) {
    const place = { page, row: at + 1 }
    const values = valuesOf(transaction)
    const line = readTransaction(values, currency, place)
    if (typeof line === 'string') skipped.push(skippedRow(place, line, [...values.values()].join(' ')))
    else lines.push(line)
  }
  return {
    account: valuesOf(account).get('ACCTID') ?? null,
    accountName: null,
    currency,
    opening: null,
    closing: readDecimal(valuesOf(ledger).get('BALAMT') ?? ''),
    totals: NO_TOTALS,
    lines,
  }
}

function readTransaction(
  values: Values,
  currency: string | null,
  place: StatementLine['place'],
): StatementLine | SkippedRow['reason'] {
  const value = (name: string) => values.get(name) ?? ''
  const amount = readDecimal(value('TRNAMT'))
  if (amount === null) return value('TRNAMT') === '' ? 'amount-missing' : 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const posted = readPosted(value('DTPOSTED'))
  if (posted === null) return 'date-unreadable'
  return {
    serial: value('FITID') || null,
    bookedOn: posted.date,
    bookedTime: posted.time,
    ...movement(amount, amount < 0 ? 'debit' : 'credit'),
    counterpartyName: value('NAME'),
    // The transaction's own ACCTID is that of BANKACCTTO.
    counterpartyAccount: value('ACCTID'),
    summary: value('TRNTYPE'),
    purpose: '',
    remark: value('MEMO'),
    balanceAfter: null,
    currency: readCurrency(value('CURSYM')) ?? currency,
    place,
  }
}

/** Everything between `<NAME>` and `</NAME>`, found by walking on: no pattern that could run away. */
function aggregates(text: string, name: string): readonly string[] {
  const found: string[] = []
  const upper = text.toUpperCase()
  let at = 0
  for (;;) {
    const open = upper.indexOf(`<${name}>`, at)
    if (open < 0) return found
    const start = open + name.length + 2
    const end = upper.indexOf(`</${name}>`, start)
    found.push(text.slice(start, end < 0 ? undefined : end))
    if (end < 0) return found
    at = end
  }
}

function valuesOf(body: string): Values {
  const values = new Map<string, string>()
  for (const [, slash, name = '', content = ''] of body.matchAll(ELEMENT)) {
    const value = content.trim()
    if (slash === '' && value !== '' && !values.has(name.toUpperCase()))
      values.set(name.toUpperCase(), plain(value))
  }
  return values
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function plain(value: string): string {
  return value.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
}

/** OFX allows a decimal comma; it has no thousands. */
function readDecimal(text: string): Fen | null {
  return readAmount(/^[+-]?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text)
}

/** `20261102091233.000[+8:CST]`; without a zone it is taken as the bank's own wall time. */
function readPosted(text: string): Moment | null {
  const match = /^(\d{8})(\d{6})?(?:\.\d+)?(?:\[([+-]?\d{1,2})(?:\.(\d{1,2}))?(?::\w*)?\])?$/.exec(text)
  if (match === null) return null
  const [, day = '', time = '', hours, fraction = '0'] = match
  const moment = readMoment(day, time)
  if (moment === null || hours === undefined) return moment
  const offset = Number(hours) * 60
  return toShanghai(moment, offset + Math.sign(offset) * Math.round(Number(`0.${fraction}`) * 60))
}
