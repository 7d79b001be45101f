import type { Fen } from '../../money/fen.ts'
import { readCurrency } from '../currency.ts'
import type { DeclaredTotals, StatementSection } from '../statement.ts'
import { NO_TOTALS } from '../statement.ts'
import { foldName } from './fold-name.ts'
import type { GridRow } from './grid.ts'
import { cellValue } from './grid.ts'

/** What stands above or below a table: whose account it is and what the bank adds up. */
export interface HeadData extends Omit<StatementSection, 'lines'> {
  /** Balances, sums and counts that are stated and cannot be read. */
  readonly unreadable: readonly string[]
}

const KEYS = {
  account: [
    '账号',
    '卡号',
    '卡号/账号',
    '账号/卡号',
    '查询账号',
    '本方账号',
    '账户号',
    '客户账号',
    '账户',
    '账户号码',
    '户口号码',
  ],
  accountName: ['户名', '账户名称', '账号名称', '单位名称', '客户名称'],
  currency: ['币种', '货币', '币别'],
  opening: ['期初余额', '上期余额', '承前余额'],
  closing: ['期末余额', '本期余额'],
  count: ['总笔数', '合计笔数', '交易笔数'],
  debitCount: ['借方发生总笔数', '借方笔数', '借方总笔数', '支出笔数', '支出总笔数'],
  creditCount: ['贷方发生总笔数', '贷方笔数', '贷方总笔数', '收入笔数', '收入总笔数'],
  debitSum: ['借方发生总额', '借方总额', '借方合计', '借方总金额', '支出总额', '支出总金额', '支出合计'],
  creditSum: ['贷方发生总额', '贷方总额', '贷方合计', '贷方总金额', '收入总额', '收入总金额', '收入合计'],
} as const
type Key = keyof typeof KEYS
const KEY_OF = new Map<string, Key>(
  (Object.keys(KEYS) as Key[]).flatMap((key) => KEYS[key].map((name) => [name, key] as const)),
)

/** Reads `name, value` and `name: value` from the rows around a table; the first of several counts. */
export function readHeadData(rows: readonly GridRow[], amountOf: (text: string) => Fen | null): HeadData {
  const found = new Map<Key, string>()
  for (const { cells } of rows) {
    const values = cells.map(cellValue).filter((cell) => cell !== '')
    for (const [at, value] of values.entries()) {
      const [name = '', ...within] = value.split(/[:：]/)
      const key = KEY_OF.get(foldName(name))
      if (key === undefined || found.has(key)) continue
      const text = within.join(':').trim() || (values[at + 1] ?? '')
      if (!KEY_OF.has(foldName(text))) found.set(key, text.trim())
    }
  }
  const text = (key: Key) => found.get(key) ?? null
  const unreadable: string[] = []
  const loud = (key: Key, read: (text: string) => number | null) => {
    const said = text(key) ?? ''
    const value = read(said)
    if (value === null && /\d/.test(said)) unreadable.push(`${KEYS[key][0]} ${said}`)
    return value
  }
  const amount = (key: Key) => loud(key, amountOf)
  const count = (key: Key) => loud(key, readCount)
  const totals: DeclaredTotals = {
    debitSum: amount('debitSum'),
    creditSum: amount('creditSum'),
    debitCount: count('debitCount'),
    creditCount: count('creditCount'),
    count: count('count'),
  }
  return {
    account: text('account') || null,
    accountName: text('accountName') || null,
    currency: readCurrency(text('currency') ?? ''),
    opening: amount('opening'),
    closing: amount('closing'),
    totals,
    unreadable,
  }
}

/** What the first says, filled up with what the second says. */
export function mergeTotals(first: DeclaredTotals, second: DeclaredTotals): DeclaredTotals {
  const keys = Object.keys(NO_TOTALS) as (keyof DeclaredTotals)[]
  return { ...first, ...Object.fromEntries(keys.map((key) => [key, first[key] ?? second[key]])) }
}

function readCount(text: string): number | null {
  return /^\d{1,9}笔?$/.test(text) ? Number(text.replace('笔', '')) : null
}
