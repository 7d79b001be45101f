import type { Fen } from '../../money/fen.ts'
import type { Payment, PaymentOrder } from '../payment.ts'
import { length, type PaymentProblem, paymentProblem } from '../payment-problem.ts'
import { isSameBank } from '../same-bank.ts'
import type { BankTemplate, ColumnContent } from './bank-template.ts'

/** A cell of a bank's file: text that no spreadsheet may take for a number, or an amount. */
export type TemplateCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly fen: Fen }

export interface TemplateSheet {
  /** Headings first; then a row for each payment, in their order. */
  readonly rows: readonly (readonly TemplateCell[])[]
  /** What the template's own columns refuse; what any bank refuses is said by `orderProblems`. */
  readonly problems: readonly PaymentProblem[]
}

/** The rows of a bank's file for an order. The same order always gives the same rows. */
export function templateSheet(template: BankTemplate, order: PaymentOrder): TemplateSheet {
  const problems: PaymentProblem[] = []
  const headings = template.columns.map(({ heading }): TemplateCell => ({ kind: 'text', text: heading }))
  const rows = order.payments.map((payment, at) =>
    template.columns.map(({ heading, content, maxLength, isRequired }): TemplateCell => {
      const cell = cellOf(content, payment, order, at + 1)
      if (cell.kind === 'amount') return cell
      if (isRequired && cell.text === '') {
        problems.push(paymentProblem('column-missing', payment.reference, heading))
      }
      if (maxLength !== null && length(cell.text) > maxLength) {
        problems.push(
          paymentProblem('column-too-long', payment.reference, `${heading} ${maxLength}: ${cell.text}`),
        )
      }
      return cell
    }),
  )
  return { rows: [headings, ...rows], problems }
}

function cellOf(
  content: ColumnContent,
  { payee, amount, reference, purpose, executeOn }: Payment,
  { payer }: PaymentOrder,
  sequence: number,
): TemplateCell {
  const text = (value: string | null): TemplateCell => ({ kind: 'text', text: value ?? '' })
  switch (content.kind) {
    case 'text':
      return text(content.text)
    case 'sequence':
      return text(String(sequence))
    case 'reference':
      return text(reference)
    case 'payer-account':
      return text(payer.account)
    case 'payer-name':
      return text(payer.name)
    case 'payer-bank':
      return text(payer.bank)
    case 'payee-account':
      return text(payee.account)
    case 'payee-name':
      return text(payee.name)
    case 'payee-bank':
      return text(payee.bank)
    case 'payee-bank-code':
      return text(payee.bankCode)
    case 'amount':
      return { kind: 'amount', fen: amount }
    case 'purpose':
      return text(purpose)
    case 'day':
      return text(executeOn.replaceAll('-', ''))
    case 'own-or-other':
      // By its name where its code is not known; a bank of another name may be a branch of the same: the column stays empty.
      if (payee.bankCode === null) return text(isSameBank(payer, payee) ? content.own : '')
      return text(payee.bankCode.startsWith(content.bankDigits) ? content.own : content.other)
  }
}
