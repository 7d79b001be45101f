import { decimalAmount } from '#shared/bank-statements/amount.ts'
import type { OrderPreview, PreviewOrder } from '#shared/contracts/console-engine/order-imports.ts'
import { textTable } from './text-table.ts'
import type { Decided } from './until-decided.ts'

/** What `orders import --json` prints; keys are only ever added. */
export type OrderImportReport = ReturnType<typeof orderImportReport>

interface Ended {
  readonly outcome: Decided['outcome'] | 'nothing-new' | 'dry-run'
  readonly detail: string | null
}

/** Sums are those of the new orders, decimals in strings; `left` are orders that are not taken in. */
export function orderImportReport(
  path: string,
  { file, counts, fresh, unread, mapping }: Extract<OrderPreview, { kind: 'read' }>,
  left: readonly PreviewOrder[],
  { outcome, detail }: Ended,
) {
  return {
    file: path,
    marketplace: file.marketplace,
    encoding: file.encoding,
    orders: file.orders,
    ...counts,
    paid: decimalAmount(fresh.paid),
    refunded: decimalAmount(fresh.refunded),
    vouchers: decimalAmount(fresh.vouchers),
    period: fresh.period,
    skipped: file.skipped,
    unread,
    mapping,
    left: left.map(({ place, number, novelty, differs, missing }) => ({
      row: place.row,
      number,
      novelty,
      differs,
      missing,
    })),
    outcome,
    detail,
  }
}

/** The report in words: what was found, what was left out and why, and what became of it. */
export function orderImportInWords(report: OrderImportReport, columns: number): string {
  const { period, unread, skipped, left, outcome, detail } = report
  const found = textTable(
    [
      '订单 orders',
      '新 new',
      '已有 known',
      '不同 differs',
      '已关账 settled',
      '缺项 incomplete',
      '支付 paid',
      '退回 refunded',
    ],
    [
      [
        String(report.orders),
        String(report.new),
        String(report.known),
        String(report.differs),
        String(report.settled),
        String(report.incomplete),
        report.paid,
        report.refunded,
      ],
    ],
    columns,
  )
  const out = skipped.first.filter(({ reason }) => !QUIET.has(reason))
  return [
    [
      report.marketplace,
      report.encoding,
      report.mapping ?? '',
      period === null ? '' : `${period.from} – ${period.to}`,
    ]
      .filter((text) => text !== '')
      .join(' · '),
    '',
    found,
    ...(unread.length === 0 ? [] : [`未读取的列 columns not read: ${unread.join(' · ')}`]),
    ...out.map(
      ({ place, reason, excerpt }) => `未采用 left out ${place.page}:${place.row} ${reason} ${excerpt}`,
    ),
    ...left.map(
      ({ row, number, novelty, differs, missing }) =>
        `未采用 left out ${row} ${number} ${novelty} ${[...differs.map(({ field }) => field), ...missing].join(' ')}`,
    ),
    '',
    [outcome, detail].filter((text) => text !== null).join(': '),
  ].join('\n')
}

/** Rows that nobody misses. */
const QUIET: ReadonlySet<string> = new Set(['blank-row', 'head', 'header', 'total'])
