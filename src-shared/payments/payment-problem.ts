import type { Bilingual } from '../base/bilingual.ts'
import { isCnapsCode } from './cnaps-code.ts'
import { PAYMENT_LENGTHS, type Payment, type PaymentAccount, type PaymentOrder } from './payment.ts'
import { isSameBank } from './same-bank.ts'

/** `must`: a bank would refuse it or pay otherwise. `should`: a person looks at it; it stops nothing. */
export interface PaymentProblem {
  readonly code: PaymentProblemCode
  readonly severity: 'must' | 'should'
  /** The payment's reference, `payer`, or what the file calls the place. */
  readonly place: string
  /** What was found there; empty where there is nothing. */
  readonly found: string
}

const PROBLEMS = {
  'no-payments': { severity: 'must', zh: '没有一笔付款', en: 'There is no payment' },
  'reference-missing': {
    severity: 'must',
    zh: '没有参考号：每笔付款须有自己的参考号',
    en: 'No reference: each payment needs its own',
  },
  'reference-too-long': {
    severity: 'must',
    zh: '参考号超过 35 个字符',
    en: 'The reference has more than 35 characters',
  },
  'reference-twice': {
    severity: 'must',
    zh: '参考号重复：银行会当作同一笔',
    en: 'The reference stands twice: a bank takes both for one payment',
  },
  'message-id-missing': { severity: 'must', zh: '没有报文编号', en: 'The message has no id' },
  'message-id-too-long': {
    severity: 'must',
    zh: '报文编号超过 35 个字符',
    en: 'The id of the message has more than 35 characters',
  },
  'name-missing': { severity: 'must', zh: '没有户名', en: 'The name of the account is missing' },
  'name-too-long': { severity: 'must', zh: '户名超过 60 个字符', en: 'The name has more than 60 characters' },
  'account-missing': { severity: 'must', zh: '没有账号', en: 'The account number is missing' },
  'account-too-long': {
    severity: 'must',
    zh: '账号超过 32 个字符',
    en: 'The account has more than 32 characters',
  },
  'bank-code-too-long': {
    severity: 'must',
    zh: '联行号超过 14 个字符',
    en: 'The bank code has more than 14 characters',
  },
  'bank-code-unproven': {
    severity: 'should',
    zh: '联行号的校验位不符：请核对',
    en: 'The check digit of the bank code does not fit: look it up',
  },
  'bank-code-missing': {
    severity: 'should',
    zh: '没有联行号：跨行付款可能被退回',
    en: 'No bank code: a payment to another bank may come back',
  },
  'bank-name-too-long': {
    severity: 'must',
    zh: '开户行名称超过 140 个字符',
    en: "The bank's name has more than 140 characters",
  },
  'purpose-missing': { severity: 'should', zh: '没有用途', en: 'No purpose is stated' },
  'purpose-too-long': {
    severity: 'must',
    zh: '用途超过 140 个字符',
    en: 'The purpose has more than 140 characters',
  },
  'character-refused': {
    severity: 'must',
    zh: '有控制字符或不成对的代理字符：文件写不下',
    en: 'A control character or half a surrogate pair: no file can carry it',
  },
  'amount-not-positive': { severity: 'must', zh: '金额不大于零', en: 'The amount is not above zero' },
  'amount-unreadable': {
    severity: 'must',
    zh: '金额不是到分为止的数字',
    en: 'The amount is no number of whole fen',
  },
  'currency-not-cny': { severity: 'must', zh: '币种不是人民币', en: 'The currency is not CNY' },
  'date-unreadable': { severity: 'must', zh: '日期无法识别', en: 'The date cannot be read' },
  'instant-unreadable': {
    severity: 'must',
    zh: '创建时间无法识别',
    en: 'The time of creation cannot be read',
  },
  'count-differs': {
    severity: 'must',
    zh: '合计笔数与明细不符',
    en: 'The stated count is not that of the payments',
  },
  'total-differs': {
    severity: 'must',
    zh: '合计金额与明细不符',
    en: 'The stated total is not that of the payments',
  },
  'column-too-long': {
    severity: 'must',
    zh: '超过模板该列的长度',
    en: "Longer than the template's column takes",
  },
  'column-missing': {
    severity: 'must',
    zh: '模板的必填列没有内容',
    en: 'A column that the template asks for is empty',
  },
  'payers-differ': { severity: 'must', zh: '付款账号不止一个', en: 'It is paid from more than one account' },
} as const satisfies Readonly<Record<string, Bilingual & { severity: PaymentProblem['severity'] }>>

