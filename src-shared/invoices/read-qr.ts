import { readAmount } from '../bank-statements/amount.ts'
import { readMoment } from '../bank-statements/moment.ts'
import { foldForms } from '../base/fold-writing.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'

/** What the QR code of an invoice says. */
export interface InvoiceQr {
  readonly type: string
  /** 10 or 12 digits; null for a 数电票. */
  readonly code: string | null
  readonly number: string
  readonly amount: Fen
  /** Older kinds carry the amount without tax, a 数电票 with it. */
  readonly amountIs: 'net' | 'gross'
  readonly date: PlainDate
  /** The check code 校验码; null where there is none. */
  readonly check: string | null
}

export const QR_PROBLEMS = ['not-an-invoice', 'type', 'code', 'number', 'amount', 'date'] as const
export type QrProblem = (typeof QR_PROBLEMS)[number]

/** Types of invoices with a code of their own. */
const CODED_TYPES: ReadonlySet<string> = new Set(['01', '04', '08', '10', '11', '14', '15'])
const DIGITAL_TYPES: ReadonlySet<string> = new Set(['31', '32'])
/** A code holds some eighty characters. */
const MOST_CHARACTERS = 300

/** Reads `01,type,code,number,amount,date,check,hash` as a scanner types it: full-width commas, dashed dates. */
export function readQr(text: string): InvoiceQr | { readonly problem: QrProblem } {
  if (text.length > MOST_CHARACTERS) return { problem: 'not-an-invoice' }
  const parts = foldForms(text)
    .replaceAll(/[、]/gu, ',')
    .split(',')
    .map((part) => part.trim())
  const [version, type = '', code = '', number = '', amountText = '', dateText = '', check = ''] = parts
  if (version !== '01' || parts.length < 6) return { problem: 'not-an-invoice' }
  const isDigital = DIGITAL_TYPES.has(type)
  if (!isDigital && !CODED_TYPES.has(type)) return { problem: 'type' }
  if (isDigital ? code !== '' : !/^(\d{10}|\d{12})$/.test(code)) return { problem: 'code' }
  if (!(isDigital ? /^\d{20}$/ : /^\d{8}$/).test(number)) return { problem: 'number' }
  const amount = /^-?\d+(\.\d+)?$/.test(amountText) ? readAmount(amountText) : null
  if (amount === null) return { problem: 'amount' }
  const date = /^\d{8}$|^\d{4}-\d{1,2}-\d{1,2}$/.test(dateText) ? readMoment(dateText, '') : null
  if (date === null) return { problem: 'date' }
  return {
    ...{ type, code: isDigital ? null : code, number, amount },
    amountIs: isDigital ? 'gross' : 'net',
    date: date.date,
    check: check === '' ? null : check,
  }
}
