import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** The flag is written `贷 Cr` and `借 Dr`. */
export const bocomHistory: Layout = {
  id: 'bocom-history',
  name: { zh: '交通银行明细', en: 'Bank of Communications' },
  signature: ['交易日期', '交易地点', '交易方式', '借贷状态', '交易金额', '余额'],
  columns: { ...USUAL_COLUMNS, remark: ['交易地点'] },
  amountSign: 'unsigned',
}
