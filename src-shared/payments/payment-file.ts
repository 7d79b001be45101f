import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'
import { controlTotals, type Payment } from './payment.ts'
import type { PaymentProblem } from './payment-problem.ts'

/** A payment as a file has it: not every bank's template has a day. */
export type FilePayment = Omit<Payment, 'executeOn'> & { readonly executeOn: PlainDate | null }

/** What a file of payments says. */
export interface PaymentFile {
  /** `pain.001.001.09` as the file names itself, or the id of the bank's template. */
  readonly kind: string
  /** Null where the format has none. */
  readonly messageId: string | null
  /** Payments that can be read; problems name the others. */
  readonly payments: readonly FilePayment[]
  /** Rows or transactions that stand in the file. */
  readonly count: number
  /** Sum of the amounts that can be read, fen. */
  readonly total: Fen
  readonly problems: readonly PaymentProblem[]
}

/** `stated`: transactions in the file, those that cannot be read among them. */
export function paymentFile(
  file: Pick<PaymentFile, 'kind' | 'messageId' | 'payments' | 'problems'>,
  stated: number,
): PaymentFile {
  return { ...file, count: stated, total: controlTotals(file.payments).total }
}
