import type { Bilingual } from '../base/bilingual.ts'
import type { ColumnContent } from '../payments/templates/bank-template.ts'

/** What a column of a bank's file holds. */
export const COLUMN_CONTENT_WORDS: Readonly<Record<ColumnContent['kind'], Bilingual>> = {
  text: { zh: '固定内容', en: 'Fixed text' },
  sequence: { zh: '序号', en: 'Number in the file' },
  reference: { zh: '参考号（每笔唯一）', en: 'Reference of the payment' },
  'payer-account': { zh: '付款账号', en: "Payer's account" },
  'payer-name': { zh: '付款户名', en: "Payer's name" },
  'payer-bank': { zh: '付款开户行', en: "Payer's bank" },
  'payee-account': { zh: '收款账号', en: "Payee's account" },
  'payee-name': { zh: '收款户名', en: "Payee's name" },
  'payee-bank': { zh: '收款开户行', en: "Payee's bank" },
  'payee-bank-code': { zh: '收款联行号', en: "Payee's bank code" },
  amount: { zh: '金额', en: 'Amount' },
  purpose: { zh: '用途', en: 'Purpose' },
  day: { zh: '付款日期（20261128）', en: 'Day of payment (20261128)' },
  'own-or-other': { zh: '本行或他行', en: 'Own bank or another' },
}

/** What the parts of a template are called. */
export const PAYMENT_TEMPLATE_WORDS = {
  bank: { zh: '模板标识', en: 'Template id' },
  name: { zh: '模板名称', en: 'Name' },
  number: { zh: '序号', en: 'Number' },
  file: { zh: '文件类型', en: 'File type' },
  sheet: { zh: '工作表', en: 'Sheet' },
  columns: { zh: '列', en: 'Columns' },
  order: { zh: '各列顺序', en: 'Order of the columns' },
  heading: { zh: '列名', en: 'Heading' },
  content: { zh: '内容', en: 'Holds' },
  maxLength: { zh: '最多字符', en: 'At most' },
  required: { zh: '必填', en: 'Required' },
  set: { zh: '采用', en: 'Set' },
  answer: { zh: '银行回盘', en: "Bank's answer" },
} as const satisfies Readonly<Record<string, Bilingual>>

/** What is called otherwise in a bank's result workbook: its columns, and what its words for a status mean. */
export const ANSWER_NAMES_WORDS = {
  reference: { zh: '参考号列', en: 'Column of the reference' },
  status: { zh: '状态列', en: 'Column of the status' },
  reason: { zh: '原因列', en: 'Column of the reason' },
  account: { zh: '收款账号列', en: "Column of the payee's account" },
  amount: { zh: '金额列', en: 'Column of the amount' },
  accepted: { zh: '表示成功的状态', en: 'Statuses that mean accepted' },
  pending: { zh: '表示处理中的状态', en: 'Statuses that mean pending' },
  rejected: { zh: '表示失败的状态', en: 'Statuses that mean rejected' },
} as const satisfies Readonly<Record<string, Bilingual>>
export type AnswerNamesPart = keyof typeof ANSWER_NAMES_WORDS
