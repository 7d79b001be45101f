import type { BankSaid, BatchPayment } from '#shared/contracts/console-platform/records/payout-batch.ts'

/** How an answer stands to what is known of a payment. */
export type AnswerState = 'fresh' | 'same' | 'changed' | 'silent' | 'closed'

/** What an answer would change of a payment; one that failed, or that a line shows, an answer changes no more. */
export function answerState(
  { answer, failed, paidBy }: Pick<BatchPayment, 'answer' | 'failed' | 'paidBy'>,
  given: BankSaid | undefined,
): AnswerState {
  if (failed !== null || paidBy !== null) return 'closed'
  if (given === undefined) return 'silent'
  if (answer === null) return 'fresh'
  const isSame =
    answer.status === given.status && answer.said === given.said && answer.reason === given.reason
  return isSame ? 'same' : 'changed'
}
