import type { PlainMonth } from '../../calendar/plain-date.ts'
import { type Invoice, type InvoiceReading, invoiceNumber } from '../../invoices/invoice.ts'
import type { Fen } from '../../money/fen.ts'
import { formatYuan } from '../../money/yuan.ts'
import {
  findingOfProblem,
  findingsOfInvoice,
  type InvoiceParties,
  must,
  onlyCode,
} from './check-one-invoice.ts'
import { INVOICE_CODES, type InvoiceCode, type InvoiceFinding } from './invoice-finding.ts'

/** The payout that invoices are for. */
export interface PayoutToCheck extends InvoiceParties {
  /** Fen */
  readonly amount: Fen
}

/** An invoice that was recorded before, of whatever vendor and time. */
export interface KnownInvoice {
  /** With its code before it. */
  readonly number: string
  /** Fen */
  readonly gross: Fen
  /** The blue invoice that a red letter takes back. */
  readonly original: string | null
  /** The vendor that it is on record for, where that is another than the payout's. */
  readonly elsewhere?: string
  /** The tax period in which it was ticked for deduction 抵扣勾选. */
  readonly deductedIn?: PlainMonth
}

export interface InvoiceCheck {
  readonly expect: 'accept' | 'reject' | 'duplicate' | 'reverses' | 'review'
  /** The first that applies, in the order of `INVOICE_CODES`. */
  readonly code: InvoiceCode | null
  /** The number that is known already. */
  readonly of: string | null
  /** The blue invoice a red letter takes back. */
  readonly original: string | null
  /** What is left of the original after all red letters, fen; null where the original is not known. */
  readonly remainingGross: Fen | null
  readonly findings: readonly InvoiceFinding[]
}

/** Where a number that cannot be told from another is wrong, nothing after it is asked. */
const BEFORE_DUPLICATES: readonly InvoiceCode[] = [
  'unreadable',
  'doctype_not_allowed',
  'invoice_number_malformed',
]

/** Whether invoices are fit for a payout, each by itself and all together, held against those on record. */
export function checkInvoices(
  readings: readonly InvoiceReading[],
  payout: PayoutToCheck,
  known: readonly KnownInvoice[],
): InvoiceCheck {
  const findings: InvoiceFinding[] = readings.flatMap((reading, at) =>
    reading.kind === 'problem'
      ? [{ ...findingOfProblem(reading), at }]
      : findingsOf(reading.invoice, payout).map((found) => ({ ...found, at })),
  )
  const invoices = readings.flatMap((reading, at) =>
    reading.kind === 'invoice' ? [{ at, invoice: reading.invoice }] : [],
  )
  const of = duplicates(invoices, known, findings)
  const red = redLetters(invoices, known, findings)
  const reversed = reversedBefore(invoices, known, findings)
  if (red === null && invoices.length === readings.length) amount(invoices, reversed, payout, findings)
  const codes = new Set(findings.filter(({ severity }) => severity === 'must').map(({ rule }) => rule))
  const code = INVOICE_CODES.find((each) => codes.has(each)) ?? null
  const original = red?.original ?? null
  const told = { code, of, original, remainingGross: red?.remaining ?? null, findings }
  if (of !== null && (code === null || !BEFORE_DUPLICATES.includes(code))) {
    return { ...told, expect: 'duplicate', code: null }
  }
  if (code !== null) return { ...told, expect: code === 'kind_unknown' ? 'review' : 'reject' }
  if (red === null) return { ...told, expect: 'accept' }
  return { ...told, expect: original === null ? 'review' : 'reverses' }
}

/** One that names no party at all is known by its code alone. */
function findingsOf(invoice: Invoice, parties: InvoiceParties) {
  const isCode = [invoice.seller, invoice.sellerTaxId, invoice.buyer, invoice.buyerTaxId].every(
    (party) => party === '',
  )
  return isCode ? [onlyCode()] : findingsOfInvoice(invoice, parties)
}

