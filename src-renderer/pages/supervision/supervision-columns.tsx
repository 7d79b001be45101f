import { useMemo } from 'react'
import { beijingDate } from '#renderer/format/instant.ts'
import { Ago, Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { SupervisionStateMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { SupervisedOrder } from '#shared/contracts/console-engine/supervisions.ts'
import classes from './supervision.module.css'

/** The columns of 服务监管. */
export function useSupervisionColumns(): readonly DeskColumn<SupervisedOrder>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, parties, board } = texts.supervision
    const { none } = texts.format
    const billed = ({ billedIn, billsOn }: SupervisedOrder) => {
      if (billedIn === null) return none
      return billsOn === null ? billedIn : board.billed(billedIn, billsOn)
    }
    return [
      {
        ...make.name<SupervisedOrder>('name', columns.name, ({ name }) => name),
        title: ({ number, productName, name }) => `${number} ${productName} · ${name}`,
      },
      make.text<SupervisedOrder>('productName', columns.productName, 168, ({ productName }) => productName),
      make.status<SupervisedOrder>(
        columns.status,
        ({ status }) => <SupervisionStateMark state={status} />,
        ({ status }) => texts.statuses.supervision[status],
      ),
      {
        ...make.text<SupervisedOrder>('waitsFor', columns.waitsFor, 184, (row) => parties[row.waitsFor]),
        cell: (row) =>
          row.late ? (
            <span className={classes.late}>{board.lateFor(parties[row.waitsFor])}</span>
          ) : (
            parties[row.waitsFor]
          ),
      },
      {
        ...make.moment<SupervisedOrder>('since', columns.since, ({ since }) => since),
        compact: 'when',
        cell: ({ since }) => <Ago at={since} />,
        title: ({ since }) => beijingDate(since),
      },
      {
        ...make.moment<SupervisedOrder>('dueAt', columns.dueAt, ({ dueAt }) => dueAt),
        sortable: false,
      },
      {
        ...make.text<SupervisedOrder>('rejections', columns.rejections, 104, ({ rejections, mayAppeal }) =>
          mayAppeal ? board.mayAppeal(rejections) : rejections === 0 ? none : String(rejections),
        ),
      },
      {
        ...make.money<SupervisedOrder>('amount', columns.amount, ({ amount }) => amount),
        sortable: true,
        compact: 'amount',
      },
      {
        id: 'completedAt',
        header: columns.completedAt,
        width: 136,
        cell: ({ completedAt }) => <Moment at={completedAt} />,
      },
      make.text<SupervisedOrder>('billedIn', columns.billedIn, 184, billed),
      make.marketplace<SupervisedOrder>(columns.marketplace),
      make.text<SupervisedOrder>('number', columns.number, 176, ({ number }) => number),
      make.moment<SupervisedOrder>('paidAt', columns.paidAt, ({ paidAt }) => paidAt),
    ]
  }, [texts, make])
}
