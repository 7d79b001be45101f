import type { Bilingual } from '../base/bilingual.ts'

/** What the account reconciliation of a month says, on screen and in files. */
export const RECONCILIATION_WORDS = {
  title: { zh: '银行账户收支核对表', en: 'Account reconciliation' },
  columns: {
    item: { zh: '项目', en: 'Item' },
    count: { zh: '笔数', en: 'Lines' },
    in: { zh: '收入（元）', en: 'In (CNY)' },
    out: { zh: '支出（元）', en: 'Out (CNY)' },
    balance: { zh: '余额（元）', en: 'Balance (CNY)' },
  },
  opening: { zh: '期初余额', en: 'Opening balance' },
  all: { zh: '本月合计', en: 'All lines of the month' },
  expected: { zh: '期末余额（期初 + 收入 − 支出）', en: 'Closing balance (opening + in − out)' },
  closing: { zh: '期末余额（银行）', en: 'Closing balance (bank)' },
  difference: { zh: '差额', en: 'Difference' },
} as const satisfies Readonly<Record<string, Bilingual | Readonly<Record<string, Bilingual>>>>
