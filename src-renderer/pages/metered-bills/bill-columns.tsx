import { useMemo } from 'react'
import { CopyId } from '#renderer/format/copy-id.tsx'
import { plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import { BillOutcomeMark } from '#renderer/shell/status/board-marks.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { BillRow } from '#shared/contracts/console-engine/metered-bills.ts'
import { billOutcome } from '#shared/contracts/console-platform/records/metered-bill.ts'

/** The columns of the bills of metered use. */
export function useBillColumns(): readonly DeskColumn<BillRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { columns, modes } = texts.meteredBills
    const { none } = texts.format
    return [
      { ...make.moment<BillRow>('billedAt', columns.billedAt, (row) => row.billedAt), compact: 'when' },
      {
        ...make.name<BillRow>('productName', columns.productName, ({ productName }) => productName),
        sortable: false,
      },
      {
        ...{ id: 'status', header: columns.status, width: 104, compact: 'state' },
        cell: (row) => <BillOutcomeMark outcome={billOutcome(row)} />,
        title: (row) => texts.statuses.meteredBill[billOutcome(row)],
      },
      {
        ...make.money<BillRow>('amount', columns.amount, ({ amount }) => amount),
        sortable: true,
        compact: 'amount',
      },
      make.money<BillRow>('recomputed', columns.recomputed, ({ check }) => check.amount),
      {
        ...make.text<BillRow>('difference', columns.difference, 128, ({ check: { difference } }) =>
          difference === 0 ? none : `${difference > 0 ? '+' : ''}${plainYuan(difference)}`,
        ),
        ...{ align: 'right', sortable: true },
      },
      make.text<BillRow>('mode', columns.mode, 160, ({ price }) => modes[price.mode]),
      make.text<BillRow>('charged', columns.charged, 128, ({ check, unit }) => `${check.charged} ${unit}`),
      make.text<BillRow>('orderId', columns.orderId, 176, ({ orderId }) => orderId),
      make.text<BillRow>('name', columns.name, 200, ({ providerName }) => providerName),
      make.marketplace<BillRow>(columns.marketplace),
      make.text<BillRow>('instanceId', columns.instanceId, 176, (row) => row.instanceId ?? none),
      {
        ...{ id: 'billId', header: columns.billId, width: 136, hiddenAtFirst: true },
        cell: (row) => <CopyId id={row.billId} />,
      },
    ]
  }, [texts, make])
}