export type PaymentProblemCode = keyof typeof PROBLEMS

/** Every code, for words and tests. */
export const PAYMENT_PROBLEM_CODES = Object.keys(PROBLEMS) as readonly PaymentProblemCode[]

export function paymentProblem(code: PaymentProblemCode, place: string, found = ''): PaymentProblem {
  return { code, severity: PROBLEMS[code].severity, place, found: found.slice(0, FOUND_SHOWN) }
}
/** More of a text helps nobody. */
const FOUND_SHOWN = 200

export function paymentProblemWords(code: PaymentProblemCode): Bilingual {
  const { zh, en } = PROBLEMS[code]
  return { zh, en }
}

/** Whether the file may be written or sent as it is. */
export function isPayable(problems: readonly PaymentProblem[]): boolean {
  return problems.every(({ severity }) => severity === 'should')
}

/** What is judged of an order: days and instants are right by their types. */
type JudgedPayment = Omit<Payment, 'executeOn'>
type JudgedOrder = Pick<PaymentOrder, 'messageId' | 'payer'> & { readonly payments: readonly JudgedPayment[] }

const PAYER = 'payer'

/** What a bank would refuse in an order, or a person should look at; in the order of its payments. */
export function orderProblems({ messageId, payer, payments }: JudgedOrder): PaymentProblem[] {
  const problems: PaymentProblem[] = []
  if (messageId === '') problems.push(paymentProblem('message-id-missing', 'message'))
  else if (length(messageId) > PAYMENT_LENGTHS.messageId) {
    problems.push(paymentProblem('message-id-too-long', 'message', messageId))
  }
  if (!isWritable(messageId)) problems.push(paymentProblem('character-refused', 'message', messageId))
  problems.push(...accountProblems(payer, PAYER))
  if (payments.length === 0) problems.push(paymentProblem('no-payments', 'message'))
  const references = new Set<string>()
  for (const [at, payment] of payments.entries()) {
    problems.push(...paymentProblems(payment, payer, payment.reference || String(at + 1)))
    if (payment.reference !== '' && references.has(payment.reference)) {
      problems.push(paymentProblem('reference-twice', payment.reference))
    }
    references.add(payment.reference)
  }
  return problems
}

function paymentProblems(
  { reference, payee, amount, purpose }: JudgedPayment,
  payer: PaymentAccount,
  place: string,
): PaymentProblem[] {
  const problems: PaymentProblem[] = []
  const say = (code: PaymentProblemCode, found = '') => problems.push(paymentProblem(code, place, found))
  if (reference === '') say('reference-missing')
  else if (length(reference) > PAYMENT_LENGTHS.reference) say('reference-too-long', reference)
  problems.push(...accountProblems(payee, place))
  // Our own bank knows its code, and that of its other accounts.
  if (payee.bankCode === null && !isSameBank(payer, payee)) say('bank-code-missing')
  if (amount <= 0) say('amount-not-positive', String(amount))
  if (purpose === '') say('purpose-missing')
  else if (length(purpose) > PAYMENT_LENGTHS.purpose) say('purpose-too-long', purpose)
  if (![reference, purpose].every(isWritable)) say('character-refused', purpose)
  return problems
}

function accountProblems({ name, account, bank, bankCode }: PaymentAccount, place: string): PaymentProblem[] {
  const problems: PaymentProblem[] = []
  const say = (code: PaymentProblemCode, found = '') => problems.push(paymentProblem(code, place, found))
  if (name === '') say('name-missing')
  else if (length(name) > PAYMENT_LENGTHS.name) say('name-too-long', name)
  if (account === '') say('account-missing')
  else if (length(account) > PAYMENT_LENGTHS.account) say('account-too-long', account)
  if (bank !== null && length(bank) > PAYMENT_LENGTHS.bank) say('bank-name-too-long', bank)
  if (bankCode !== null && length(bankCode) > PAYMENT_LENGTHS.bankCode) say('bank-code-too-long', bankCode)
  else if (bankCode !== null && !isCnapsCode(bankCode)) say('bank-code-unproven', bankCode)
  if (![name, account, bank ?? '', bankCode ?? ''].every(isWritable)) say('character-refused', name)
  return problems
}

/** Characters, not units: 𠮷 is one. */
export function length(text: string): number {
  return Array.from(text).length
}

/** Whether XML and a workbook can carry a text. */
function isWritable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  return text.isWellFormed() && !/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/u.test(text)
}
