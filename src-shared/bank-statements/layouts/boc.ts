import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** Names are bilingual (cut at the bracket); 往账 with a plus is a reversal, so the sign decides, not the flag. */
export const bocHistory: Layout = {
  id: 'boc-hisqry',
  name: { zh: '中国银行历史查询 HISQRY', en: 'Bank of China HISQRY' },
  signature: ['交易类型', '付款人账号', '收款人账号', '交易日期', '交易金额', '交易后余额', '交易流水号'],
  columns: {
    ...USUAL_COLUMNS,
    date: ['交易日期'],
    flag: ['交易类型'],
    remark: ['交易附言', '备注'],
    summary: ['摘要', '业务类型'],
  },
  amountSign: 'signed',
}

export const bocPersonal: Layout = {
  id: 'boc-personal',
  name: { zh: '中国银行个人账户明细', en: 'Bank of China personal account' },
  signature: ['记账日期', '记账时间', '金额', '余额', '交易名称', '对方账户名'],
  columns: USUAL_COLUMNS,
  amountSign: 'signed',
}
