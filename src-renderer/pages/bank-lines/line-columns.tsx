import { IconCircleDashed } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { ConfidenceMark, DecisionStateMark, LineStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './bank-lines.module.css'
import { lineName, whereWords } from './line-where.ts'
import { SignedAmount } from './signed-amount.tsx'

/** Where a row stands; of an open one its suggestion says it, an icon is enough. */
function RowState({ row }: { readonly row: LineRow }) {
  if (row.pending !== null) return <DecisionStateMark state={row.pending.state} />
  if (row.status === 'open') return <IconCircleDashed size={15} stroke={1.75} aria-hidden />
  return <LineStatusMark status={row.status} />
}

/** The columns of the workbench. */
export function useLineColumns(accountName: (id: string) => string): readonly DeskColumn<LineRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const words = texts.bankLines
    const none = texts.format.none
    const name = (row: LineRow) => lineName(row, words)
    return [
      {
        id: 'chronology',
        header: words.columns.bookedOn,
        width: 96,
        sortable: true,
        compact: 'when',
        cell: (row) => row.bookedOn,
        title: (row) => [row.bookedOn, row.bookedTime ?? ''].join(' '),
      },
      {
        id: 'counterparty',
        header: words.columns.counterparty,
        width: 200,
        minWidth: 104,
        grow: true,
        fixed: true,
        compact: 'name',
        cell: name,
        title: name,
      },
      {
        id: 'amount',
        header: words.columns.amount,
        width: 124,
        align: 'right',
        sortable: true,
        compact: 'amount',
        cell: (row) => <SignedAmount direction={row.direction} amount={row.amount} plain />,
        title: (row) => `${words.direction[row.direction]} ${formatYuan(row.amount)}`,
      },
      {
        id: 'status',
        header: words.columns.target,
        width: 240,
        compact: 'state',
        cell: (row) => (
          <span className={classes.where}>
            <RowState row={row} />
            <span className={classes.quiet}>
              {whereWords(row, words)}
              {row.automatic ? ` · ${words.cell.automatic}` : ''}
            </span>
          </span>
        ),
        title: (row) => `${texts.statuses.bankLine[row.status]} · ${whereWords(row, words)}`,
      },
      {
        id: 'confidence',
        header: words.columns.confidence,
        width: 108,
        cell: ({ confidence }) => (confidence === null ? none : <ConfidenceMark confidence={confidence} />),
        title: ({ confidence }) => (confidence === null ? none : words.confidence[confidence]),
      },
      {
        ...make.text<LineRow>('said', words.columns.said, 224, ({ said }) => said),
        cell: (row) => row.said || none,
      },
      {
        ...make.money('balanceAfter', words.columns.balanceAfter, ({ balanceAfter }) => balanceAfter),
        width: 136,
        hiddenAtFirst: true,
      },
      {
        ...make.text('account', words.columns.account, 200, ({ accountId }) => accountName(accountId)),
        hiddenAtFirst: true,
      },
    ]
  }, [texts, make, accountName])
}
