import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** 摘要 holds the payer's words; what other banks call 摘要 is 业务摘要 or 交易类型. */
export const cmbHistory: Layout = {
  id: 'cmb-history',
  name: { zh: '招商银行账户交易明细', en: 'CMB account transactions' },
  signature: ['交易日', '交易时间', '起息日', '交易类型', '借方金额', '贷方金额', '余额', '摘要'],
  columns: {
    ...USUAL_COLUMNS,
    date: ['交易日'],
    remark: ['摘要', '其它摘要'],
    summary: ['业务摘要', '交易类型'],
  },
  amountSign: 'unsigned',
}

export const cmbPersonal: Layout = {
  id: 'cmb-personal',
  name: { zh: '招商银行个人账户明细', en: 'CMB personal account' },
  signature: ['记账日期', '货币', '交易金额', '联机余额', '交易摘要'],
  columns: USUAL_COLUMNS,
  amountSign: 'signed',
}
