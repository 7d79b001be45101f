import type { Fen } from '../../money/fen.ts'
import { readCommaAmount } from '../amount.ts'
import { plainDate } from '../moment.ts'
import { readSerial } from '../serial.ts'
import type { DeclaredTotals, Place, SkippedRow, StatementLine, StatementSection } from '../statement.ts'
import { isBalanceRow, movement, NO_TOTALS, RETURNED, skippedRow } from '../statement.ts'
import type { Details } from './mt940-details.ts'
import { readDetails, readSubfields } from './mt940-details.ts'

/** A tag with its text, further lines joined by line feeds, and the line of the file it begins in. */
interface Field {
  readonly tag: string
  text: string
  readonly row: number
}

/** The tags of both messages and the German `NS`; a line of text may begin with `:26:37` too. */
const TAG = /^:(13D?|20|21|25|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):(.*)$/
/** `:61:` value date, entry date, mark, funds code, amount, type, reference, bank's reference. */
const ENTRY =
  /^(\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?(RC|RD|C|D)([A-Z])?(\d{1,15},\d*)([A-Z][A-Z0-9 ]{3})?([^\n]*)/
/** Type of an entry that is a returned item. */
const RETURN_TYPE = 'RTI'
const BALANCE = /^([CD])(\d{6})([A-Z]{3})?(\d{1,15},\d*)/
const SUM = /^(\d{1,5})([A-Z]{3})(\d{1,15},\d*)/

const END = /^-(?:\}|X*)?\s*$/

/** Whether a text looks like MT940 or MT942: one of their own tags begins a line. */
export function isMt940(text: string): boolean {
  return /^:(?:6[01][FM]?|62[FM]|28C?):/m.test(text)
}

/** Reads MT940 and MT942. Every `:20:` begins a statement; what stands between messages is left out. */
export function readMt940(text: string): {
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
} {
  const skipped: SkippedRow[] = []
  const messages: Field[][] = []
  for (const field of fieldsOf(text)) {
    if (field.tag === '20' || messages.length === 0) messages.push([])
    messages.at(-1)?.push(field)
  }
  const pages = messages.map((fields, at) => ({
    fields,
    section: readMessage(fields, String(at + 1), skipped),
  }))
  return { sections: joinPages(pages), skipped }
}

/**
 * Pages of one statement as one: the first ends, and the next begins, with an intermediate balance (`:62M:`, `:60M:`). Only
 * together they tell two equal payments of a day from one that was sent twice.
 */
function joinPages(
  pages: readonly { readonly fields: readonly Field[]; readonly section: StatementSection }[],
): readonly StatementSection[] {
  const joined: StatementSection[] = []
  let goesOn = false
  for (const { fields, section } of pages) {
    const has = (tag: string) => fields.some((field) => field.tag === tag)
    const last = joined.at(-1)
    const isNext =
      goesOn && has('60M') && last?.account === section.account && last.closing === section.opening
    if (isNext) {
      joined.splice(-1, 1, {
        ...last,
        closing: section.closing,
        totals: NO_TOTALS,
        lines: [...last.lines, ...section.lines],
      })
    } else joined.push(section)
    goesOn = has('62M')
  }
  return joined
}

function fieldsOf(text: string): readonly Field[] {
  const lines = text.split(/\r\n|\r|\n/)
  const matches = lines.map((line) => TAG.exec(line))
  const goesOn = beforeMoreOfIt(matches)
  const fields: Field[] = []
  let open: Field | null = null
  for (const [at, line] of lines.entries()) {
    const match = matches[at] ?? null
    if (match !== null) {
      open = { tag: match[1] ?? '', text: match[2] ?? '', row: at + 1 }
      fields.push(open)
    } else if (END.test(line) && goesOn[at] !== true) {
      open = null
    } else if (open !== null) {
      open.text += `\n${line}`
    }
  }
  return fields
}

/** For each line whether the next tag belongs to the same message: a lone dash before it is text of a field. */
function beforeMoreOfIt(matches: readonly (RegExpExecArray | null)[]): readonly boolean[] {
  const goesOn: boolean[] = []
  let next: string | null = null
  for (let at = matches.length - 1; at >= 0; at--) {
    goesOn[at] = next !== null && next !== '20'
    next = matches[at]?.[1] ?? next
  }
  return goesOn
}

