import type { Fen } from '../../money/fen.ts'
import { hundredths, readCurrency } from '../currency.ts'
import { plainDate } from '../moment.ts'
import { readSerial } from '../serial.ts'
import type { DeclaredTotals, SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { movement, NO_TOTALS, RETURNED, skippedRow } from '../statement.ts'

/** One logical record: its fields, with the continuations (88) behind them, and its line in the file. */
interface BaiRecord {
  readonly code: string
  readonly fields: readonly string[]
  readonly row: number
}

interface Account {
  readonly head: BaiRecord
  /** The currency of the group it stands in. */
  readonly groupCurrency: string
  readonly asOf: string | null
  readonly transactions: BaiRecord[]
  control: BaiRecord | null
}

/** Returned items: checks, deposits and ACH entries. */
const RETURN_CODES: ReadonlySet<string> = new Set(['255', '257', '555', '557'])

export function isBai2(text: string): boolean {
  return /^01,[^\n]*\r?\n(?:02|99),/.test(text.trimStart())
}

/** Reads BAI2: a section for each account (03), a line for each detail (16). Amounts are in the currency's smallest unit. */
export function readBai2(text: string): {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
} {
  const skipped: SkippedRow[] = []
  const accounts: Account[] = []
  let group: BaiRecord | null = null
  for (const record of recordsOf(text)) {
    if (record.code === '02') group = record
    if (record.code === '03') {
      const groupCurrency = readCurrency(group?.fields[5] ?? '') ?? 'USD'
      const asOf = dayOf(group?.fields[3] ?? '')
      accounts.push({ head: record, groupCurrency, asOf, transactions: [], control: null })
    }
    const account = accounts.at(-1)
    if (record.code === '16') account?.transactions.push(record)
    if (record.code === '49' && account !== undefined) account.control = record
  }
  return { sections: accounts.map((account, at) => readAccount(account, at, skipped)), skipped }
}

function recordsOf(text: string): readonly BaiRecord[] {
  const records: { code: string; fields: string[]; row: number }[] = []
  for (const [at, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = raw.trimEnd()
    if (line === '') continue
    const [code = '', ...fields] = line.replace(/\/$/, '').split(',')
    const last = records.at(-1)
    if (code === '88' && last !== undefined) last.fields.push(...fields)
    else records.push({ code, fields, row: at + 1 })
  }
  return records
}

function readAccount(
  { head, groupCurrency, asOf, transactions, control }: Account,
  at: number,
  skipped: SkippedRow[],
): StatementSection {
  const [account = '', code = '', ...status] = head.fields
  const currency = readCurrency(code) ?? groupCurrency
  const summary = summaryOf(status, currency)
  const page = String(at + 1)
  const lines: StatementLine[] = []
  let controlSum = [...summary.values()].reduce((sum, { digits }) => sum + (units(digits) ?? 0), 0)
  for (const record of transactions) {
    const place = { page, row: record.row }
    controlSum += units(record.fields[1] ?? '') ?? 0
    const line = readDetail(record, asOf, currency, place)
    if (typeof line === 'string') skipped.push(skippedRow(place, line, record.fields.join(',')))
    else lines.push(line)
  }
  const declared = control === null ? null : units(control.fields[0] ?? '')
  if (control !== null && declared !== controlSum) {
    const place = { page, row: control.row }
    skipped.push(skippedRow(place, 'control-total-differs', control.fields.join(',')))
  }
  const balance = (code: string): Fen | null => {
    const stated = summary.get(code)
    if (stated !== undefined && stated.amount === null && stated.digits !== '') {
      skipped.push(skippedRow({ page, row: head.row }, 'balance-unreadable', `${code} ${stated.digits}`))
    }
    return stated?.amount ?? null
  }
  return {
    account: account || null,
    accountName: null,
    currency,
    opening: balance('010'),
    closing: balance('015'),
    totals: totalsOf(summary),
    lines,
  }
}

interface Stated {
  readonly amount: Fen | null
  readonly digits: string
  readonly count: number | null
}
type Summary = ReadonlyMap<string, Stated>

/** Of the account record: type code, amount, item count and funds type, over and over. */
function summaryOf(fields: readonly string[], currency: string): Summary {
  const summary = new Map<string, Stated>()
  let at = 0
  while (at + 1 < fields.length) {
    const [code = '', amount = '', count = '', funds = ''] = fields.slice(at, at + 4)
    if (code !== '') {
      const items = /^\d{1,9}$/.test(count) ? Number(count) : null
      summary.set(code, { amount: amountOf(amount, currency), digits: amount, count: items })
    }
    at += 4 + extraFields(funds, fields.slice(at + 4))
  }
  return summary
}

/** How many fields a funds type brings along: S three amounts, V a day and a time, D as many pairs as it says. */
function extraFields(funds: string, next: readonly string[]): number {
  if (funds === 'S') return 3
  if (funds === 'V') return 2
  const pairs = Number(next[0])
  return funds === 'D' && Number.isInteger(pairs) && pairs >= 0 ? 1 + 2 * pairs : 0
}

function readDetail(
  { fields }: BaiRecord,
  asOf: string | null,
  currency: string,
  place: StatementLine['place'],
): StatementLine | SkippedRow['reason'] {
  const [code = '', digits = '', funds = '', ...rest] = fields
  // 890: text only.
  if (code === '890') return 'no-money'
  const amount = amountOf(digits, currency)
  if (amount === null) return digits === '' ? 'amount-missing' : 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const type = /^\d{3}$/.test(code) ? Number(code) : 0
  const side = type >= 100 && type <= 399 ? 'credit' : type >= 400 && type <= 699 ? 'debit' : null
  if (side === null) return 'flag-unknown'
  if (asOf === null) return 'date-unreadable'
  const [bankReference = '', customerReference = '', ...text] = rest.slice(extraFields(funds, rest))
  return {
    serial: readSerial(bankReference),
    bookedOn: asOf,
    bookedTime: null,
    ...movement(side === 'credit' ? amount : -amount, side),
    counterpartyName: '',
    counterpartyAccount: '',
    summary: RETURN_CODES.has(code) ? `${code} ${RETURNED}` : code,
    purpose: customerReference.trim(),
    remark: text.join(',').trim(),
    balanceAfter: null,
    currency,
    place,
  }
}

function totalsOf(summary: Summary): DeclaredTotals {
  const credit = summary.get('100')
  const debit = summary.get('400')
  return {
    ...NO_TOTALS,
    creditSum: credit?.amount ?? null,
    creditCount: credit?.count ?? null,
    debitSum: debit?.amount ?? null,
    debitCount: debit?.count ?? null,
  }
}

function amountOf(text: string, currency: string): Fen | null {
  const stated = units(text)
  return stated === null ? null : hundredths(stated, currency)
}

function units(text: string): number | null {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : null
}

function dayOf(text: string): string | null {
  const match = /^(\d{2})(\d{2})(\d{2})$/.exec(text)
  return match === null ? null : plainDate(2000 + Number(match[1]), Number(match[2]), Number(match[3]))
}
