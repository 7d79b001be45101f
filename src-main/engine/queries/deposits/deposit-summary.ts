import type { Bilingual } from '#shared/base/bilingual.ts'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { DEPOSIT_STATUSES } from '#shared/rules/deposits/deposit-standing.ts'
import { DEPOSIT_HEADINGS } from '#shared/words/headings.ts'
import { STATUS_WORDS } from '#shared/words/statuses.ts'
import { type Cell, textCell } from '../../exports/table-document.ts'

const WORDS = {
  byState: { zh: '按状态', en: 'By state' },
  count: { zh: '笔数', en: 'Count' },
  amount: DEPOSIT_HEADINGS.amount,
  balance: DEPOSIT_HEADINGS.balance,
} as const

/** What exported deposits come to by state, for the control sheet. */
export function depositSummary(rows: readonly DepositRow[], language: keyof Bilingual): Cell[][] {
  const word = (key: keyof typeof WORDS) => textCell(WORDS[key][language])
  return [
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
