import type { Bilingual } from '../base/bilingual.ts'
import type { AnswerProblem, AnswerStatus } from '../payments/bank-answer.ts'
import type { PaymentFileRefusal } from '../payments/read-payment-file.ts'
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

/** Why a file of payments, or a bank's answer, is not read, and what to do. */
export const PAYMENT_FILE_REFUSALS: Readonly<Record<PaymentFileRefusal, Bilingual>> = {
  empty: { zh: '文件是空的', en: 'the file holds nothing' },
  'too-large': {
    zh: '文件过大，超过一个付款批次：请拆分',
    en: 'the file is larger than any batch of payments: split it',
  },
  picture: {
    zh: '这是图片或 PDF：请向银行索取 pain.002 或结果明细表格',
    en: 'a picture or PDF: ask the bank for pain.002 or its result workbook',
  },
  doctype: {
    zh: 'XML 含 DOCTYPE 或实体，不予读取',
    en: 'XML with a DOCTYPE or an entity is refused',
  },
  'broken-xml': {
    zh: 'XML 不完整，或不是 ISO 20022 报文',
    en: 'the XML is torn, or no Document of ISO 20022',
  },
  'broken-workbook': {
    zh: '表格损坏或不是表格：请用表格软件打开后另存',
    en: 'the workbook is torn or is none: open it in a spreadsheet program and save it again',
  },
  'another-file': {
    zh: '无法识别：另一种报文，或表格中没有可识别的列',
    en: 'another kind of message, or a table whose columns no mapping knows: draw one up',
  },
}

/** Reasons of ISO 20022 (ExternalStatusReason1Code) that banks give for a payment. */
/** Of a file without references that is on record as the answer to another batch: its payments may be that one's. */
export const RECORDED_ELSEWHERE: Bilingual = {
  zh: '这个文件已登记为该批次的回盘，且没有本批次的参考号：请确认不是上一批的结果',
  en: 'this file is on record as the answer to that batch and has no reference of this one: make sure that it is not the result of the one before',
}

const REASON_CODES: Readonly<Record<string, Bilingual>> = {
  AC01: { zh: '收款账号不正确', en: 'The account number is wrong' },
  AC04: { zh: '账户已销户', en: 'The account is closed' },
  AC06: { zh: '账户被冻结', en: 'The account is blocked' },
  AG01: { zh: '该账户不允许此类交易', en: 'The account does not allow this transaction' },
  AM02: { zh: '金额超过限额', en: 'The amount is above a limit' },
  AM04: { zh: '付款账户余额不足', en: 'There is not enough money in the account' },
  AM05: { zh: '重复的付款', en: 'It was sent before' },
  AM09: { zh: '金额不正确', en: 'The amount is wrong' },
  BE01: { zh: '户名与账号不符', en: 'Name and account do not fit' },
  CURR: { zh: '币种不正确', en: 'The currency is wrong' },
  CUST: { zh: '应客户要求撤销', en: 'Taken back at our request' },
  DT01: { zh: '日期无效', en: 'The date is invalid' },
  DUPL: { zh: '重复的付款', en: 'It was sent before' },
  ED05: { zh: '清算失败', en: 'It was not settled' },
  FF01: { zh: '文件格式不正确', en: 'The form of the file is wrong' },
  MS02: { zh: '收款方未说明原因', en: 'The payee gives no reason' },
  MS03: { zh: '银行未说明原因', en: 'The bank gives no reason' },
  RC01: { zh: '联行号不正确', en: 'The bank code is wrong' },
  RR04: { zh: '监管原因', en: 'For a reason of the authorities' },
  TM01: { zh: '超过当日截止时间', en: 'After the time of the day' },
}

/** A bank's reason, with what its code stands for before it where that is known. */
export function reasonInWords(reason: string): Bilingual {
  const [code = ''] = reason.split(' ')
  const known = Object.hasOwn(REASON_CODES, code) ? REASON_CODES[code] : undefined
  if (known === undefined) return { zh: reason, en: reason }
  // Banks often add what the code says anyway.
  const bare = [known.zh, known.en].some((words) => reason === `${code} ${words}`) ? code : reason
  return { zh: `${known.zh}（${bare}）`, en: `${known.en} (${bare})` }
}
