import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** `0.00` stands on the other side; the purpose is part of 备注. */
export const ccbHistory: Layout = {
  id: 'ccb-history',
  name: { zh: '建设银行对公明细', en: 'CCB corporate account' },
  signature: ['账号', '交易时间', '借方发生额(支取)', '贷方发生额(收入)', '余额', '账户明细编号-交易流水号'],
  columns: { ...USUAL_COLUMNS, serial: ['账户明细编号-交易流水号'], date: ['交易时间', '记账日期'] },
  amountSign: 'unsigned',
}

export const ccbPersonal: Layout = {
  id: 'ccb-personal',
  name: { zh: '建设银行个人账户明细', en: 'CCB personal account' },
  signature: ['记账日', '交易日期', '交易时间', '支出', '收入', '账户余额', '交易地点'],
  columns: { ...USUAL_COLUMNS, remark: ['交易地点'] },
  amountSign: 'unsigned',
}
