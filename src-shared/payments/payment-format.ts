import type { PaymentOrder } from './payment.ts'
import { orderProblems, type PaymentProblem } from './payment-problem.ts'
import type { BankTemplate } from './templates/bank-template.ts'
import { templateSheet } from './templates/template-sheet.ts'

/** In what form a bank takes payments. */
export type PaymentFormat =
  | { readonly kind: 'pain.001' }
  | { readonly kind: 'template'; readonly template: BankTemplate }

/** What a bank would refuse in an order written in that form, or a person should look at. Pure. */
export function formatProblems(order: PaymentOrder, format: PaymentFormat): PaymentProblem[] {
  const own = format.kind === 'template' ? templateSheet(format.template, order).problems : []
  return [...orderProblems(order), ...own]
}
