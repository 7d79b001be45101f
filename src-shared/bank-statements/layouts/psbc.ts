import type { Layout } from '../table/layout.ts'
import { USUAL_COLUMNS } from './any-bank.ts'

/** A merged title and a preamble; the header stands in row 6. Beijing, Huaxia and others have the same columns. */
export const psbcHistory: Layout = {
  id: 'psbc-history',
  name: { zh: '邮储银行对公明细', en: 'PSBC corporate account' },
  signature: ['序号', '交易日期', '支出金额', '收入金额', '余额', '对方账号'],
  heading: /邮政?储蓄?|psbc/i,
  columns: USUAL_COLUMNS,
  amountSign: 'unsigned',
}
