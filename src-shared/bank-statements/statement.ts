import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'

/** Where a line stands in the file: the sheet or message, and the row in it, counted from 1. */
export interface Place {
  readonly page: string
  readonly row: number
}

/** The bank's side of an entry: it owes its customer more after a credit (贷) and less after a debit (借). */
export type Side = 'debit' | 'credit'

/** One entry of a statement. Amounts are hundredths of the currency: fen for CNY. */
export interface StatementLine {
  /** The bank's number of the entry; null where the format has none. */
  readonly serial: string | null
  readonly bookedOn: PlainDate
  /** `HH:MM:SS` on the bank's own clock; null where the bank gives only the day. */
  readonly bookedTime: string | null
  readonly direction: 'in' | 'out'
  /** Never negative; the direction says which way it went. */
  readonly amount: Fen
  readonly side: Side
  /** 冲正: a negative amount on its side, so that the money went the other way. */
  readonly isReversal: boolean
  readonly counterpartyName: string
  /** As text: leading zeros stay. Empty where the bank gives none or the file has lost its digits. */
  readonly counterpartyAccount: string
  readonly summary: string
  readonly purpose: string
  readonly remark: string
  readonly balanceAfter: Fen | null
  /** ISO 4217; null where the file does not say. */
  readonly currency: string | null
  readonly place: Place
}

/** What the bank itself adds up, for the proof. Sums of a side are net of its reversals with some banks. */
export interface DeclaredTotals {
  readonly debitSum: Fen | null
  readonly creditSum: Fen | null
  readonly debitCount: number | null
  readonly creditCount: number | null
  readonly count: number | null
}

/** The entries of one account in one statement, in the order of the file. */
export interface StatementSection {
  readonly account: string | null
  readonly accountName: string | null
  readonly currency: string | null
  readonly opening: Fen | null
  readonly closing: Fen | null
  readonly totals: DeclaredTotals
  readonly lines: readonly StatementLine[]
}

/** Why a row is no line. What loses money from view makes the import a finding. */
export const SKIP_REASONS = {
  'blank-row': { matters: false },
  head: { matters: false },
  header: { matters: false },
  note: { matters: false },
  total: { matters: false },
  'opening-balance': { matters: false },
  'zero-amount': { matters: false },
  'not-booked': { matters: false },
  /** A record that moves no money, and a balance sent as if it were an entry. */
  'no-money': { matters: false },
  balance: { matters: false },
  'sheet-without-table': { matters: false },
  'amount-missing': { matters: true },
  'balance-unreadable': { matters: true },
  'other-currency': { matters: true },
  /** An entry that stands in no statement: nobody says whose account it is. */
  'outside-statement': { matters: true },
  /** A statement of several pages, of which not all are in the file. */
  'page-missing': { matters: true },
  'amount-unreadable': { matters: true },
  /** `3.000`, and nothing in the file says whether the point groups. */
  'amount-ambiguous': { matters: true },
  'date-unreadable': { matters: true },
  'both-sides': { matters: true },
  'flag-unknown': { matters: true },
  'flag-contradicts': { matters: true },
  'too-many-cells': { matters: true },
  'broken-quotes': { matters: true },
  'record-unreadable': { matters: true },
  'control-total-differs': { matters: true },
} as const satisfies Readonly<Record<string, { readonly matters: boolean }>>
export type SkipReason = keyof typeof SKIP_REASONS

export interface SkippedRow {
  readonly place: Place
  readonly reason: SkipReason
  /** The beginning of the row, to recognize it by. */
  readonly excerpt: string
}

export interface Statement {
  /** The key of the layout or message format. */
  readonly format: string
  readonly encoding: string
  /** Characters that could not be decoded; 0 in an undamaged file. */
  readonly undecodable: number
  readonly sections: readonly StatementSection[]
  readonly skipped: readonly SkippedRow[]
  /** Names of columns that hold something and were not read; none in message formats. */
  readonly unread: readonly string[]
}

export const NO_TOTALS: DeclaredTotals = {
  debitSum: null,
  creditSum: null,
  debitCount: null,
  creditCount: null,
  count: null,
}

/** What the line does to the balance: positive for money in. */
export function balanceEffect(line: Pick<StatementLine, 'direction' | 'amount'>): Fen {
  return line.direction === 'in' ? line.amount : -line.amount
}

/** Direction, amount and reversal of an entry that changes the balance by `effect` and is booked on `side`. */
export function movement(
  effect: Fen,
  side: Side,
): Pick<StatementLine, 'direction' | 'amount' | 'side' | 'isReversal'> {
  const direction = effect < 0 ? 'out' : 'in'
  return { direction, amount: Math.abs(effect), side, isReversal: (side === 'credit') !== effect >= 0 }
}

const BALANCE_TEXT =
  /^(?:(?:opening|closing|previous|ledger|available) balance|balance (?:brought|carried) forward|saldo(?: (?:anterior|inicial|final|atual|do dia|disponivel|disponível|bloqueado))?|(?:期初|期末|上期|本期|承前)余额|(?:承前|过次)页)$/i

/** Whether an entry without a serial is a balance that the bank sends among its payments. */
export function isBalanceRow({
  serial,
  counterpartyName,
  remark,
}: Pick<StatementLine, 'serial' | 'counterpartyName' | 'remark'>): boolean {
  if (serial !== null) return false
  const said = [counterpartyName, remark].filter((text) => text !== '')
  return said.length > 0 && said.every((text) => BALANCE_TEXT.test(text.trim()))
}

/** What banks write of a payment that comes back; messages that say it by a code are given the word. */
export const RETURNED = '退汇'

const EXCERPT = 80

export function skippedRow(place: Place, reason: SkipReason, text: string): SkippedRow {
  return { place, reason, excerpt: text.replace(/\s+/g, ' ').trim().slice(0, EXCERPT) }
}
