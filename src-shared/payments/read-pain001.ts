import { decimalAmount } from '../bank-statements/amount.ts'
import { child, children, type Node, text, textAt } from '../bank-statements/international/xml-node.ts'
import { plainDateSchema } from '../calendar/plain-date.ts'
import type { Fen } from '../money/fen.ts'
import type { Payment, PaymentAccount } from './payment.ts'
import { type PaymentFile, paymentFile } from './payment-file.ts'
import { orderProblems, type PaymentProblem, paymentProblem } from './payment-problem.ts'

/** Reads a pain.001 of any version and says what a bank would refuse in it. Null where the message is none. */
export function readPain001(document: Node, version: string | null): PaymentFile | null {
  const message = child(document, 'CstmrCdtTrfInitn')
  if (message === null) return null
  const header = child(message, 'GrpHdr')
  const problems: PaymentProblem[] = []
  const groups = children(message, 'PmtInf').map((node) => readGroup(node, problems))
  const payments = groups.flatMap((group) => group.payments)
  const stated = groups.reduce((sum, { count }) => sum + count, 0)
  const messageId = trimmed(header, 'MsgId')
  if (Number.isNaN(Date.parse(trimmed(header, 'CreDtTm')))) {
    problems.push(paymentProblem('instant-unreadable', 'message', trimmed(header, 'CreDtTm')))
  }
  const total = payments.reduce((sum, { amount }) => sum + amount, 0)
  problems.push(...statedTotals(header, 'message', stated, total, true))
  const payers = groups.map(({ payer }) => payer)
  const [payer = NOBODY] = payers
  if (payers.some(({ account }) => account !== payer.account)) {
    problems.push(paymentProblem('payers-differ', 'message'))
  }
  problems.push(...orderProblems({ messageId, payer, payments }))
  return paymentFile({ kind: version ?? 'pain.001', messageId, payments, problems }, stated)
}

const NOBODY: PaymentAccount = { name: '', account: '', bank: null, bankCode: null }

interface Group {
  readonly payer: PaymentAccount
  readonly payments: readonly Payment[]
  readonly count: number
}

function readGroup(node: Node, problems: PaymentProblem[]): Group {
  const day = trimmed(node, 'ReqdExctnDt', 'Dt') || trimmed(node, 'ReqdExctnDt', 'DtTm').slice(0, 10)
  const executeOn = day || trimmed(node, 'ReqdExctnDt')
  const id = trimmed(node, 'PmtInfId')
  const isDay = plainDateSchema.safeParse(executeOn).success
  if (!isDay) problems.push(paymentProblem('date-unreadable', id, executeOn))
  const transfers = children(node, 'CdtTrfTxInf')
  const payments = transfers.flatMap((each, at) => {
    const payment = readTransfer(each, executeOn, `${id}/${at + 1}`, problems)
    return payment === null || !isDay ? [] : [payment]
  })
  const total = payments.reduce((sum, { amount }) => sum + amount, 0)
  problems.push(...statedTotals(node, id, transfers.length, total, false))
  const payer = readAccount(node, 'Dbtr', 'DbtrAcct', 'DbtrAgt')
  return { payer, payments, count: transfers.length }
}

function readTransfer(
  node: Node,
  executeOn: string,
  place: string,
  problems: PaymentProblem[],
): Payment | null {
  const reference = trimmed(node, 'PmtId', 'EndToEndId')
  const stated = child(child(node, 'Amt'), 'InstdAmt')
  const currency = textAt(stated, '@Ccy')
  if (currency !== 'CNY') problems.push(paymentProblem('currency-not-cny', reference || place, currency))
  const written = stated === null ? '' : text(stated).trim()
  const amount = readDecimal(written)
  if (amount === null) {
    problems.push(paymentProblem('amount-unreadable', reference || place, written))
    return null
  }
  const purpose = children(child(node, 'RmtInf'), 'Ustrd').map(text).join('')
  return { reference, payee: readAccount(node, 'Cdtr', 'CdtrAcct', 'CdtrAgt'), amount, purpose, executeOn }
}

/** A decimal of XML schema in whole fen, digit by digit: `5.0100` is one, `5.001` is none. */
function readDecimal(written: string): Fen | null {
  const match = /^\+?(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(written)
  if (match === null) return null
  return Number((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'))
}

function readAccount(node: Node, party: string, account: string, agent: string): PaymentAccount {
  const institution = child(child(node, agent), 'FinInstnId')
  return {
    name: textAt(node, party, 'Nm'),
    account: trimmed(node, account, 'Id', 'Othr', 'Id') || trimmed(node, account, 'Id', 'IBAN'),
    bank: textAt(institution, 'Nm') || null,
    bankCode: trimmed(institution, 'ClrSysMmbId', 'MmbId') || null,
  }
}

/** What a header states of count and sum; the group must state a count. */
function statedTotals(
  node: Node | null,
  place: string,
  count: number,
  total: Fen,
  isCountDue: boolean,
): PaymentProblem[] {
  const problems: PaymentProblem[] = []
  const statedCount = trimmed(node, 'NbOfTxs')
  if ((statedCount !== '' || isCountDue) && Number(statedCount || Number.NaN) !== count) {
    problems.push(paymentProblem('count-differs', place, `${statedCount} / ${count}`))
  }
  const statedTotal = trimmed(node, 'CtrlSum')
  if (statedTotal !== '' && readDecimal(statedTotal) !== total) {
    problems.push(paymentProblem('total-differs', place, `${statedTotal} / ${decimalAmount(total)}`))
  }
  return problems
}

function trimmed(node: Node | null | undefined, ...path: readonly string[]): string {
  return textAt(node, ...path).trim()
}
