import type { Bilingual } from '#shared/base/bilingual.ts'
import type { DepositFilter, DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { DEPOSIT_HEADINGS } from '#shared/words/headings.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type Cell, textCell } from '../../exports/table-document.ts'
import { exportOrigin } from '../export-origin.ts'
import { marketplaceName } from '../marketplaces.ts'
import type { QueryContext } from '../query-context.ts'

const WORDS = {
  title: { zh: '保证金台账', en: 'Deposit register' },
  on: { zh: '状态计算日', en: 'States as of' },
  states: { zh: '筛选：状态', en: 'Filter: states' },
  marketplaces: { zh: '筛选：市场', en: 'Filter: marketplaces' },
  text: { zh: '筛选：服务商', en: 'Filter: providers' },
  all: { zh: '全部', en: 'All' },
  rows: { zh: '条数', en: 'Rows' },
  complete: { zh: '完整', en: 'Complete' },
  yes: { zh: '是', en: 'Yes' },
  cut: { zh: '否：条数过多，已截断，请先筛选', en: 'No: too many rows, cut; filter first' },
  byState: { zh: '按状态', en: 'By state' },
  count: { zh: '笔数', en: 'Count' },
  amount: DEPOSIT_HEADINGS.amount,
  balance: DEPOSIT_HEADINGS.balance,
} as const

interface Exported {
  readonly filter: DepositFilter
  readonly rows: readonly DepositRow[]
  readonly complete: boolean
}

/** The control sheet of an exported register: what was asked, when and by whom, and what it comes to by state. */
export function depositControl(
  context: QueryContext,
  { filter, rows, complete }: Exported,
  language: keyof Bilingual,
): Cell[][] {
  const word = (key: keyof typeof WORDS) => textCell(WORDS[key][language])
  const list = (names: readonly string[]) =>
    textCell(names.length === 0 ? WORDS.all[language] : names.join('、'))
  return [
    [word('title')],
    [word('on'), { kind: 'date', value: context.today }],
    ...exportOrigin(context, language),
    [word('states'), list(filter.statuses.map((status) => STATUS_WORDS.depositObligation[status][language]))],
    [word('marketplaces'), list(filter.marketplaces.map((key) => marketplaceName(context, key)[language]))],
    [word('text'), list(filter.text === '' ? [] : [filter.text])],
    [word('rows'), { kind: 'count', value: rows.length }],
    [word('complete'), word(complete ? 'yes' : 'cut')],
    [],
    [word('byState'), word('count'), word('amount'), word('balance')],
    ...DEPOSIT_STATUSES.map((status): Cell[] => {
      const some = rows.filter((row) => row.status === status)
      const sum = (of: (row: DepositRow) => number) => some.reduce((total, row) => total + of(row), 0)
      return [
        textCell(STATUS_WORDS.depositObligation[status][language]),
        { kind: 'count', value: some.length },
        { kind: 'money', value: sum(({ amount }) => amount ?? 0) },
        { kind: 'money', value: sum(({ balance }) => balance) },
      ]
    }),
  ]
}
