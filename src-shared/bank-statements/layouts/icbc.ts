import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** ICBC numbers its entries in 凭证号 and puts the payer's words into 个性化信息 or 附言. */
const COLUMNS = { ...USUAL_COLUMNS, serial: ['凭证号', '交易流水号'], date: ['交易时间'] }

export const icbcHistory: Layout = {
  id: 'icbc-history',
  name: { zh: '工商银行历史明细 CSV', en: 'ICBC history detail, CSV' },
  signature: ['凭证号', '本方账号', '交易时间', '借/贷', '借方发生额', '贷方发生额', '个性化信息'],
  columns: { ...COLUMNS, remark: ['个性化信息'] },
  amountSign: 'unsigned',
}

export const icbcWorkbook: Layout = {
  id: 'icbc-workbook',
  name: { zh: '工商银行明细工作簿', en: 'ICBC workbook' },
  signature: ['交易时间', '对方单位', '附言', '转入金额', '转出金额'],
  columns: { ...COLUMNS, remark: ['附言', '回单个性化信息'] },
  amountSign: 'unsigned',
}

export const icbcFlagged: Layout = {
  id: 'icbc-flagged',
  name: { zh: '工商银行明细（单列发生额）', en: 'ICBC, one amount column and a flag' },
  signature: ['交易时间', '借贷标志', '对方单位', '附言', '发生额'],
  columns: { ...COLUMNS, remark: ['附言', '回单个性化信息'] },
  amountSign: 'unsigned',
}

export const icbcPersonal: Layout = {
  id: 'icbc-personal',
  name: { zh: '工商银行个人账户明细', en: 'ICBC personal account' },
  signature: ['交易日期', '交易场所', '记账金额(收入)', '记账金额(支出)', '余额'],
  columns: {
    ...USUAL_COLUMNS,
    debit: ['记账金额(支出)'],
    credit: ['记账金额(收入)'],
    currency: ['记账币种'],
    remark: ['交易场所'],
  },
  amountSign: 'unsigned',
}
