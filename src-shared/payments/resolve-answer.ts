import { plainAccount } from '../rules/bank-matching/line-to-match.ts'
import type { AnswerStatus, BankAnswer, PaymentAnswer } from './bank-answer.ts'
import type { FilePayment } from './payment-file.ts'

/** What the bank says of one of our payments; null where it says nothing of it, or in words nobody knows. */
export interface ResolvedAnswer {
  readonly reference: string
  readonly status: AnswerStatus | null
  readonly said: string
  readonly reason: string
}

export interface AnswerDifference {
  readonly code: 'not-in-batch' | 'amount-differs' | 'not-answered' | 'another-message'
  readonly place: string
}

export interface Resolution {
  /** One for each of our payments, in their order. */
  readonly answers: readonly ResolvedAnswer[]
  readonly differences: readonly AnswerDifference[]
}

type OurPayment = Pick<FilePayment, 'reference' | 'amount'> & { readonly payee: { readonly account: string } }

/**
 * Finds to each of our payments what the bank says of it: by its reference, else by account and amount where exactly one
 * payment has both, else by what the bank says of all. An answer to another message says nothing of ours. Pure.
 */
export function resolveAnswer(
  answer: BankAnswer,
  payments: readonly OurPayment[],
  messageId: string | null,
): Resolution {
  if (answer.messageId !== null && messageId !== null && answer.messageId !== messageId) {
    return {
      answers: payments.map(({ reference }) => unanswered(reference)),
      differences: [{ code: 'another-message', place: answer.messageId }],
    }
  }
  const differences: AnswerDifference[] = []
  const byReference = new Map(payments.map((payment) => [payment.reference, payment]))
  const byAccount = Map.groupBy(payments, (payment) => accountKey(payment.payee.account, payment.amount))
  const found = new Map<string, PaymentAnswer>()
  for (const each of answer.payments) {
    const payment = paymentOf(each, byReference, byAccount)
    if (payment === null || found.has(payment.reference)) {
      differences.push({ code: 'not-in-batch', place: each.reference || each.account })
    } else if (each.amount !== null && each.amount !== payment.amount) {
      differences.push({ code: 'amount-differs', place: payment.reference })
    } else found.set(payment.reference, each)
  }
  const answers = payments.map(({ reference }): ResolvedAnswer => {
    const said = found.get(reference) ?? answer.others
    if (said === null) differences.push({ code: 'not-answered', place: reference })
    return said === null
      ? unanswered(reference)
      : { reference, status: said.status, said: said.said, reason: said.reason }
  })
  return { answers, differences }
}

function paymentOf(
  { reference, account, amount }: PaymentAnswer,
  byReference: ReadonlyMap<string, OurPayment>,
  byAccount: ReadonlyMap<string, readonly OurPayment[]>,
): OurPayment | null {
  if (reference !== '') return byReference.get(reference) ?? null
  const [only, another] = amount === null ? [] : (byAccount.get(accountKey(account, amount)) ?? [])
  return only === undefined || another !== undefined ? null : only
}

function accountKey(account: string, amount: number): string {
  return `${plainAccount(account)} ${amount}`
}

function unanswered(reference: string): ResolvedAnswer {
  return { reference, status: null, said: '', reason: '' }
}
