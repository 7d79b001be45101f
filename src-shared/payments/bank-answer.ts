import type { Fen } from '../money/fen.ts'

/** What a bank says of a payment. `accepted` is not yet paid: only a line of the statement proves that. */
export const ANSWER_STATUSES = ['accepted', 'pending', 'rejected'] as const
export type AnswerStatus = (typeof ANSWER_STATUSES)[number]

export interface PaymentAnswer {
  /** Empty where the bank's file has none: then account and amount tell which payment it is. */
  readonly reference: string
  readonly account: string
  /** Fen; null where the file does not say. */
  readonly amount: Fen | null
  /** Null where the bank's word is unknown: a person decides. */
  readonly status: AnswerStatus | null
  /** The bank's own word or code for the status. */
  readonly said: string
  /** Code and words of the bank; empty where it gives none. */
  readonly reason: string
}

/** An answer of a bank 银行回盘, whatever file it came in. */
export interface BankAnswer {
  /** `pain.002.001.10`, or `workbook`. */
  readonly kind: string
  /** The message it answers; null where the format does not say. */
  readonly messageId: string | null
  readonly payments: readonly PaymentAnswer[]
  /** What holds for each payment that is not named; null where there is none. */
  readonly others: Pick<PaymentAnswer, 'status' | 'said' | 'reason'> | null
  /** Rows that name a payment twice with different words, or cannot be read. */
  readonly problems: readonly AnswerProblem[]
}

export interface AnswerProblem {
  readonly code: 'status-unknown' | 'answered-twice' | 'nothing-answered' | 'row-without-payment'
  /** The payment's reference, or the row. */
  readonly place: string
  readonly found: string
}

/** Answers without those that say again what was said, and what contradicts itself. */
export function answerOf(
  answer: Pick<BankAnswer, 'kind' | 'messageId' | 'payments' | 'others'>,
  rows: readonly AnswerProblem[] = [],
): BankAnswer {
  const problems: AnswerProblem[] = [...rows]
  const seen = new Map<string, PaymentAnswer>()
  const payments: PaymentAnswer[] = []
  for (const each of answer.payments) {
    const before = each.reference === '' ? undefined : seen.get(each.reference)
    if (before !== undefined) {
      if (before.status !== each.status) {
        problems.push({
          code: 'answered-twice',
          place: each.reference,
          found: `${before.said} / ${each.said}`,
        })
      }
      continue
    }
    seen.set(each.reference, each)
    payments.push(each)
    if (each.status === null) {
      problems.push({ code: 'status-unknown', place: each.reference || each.account, found: each.said })
    }
  }
  if (answer.others !== null && answer.others.status === null) {
    problems.push({ code: 'status-unknown', place: answer.messageId ?? 'message', found: answer.others.said })
  }
  if (payments.length === 0 && answer.others === null) {
    problems.push({ code: 'nothing-answered', place: 'message', found: '' })
  }
  return { ...answer, payments, problems }
}
