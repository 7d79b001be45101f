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
} as const satisfies Readonly<Record<string, Bilingual>>
