import type { Fen } from '../../money/fen.ts'
import type { IssuedInvoice } from './read-numbers.ts'

/** An invoice or red letter of ours that has no number yet. Fen. */
export interface AwaitingNumber {
  readonly id: string
  readonly gross: Fen
  readonly taxId: string | null
  /** Of a red letter: the invoice it takes back; null where nobody has named it. */
  readonly blueNumber: string | null
}

export const UNMATCHED_REASONS = [
  /** None of ours waits for it. */
  'nobody-waits',
  /** More than one of ours could be it. */
  'several-wait',
  /** Its reference, or its buyer, is ours; its amount is not. */
  'amount-differs',
  /** The number is recorded already. */
  'known',
] as const
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number]

export type NumberMatch =
  | {
      readonly kind: 'matched'
      readonly invoice: IssuedInvoice
      readonly id: string
      /** Of a red letter. */
      readonly blueNumber: string | null
    }
  | {
      readonly kind: 'not-matched'
      readonly invoice: IssuedInvoice
      readonly why: UnmatchedReason
      /** What ours comes to, where the amount differs. Fen. */
      readonly ours: Fen | null
    }

/** 被红冲蓝字数电发票号码：… in the remark of a red letter. */
const BLUE = /被红冲(?:蓝字)?(?:数电)?发票号码[:：]\s*(\d{20})/

/**
 * Which of ours each invoice of a file is: by our reference in its remark, of a red letter by the invoice it names, else by
 * buyer and amount where one alone fits. Each of ours takes one number.
 */
export function matchNumbers(
  invoices: readonly IssuedInvoice[],
  awaiting: readonly AwaitingNumber[],
  known: ReadonlySet<string>,
): NumberMatch[] {
  const left = new Map(awaiting.map((each) => [each.id, each]))
  return invoices.map((invoice): NumberMatch => {
    if (known.has(invoice.number)) return { kind: 'not-matched', invoice, why: 'known', ours: null }
    const found = theOne(invoice, [...left.values()])
    if (typeof found === 'string') return { kind: 'not-matched', invoice, why: found, ours: null }
    if (found.gross !== invoice.gross) {
      return { kind: 'not-matched', invoice, why: 'amount-differs', ours: found.gross }
    }
    left.delete(found.id)
    const blueNumber = invoice.gross < 0 ? (found.blueNumber ?? blueOf(invoice)) : null
    return { kind: 'matched', invoice, id: found.id, blueNumber }
  })
}

function theOne(
  invoice: IssuedInvoice,
  awaiting: readonly AwaitingNumber[],
): AwaitingNumber | UnmatchedReason {
  const isRed = invoice.gross < 0
  const side = awaiting.filter(({ gross }) => gross < 0 === isRed)
  const named = side.find(({ id }) => invoice.remark.includes(id))
  if (named !== undefined) return named
  if (isRed) {
    const blue = blueOf(invoice)
    const taking = blue === null ? undefined : side.find(({ blueNumber }) => blueNumber === blue)
    // Without the invoice it takes back a red letter is nobody's.
    if (taking !== undefined || blue === null) return taking ?? 'nobody-waits'
  }
  const buyers = side.filter(({ taxId, blueNumber }) => taxId === invoice.taxId && blueNumber === null)
  const equal = buyers.filter(({ gross }) => gross === invoice.gross)
  const [first] = equal
  if (first !== undefined) return equal.length === 1 ? first : 'several-wait'
  const [only] = buyers
  return only !== undefined && buyers.length === 1 ? only : 'nobody-waits'
}

function blueOf({ remark }: IssuedInvoice): string | null {
  return BLUE.exec(remark)?.[1] ?? null
}
