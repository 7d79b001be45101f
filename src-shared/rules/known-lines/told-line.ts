import type { StatementLine } from '../../bank-statements/statement.ts'
import { foldNameAsWritten } from '../../base/fold-name.ts'
import { plainAccount } from '../bank-matching/line-to-match.ts'

/** What tells one line from another of the same day and amount. */
export type Telling = Pick<
  StatementLine,
  | 'serial'
  | 'bookedTime'
  | 'counterpartyName'
  | 'counterpartyAccount'
  | 'summary'
  | 'purpose'
  | 'remark'
  | 'balanceAfter'
>

/** The same, folded for comparison; empty is what the file does not tell. */
export interface ToldLine {
  readonly serial: string
  readonly time: string
  readonly balance: number | null
  readonly payer: string
  readonly account: string
  /** Purpose and remark, and these with the summary. */
  readonly words: readonly string[]
  readonly all: readonly string[]
}

/** A serial that stands at several lines of the day and amount names none of them. */
export function toldLine(line: Telling, repeated: ReadonlySet<string>): ToldLine {
  const serial = foldSerial(line.serial)
  const account = plainAccount(line.counterpartyAccount)
  const words = [line.purpose, line.remark].map(foldNameAsWritten).filter((text) => text !== '')
  const summary = foldNameAsWritten(line.summary)
  return {
    serial: repeated.has(serial) ? '' : serial,
    time: line.bookedTime ?? '',
    balance: line.balanceAfter,
    payer: foldNameAsWritten(line.counterpartyName),
    account: account.includes('*') ? '' : account,
    words,
    all: summary === '' ? words : [summary, ...words],
  }
}

/** A workbook drops the zeros a number begins with. */
export function foldSerial(serial: string | null): string {
  return serial === null ? '' : plainAccount(serial).replace(/^0+(?=\d+$)/, '')
}

/**
 * Whether two lines of one day and amount are one: their serials say so, or where one has none nothing speaks against
 * it; payer and remark have to agree either way.
 */
export function isSame(one: ToldLine, other: ToldLine): boolean {
  const isNamed = one.serial !== '' && other.serial !== ''
  if (isNamed && one.serial !== other.serial) return false
  return payersAgree(one, other) && remarksAgree(one, other) && (isNamed || momentsAgree(one, other))
}

/** Whether two lines that are not the same may nevertheless be one, told in two ways. */
export function isLike(one: ToldLine, other: ToldLine): boolean {
  if (one.serial !== '' && one.serial === other.serial) return true
  return isPayerTold(one, other) && payersAgree(one, other) && momentsAgree(one, other)
}

function isPayerTold(one: ToldLine, other: ToldLine): boolean {
  return (one.payer !== '' && other.payer !== '') || (one.account !== '' && other.account !== '')
}

/** Equal, or one of them empty or cut off. */
function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

function payersAgree(one: ToldLine, other: ToldLine): boolean {
  return agree(one.payer, other.payer) && agree(one.account, other.account)
}

function momentsAgree(one: ToldLine, other: ToldLine): boolean {
  const balancesAgree = one.balance === null || other.balance === null || one.balance === other.balance
  return balancesAgree && timesAgree(one.time, other.time)
}

/** Some formats give no seconds. */
function timesAgree(one: string, other: string): boolean {
  if (agree(one, other)) return true
  return one.slice(0, 5) === other.slice(0, 5) && (one.endsWith(':00') || other.endsWith(':00'))
}

/**
 * Formats put what the payer wrote into other fields, or all into one, and call the kind of entry by other names: the
 * summary, which may be either, counts where no payer is told.
 */
function remarksAgree(one: ToldLine, other: ToldLine): boolean {
  const hasNoWords = one.words.length === 0 || other.words.length === 0
  if (hasNoWords ? isPayerTold(one, other) : textsAgree(one.words, other.words)) return true
  return textsAgree(one.all, other.all) || agree(one.all.join(''), other.all.join(''))
}

/** Whether all texts of one side are among those of the other. Equal ones are paired before those that were cut off. */
function textsAgree(some: readonly string[], others: readonly string[]): boolean {
  const left = [...others]
  const rest = some.filter((text) => !take(left, (other) => other === text))
  if (rest.length === 0 || left.length === 0) return true
  const [fewer, more] = rest.length <= left.length ? [rest, left] : [left, rest]
  return fewer.every((text) => take(more, (other) => agree(text, other)))
}

/** Takes the first that fits out of the list; whether there was one. */
function take(texts: string[], fits: (text: string) => boolean): boolean {
  const at = texts.findIndex(fits)
  if (at !== -1) texts.splice(at, 1)
  return at !== -1
}
