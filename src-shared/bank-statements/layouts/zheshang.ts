import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/**
 * The flag is 1 for in and 2 for out. Payer and payee are of no help with the direction: a company that keeps accounts
 * with several banks is both.
 */
export const zheshangHistory: Layout = {
  id: 'zheshang-history',
  name: { zh: '浙商银行明细', en: 'China Zheshang Bank' },
  signature: ['流水号', '付款账号', '付款人户名', '收款账号', '收款人户名', '交易日期', '交易金额'],
  columns: USUAL_COLUMNS,
  amountSign: 'unsigned',
}
