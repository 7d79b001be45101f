import type { Instant } from '../base/ids.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'

/** Most characters of a payment's parts: ISO 20022 for references and the purpose, CNAPS for account, name and bank code. */
export const PAYMENT_LENGTHS = {
  reference: 35,
  messageId: 35,
  name: 60,
  account: 32,
  bankCode: 14,
  bank: 140,
  purpose: 140,
} as const

/** An account that money leaves or reaches. */
export interface PaymentAccount {
  readonly name: string
  readonly account: string
  /** The bank and branch it is held at 开户行; null where it is not known. */
  readonly bank: string | null
  /** 联行号 of CNAPS, 12 digits; null where it is not known. */
  readonly bankCode: string | null
}

/** One payment out. What is in it is as people wrote it: `orderProblems` says whether a bank takes it. */
export interface Payment {
  /** End-to-end reference: of one payment only, whatever batch. */
  readonly reference: string
  readonly payee: PaymentAccount
  readonly amount: Fen
  readonly purpose: string
  /** The day the bank is to pay. */
  readonly executeOn: PlainDate
}

/** Payments that one file carries. Its id and instant are its own: the bank knows a duplicate by them. */
export interface PaymentOrder {
  readonly messageId: string
  readonly createdAt: Instant
  readonly payer: PaymentAccount
  readonly payments: readonly Payment[]
}

/** 合计笔数与金额. */
export interface ControlTotals {
  readonly count: number
  /** Fen. */
  readonly total: Fen
}

export function controlTotals(payments: readonly Pick<Payment, 'amount'>[]): ControlTotals {
  return { count: payments.length, total: payments.reduce((sum, { amount }) => sum + amount, 0) }
}