interface Placed {
  readonly at: number
  readonly invoice: Invoice
}

/** The first number that is there already, on record or earlier in the same list. */
function duplicates(
  invoices: readonly Placed[],
  known: readonly KnownInvoice[],
  findings: InvoiceFinding[],
): string | null {
  const seen = new Set(known.map(({ number }) => number))
  let first: string | null = null
  for (const { at, invoice } of invoices) {
    const number = invoiceNumber(invoice)
    if (seen.has(number)) {
      first ??= number
      const remedy = {
        zh: `发票 ${number} 已登记过：请换一张未用过的发票`,
        en: `Invoice ${number} is on record: another one is needed`,
      }
      findings.push({ ...must('duplicate', 'number', '', remedy), at })
    }
    seen.add(number)
  }
  return first
}

/** What the red letters among them take back; null where there is none. */
function redLetters(
  invoices: readonly Placed[],
  known: readonly KnownInvoice[],
  findings: InvoiceFinding[],
): { readonly original: string | null; readonly remaining: Fen | null } | null {
  const all = new Map(known.map((each) => [each.number, each]))
  for (const { invoice } of invoices) {
    const number = invoiceNumber(invoice)
    const { gross, redLetter } = invoice
    if (gross !== null && !all.has(number))
      all.set(number, { number, gross, original: redLetter?.original ?? null })
  }
  let first: { readonly original: string | null; readonly remaining: Fen | null } | null = null
  for (const { at, invoice } of invoices) {
    if (invoice.redLetter === null) continue
    const { original } = invoice.redLetter
    const remaining = original === null ? null : remainingOf(original, [...all.values()])
    first ??= { original, remaining }
    findings.push({ ...redFinding(original, remaining), at })
    const blue = known.find(({ number }) => number === original)
    if (blue?.elsewhere !== undefined) {
      findings.push({ ...originalElsewhere(blue.number, blue.elsewhere), at })
    }
    if (blue?.deductedIn !== undefined) {
      findings.push({ ...deductedBefore(blue.number, blue.deductedIn, invoice.tax), at })
    }
  }
  return first
}

/** What red letters on record take from the invoices among them, which come after them. Fen, zero or below. */
function reversedBefore(
  invoices: readonly Placed[],
  known: readonly KnownInvoice[],
  findings: InvoiceFinding[],
): Fen {
  let all: Fen = 0
  for (const { at, invoice } of invoices) {
    const reds = known.filter(({ original }) => original !== null && original === invoiceNumber(invoice))
    if (invoice.redLetter !== null || reds.length === 0) continue
    const taken = reds.reduce((sum, { gross }) => sum + gross, 0)
    const strange = reds.find(({ elsewhere }) => elsewhere !== undefined)
    all += taken
    findings.push({ ...reversedFinding(reds, (invoice.gross ?? 0) + taken), at })
    if (strange?.elsewhere !== undefined) {
      findings.push({ ...redLetterElsewhere(strange.number, strange.elsewhere), at })
    }
  }
  return all
}

/** What is left of an invoice after the red letters that name it, fen; null where it is not known. */
export function remainingOf(original: string, all: readonly KnownInvoice[]): Fen | null {
  const blue = all.find(({ number }) => number === original)
  if (blue === undefined) return null
  return all.filter((each) => each.original === original).reduce((sum, { gross }) => sum + gross, blue.gross)
}

function redFinding(original: string | null, remaining: Fen | null): Finding {
  if (original === null) {
    return must('red_letter_original_missing', 'remark', '', {
      zh: '红字发票没有写明被红冲的蓝字发票号码：请人工对应',
      en: 'The red-letter invoice does not name the one it reverses: assign it by hand',
    })
  }
  if (remaining !== null && remaining < 0) {
    return must('red_letter_exceeds_original', 'gross', '', {
      zh: `红字合计比蓝字发票 ${original} 多 ${formatYuan(-remaining)}：请按原票核对`,
      en: `The red letters exceed invoice ${original} by ${formatYuan(-remaining)}: check them against the originals`,
    })
  }
  const left = remaining === null ? null : formatYuan(remaining)
  return {
    ...must('red_letter', 'remark', '', {
      zh: `红冲发票 ${original}${left === null ? '' : `，还剩 ${left}`}：付款需要新的发票`,
      en: `It reverses invoice ${original}${left === null ? '' : `, ${left} of it are left`}: the payout needs another invoice`,
    }),
    severity: 'info',
  }
}

