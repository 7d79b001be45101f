import type { Bilingual } from '../base/bilingual.ts'
import type { AnswerProblem, AnswerStatus } from '../payments/bank-answer.ts'
import type { AnswerDifference } from '../payments/resolve-answer.ts'

/** What a bank says of a payment, in words; `unknown` where its word is not known. */
export const STATUS_WORDS: Readonly<Record<AnswerStatus | 'unknown', Bilingual>> = {
  accepted: { zh: '银行已受理', en: 'Accepted' },
  pending: { zh: '银行处理中', en: 'Pending' },
  rejected: { zh: '银行拒绝', en: 'Rejected' },
  unknown: { zh: '状态不明', en: 'Unknown' },
}

/** What is wrong in an answer itself. */
export const ANSWER_WORDS: Readonly<Record<AnswerProblem['code'], Bilingual>> = {
  'status-unknown': {
    zh: '银行的状态词无法识别：请人工判断',
    en: "the bank's word for the status is not known: decide by hand",
  },
  'answered-twice': {
    zh: '同一笔有两种说法：请向银行核实',
    en: 'one payment is answered in two ways: ask the bank',
  },
  'nothing-answered': { zh: '没有一笔付款的结果', en: 'it answers no payment' },
  'row-without-payment': { zh: '这一行看不出是哪一笔', en: 'the row names no payment' },
}

/** Where an answer and the batch it answers differ. */
export const DIFFERENCE_WORDS: Readonly<Record<AnswerDifference['code'], Bilingual>> = {
  'another-message': { zh: '回盘对应的是另一个批次', en: 'it answers another batch' },
  'not-in-batch': { zh: '本批次没有这一笔', en: 'the batch has no such payment' },
  'amount-differs': { zh: '金额与本批次不符', en: 'the amount is not that of the batch' },
  'not-answered': { zh: '银行没有说明这一笔', en: 'the bank says nothing of it' },
}