function readMessage(fields: readonly Field[], page: string, skipped: SkippedRow[]): StatementSection {
  const find = (...tags: readonly string[]) => fields.find(({ tag }) => tags.includes(tag))?.text ?? ''
  const opening = BALANCE.exec(find('60F', '60M'))
  const closing = BALANCE.exec(find('62F', '62M'))
  const floor = /^([A-Z]{3})/.exec(find('34F'))
  const currency = opening?.[3] ?? closing?.[3] ?? floor?.[1] ?? null
  const lines: StatementLine[] = []
  for (const [at, field] of fields.entries()) {
    if (field.tag !== '61') continue
    const place: Place = { page, row: field.row }
    const line = readEntry(field.text, place, currency, detailsAfter(fields, at))
    if (typeof line === 'string') skipped.push(skippedRow(place, line, field.text))
    else lines.push(line)
  }
  const balance = (match: RegExpExecArray | null, stated: string): Fen | null => {
    const amount = balanceOf(match)
    if (amount === null && stated !== '') {
      skipped.push(skippedRow({ page, row: fields[0]?.row ?? 1 }, 'balance-unreadable', stated))
    }
    return amount
  }
  return {
    account: find('25').split('\n')[0]?.trim() || null,
    accountName: null,
    currency,
    opening: balance(opening, find('60F', '60M')),
    closing: balance(closing, find('62F', '62M')),
    totals: totalsOf(SUM.exec(find('90D')), SUM.exec(find('90C'))),
    lines,
  }
}

/** The information that follows an entry before anything else does; some banks write a field for each line. */
function detailsAfter(fields: readonly Field[], at: number): Details {
  const next = fields[at + 1]
  const texts: string[] = []
  for (let after = at + 1; fields[after]?.tag === '86'; after++) texts.push(fields[after]?.text ?? '')
  if (texts.length > 0) return readDetails(texts.join('\n'))
  return next?.tag === 'NS' ? readSubfields(next.text) : { name: '', account: '', summary: '', remark: '' }
}

function readEntry(
  text: string,
  place: Place,
  currency: string | null,
  details: Details,
): StatementLine | SkippedRow['reason'] {
  const match = ENTRY.exec(text)
  if (match === null) return 'record-unreadable'
  const [
    ,
    year = '',
    month = '',
    day = '',
    entryMonth,
    entryDay,
    mark = '',
    ,
    digits = '',
    type = '',
    rest = '',
  ] = match
  const amount = readCommaAmount(digits)
  if (amount === null) return 'amount-unreadable'
  if (amount === 0) return 'zero-amount'
  const bookedOn = bookingDay(
    2000 + Number(year),
    [month, day],
    entryMonth ? [entryMonth, entryDay ?? ''] : null,
  )
  if (bookedOn === null) return 'date-unreadable'
  const [reference = '', bankReference = ''] = rest.split('//')
  const isIn = mark === 'C' || mark === 'RD'
  const line: StatementLine = {
    serial: readSerial(bankReference, reference),
    bookedOn,
    bookedTime: null,
    ...movement(isIn ? amount : -amount, mark.endsWith('C') ? 'credit' : 'debit'),
    counterpartyName: details.name,
    counterpartyAccount: details.account,
    summary: [type.endsWith(RETURN_TYPE) ? RETURNED : '', details.summary].filter(Boolean).join(' '),
    purpose: '',
    remark: details.remark,
    balanceAfter: null,
    currency,
    place,
  }
  return isBalanceRow(line) ? 'balance' : line
}

/**
 * The entry date where it is given, in the year that brings it nearest to the value date; else the value date. Banks
 * that count 30 days a month write 30 February: that is its last day.
 */
function bookingDay(
  year: number,
  [month, day]: readonly [string, string],
  entry: readonly [string, string] | null,
): string | null {
  if (entry === null) return clampedDate(year, Number(month), Number(day))
  const turn = Number(entry[0]) - Number(month)
  const entryYear = turn > 6 ? year - 1 : turn < -6 ? year + 1 : year
  return clampedDate(entryYear, Number(entry[0]), Number(entry[1]))
}

function clampedDate(year: number, month: number, day: number): string | null {
  const days = day <= 31 ? [day, 30, 29, 28].filter((each) => each <= day) : []
  return days.map((each) => plainDate(year, month, each)).find((date) => date !== null) ?? null
}

function balanceOf(match: RegExpExecArray | null): Fen | null {
  if (match === null) return null
  const amount = readCommaAmount(match[4] ?? '')
  return amount === null ? null : match[1] === 'D' ? -amount : amount
}

function totalsOf(debit: RegExpExecArray | null, credit: RegExpExecArray | null): DeclaredTotals {
  return {
    ...NO_TOTALS,
    debitCount: debit === null ? null : Number(debit[1]),
    debitSum: debit === null ? null : readCommaAmount(debit[3] ?? ''),
    creditCount: credit === null ? null : Number(credit[1]),
    creditSum: credit === null ? null : readCommaAmount(credit[3] ?? ''),
  }
}