type Finding = Omit<InvoiceFinding, 'at'>

function originalElsewhere(number: string, vendor: string): Finding {
  return must('red_letter_elsewhere', 'remark', '', {
    zh: `被红冲的发票 ${number} 登记在“${vendor}”名下：请在那一家名下登记这张红字发票`,
    en: `Invoice ${number}, which it reverses, is on record for ${vendor}: record the red letter there`,
  })
}

function redLetterElsewhere(number: string, vendor: string): Finding {
  return must('red_letter_elsewhere', 'number', '', {
    zh: `“${vendor}”名下的红字发票 ${number} 红冲的就是这一张：请先撤销那张红字发票，再登记到同一家名下`,
    en: `Red letter ${number}, on record for ${vendor}, reverses this one: withdraw it and record both for one provider`,
  })
}

function deductedBefore(number: string, period: PlainMonth, tax: Fen | null): Finding {
  const amount = tax === null ? '' : ` ${formatYuan(Math.abs(tax))}`
  return {
    ...must('red_letter_deducted', 'tax', '', {
      zh: `发票 ${number} 已在 ${period} 所属期勾选抵扣：请转出进项税额${amount}`,
      en: `Invoice ${number} was ticked for deduction in ${period}: transfer input tax${amount} out`,
    }),
    severity: 'should',
  }
}

function reversedFinding(reds: readonly KnownInvoice[], left: Fen): Finding {
  const numbers = reds.map(({ number }) => number)
  if (left < 0) {
    return must('red_letter_exceeds_original', 'gross', '', {
      zh: `已有红字发票 ${numbers.join('、')}，合计比这一张多 ${formatYuan(-left)}：请按原票核对`,
      en: `Red letters ${numbers.join(', ')} are on record and exceed it by ${formatYuan(-left)}: check them against the originals`,
    })
  }
  return {
    ...must('reversed_before', 'gross', '', {
      zh: `已被红字发票 ${numbers.join('、')} 红冲，还剩 ${formatYuan(left)}：不足部分需要新的发票`,
      en: `Reversed by ${numbers.join(', ')}, ${formatYuan(left)} of it are left: what is missing needs another invoice`,
    }),
    severity: 'should',
  }
}

/** Together they come to exactly the payout, less what is reversed already. */
function amount(
  invoices: readonly Placed[],
  reversed: Fen,
  { amount: due }: PayoutToCheck,
  findings: InvoiceFinding[],
) {
  const total = invoices.reduce((sum, { invoice }) => sum + (invoice.gross ?? 0), reversed)
  if (total === due) return
  const [one] = invoices
  const isOne = invoices.length === 1
  const missing = due - total
  const zh =
    missing > 0 && !isOne
      ? `再补一张 ${formatYuan(missing)} 的发票`
      : `请按 ${formatYuan(due)} 重开${isOne ? '' : `（多开 ${formatYuan(-missing)}）`}`
  const en =
    missing > 0 && !isOne
      ? `one more over ${formatYuan(missing)} is needed`
      : `have it reissued over ${formatYuan(due)}${isOne ? '' : ` (${formatYuan(-missing)} too much)`}`
  const remedy = {
    zh: `价税合计应为 ${formatYuan(due)}，实为 ${formatYuan(total)}：${zh}`,
    en: `The gross has to be ${formatYuan(due)}, it is ${formatYuan(total)}: ${en}`,
  }
  findings.push({ ...must('amount_mismatch', 'gross', '', remedy), at: one?.at ?? 0 })
}
