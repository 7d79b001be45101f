import PDFDocument from 'pdfkit'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { chineseCapitals } from '#shared/money/chinese-capitals.ts'
import type { Fen } from '#shared/money/fen.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { receiptFont } from './receipt-font.ts'
import { ReceiptSheet } from './receipt-sheet.ts'

/** What a receipt 收据 says. */
export interface ReceiptFacts {
  readonly number: string
  /** The day it was issued. */
  readonly on: PlainDate
  readonly receivedFrom: string
  readonly amount: Fen
  /** For what, and the sentence of the rule it is asked by. */
  readonly reason: string
  readonly rule: string
  /** How it came, oldest first; `account` is the payer's, null where this desk may not see it. */
  readonly payments: readonly {
    readonly on: PlainDate
    readonly account: string | null
    readonly amount: Fen
  }[]
  readonly issuer: string
  readonly handledBy: string
  /** The newest entry of the platform's audit log when it was printed. */
  readonly auditHead: string
  /** The day it became void; null while it holds. */
  readonly voidedOn: PlainDate | null
}

/** Payments told one by one; of more, the rest is counted. */
const PAYMENTS_SHOWN = 4

/** A receipt as a PDF of one page, A5 across. The same facts give the same bytes. */
export async function receiptPdf(facts: ReceiptFacts): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A5',
    layout: 'landscape',
    margin: 0,
    lang: 'zh-CN',
    font: receiptFont('Regular'),
    info: {
      Title: `收据 ${facts.number}`,
      Author: facts.issuer,
      CreationDate: new Date(`${facts.on}T00:00:00.000Z`),
    },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  draw(new ReceiptSheet(document), facts)
  document.end()
  await written
  return Buffer.concat(chunks)
}

function draw(sheet: ReceiptSheet, facts: ReceiptFacts): void {
  sheet.title('收　据', 'RECEIPT')
  sheet.headline(`日期　${chineseDate(facts.on)}`, `No. ${facts.number}`)
  sheet.row('交款单位', 'Received from', 44, facts.receivedFrom, { size: 14 })
  sheet.row('金额（大写）', 'Amount', 44, `人民币${chineseCapitals(facts.amount)}`, {
    size: 14,
    right: formatYuan(facts.amount),
  })
  sheet.row('收款事由', 'In respect of', 58, facts.reason, { size: 12, note: facts.rule })
  sheet.row('收款方式', 'By', 76, paymentWords(facts.payments), { size: 11 })
  sheet.foot([
    ['收款单位（盖章）', facts.issuer],
    ['经手人', facts.handledBy],
  ])
  sheet.smallPrint('本收据仅证明收到上述保证金，不是发票，不作报销、抵扣凭证。Not an invoice (fapiao).')
  sheet.auditLine(facts.auditHead)
  if (facts.voidedOn !== null) sheet.stamp('作 废', facts.voidedOn)
}

function paymentWords(payments: ReceiptFacts['payments']): string {
  const shown = payments.slice(0, PAYMENTS_SHOWN).map(({ on, account, amount }) => {
    const from = account === null ? '' : `　付款账号 ${maskedAccount(account)}`
    return `${on}${from}　${formatYuan(amount)}`
  })
  const left = payments.length - shown.length
  const rest = left > 0 ? [`另有 ${left} 笔，见台账`] : []
  return ['银行转账', ...shown, ...rest].join('\n')
}

/** The number of an account with its middle left out: enough to know it again, not enough to use it. */
export function maskedAccount(account: string): string {
  const bare = account.replaceAll(/[\s-]/g, '')
  return bare.length > 8 ? `${bare.slice(0, 4)}****${bare.slice(-4)}` : `****${bare.slice(-2)}`
}

function chineseDate(date: PlainDate): string {
  const [year, month, day] = date.split('-')
  return `${year} 年 ${month} 月 ${day} 日`
}
