import { Moment } from '#renderer/format/instant-text.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { BillOutcomeMark } from '#renderer/shell/status/board-marks.tsx'
import type { BillRow } from '#shared/contracts/console-engine/metered-bills.ts'
import { billOutcome } from '#shared/contracts/console-platform/records/metered-bill.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './bills.module.css'

/** Bills of metered use, a line each. */
export function BillLines({ rows }: { readonly rows: readonly BillRow[] }) {
  return rows.map((bill) => (
    <p key={bill.id} className={classes.line}>
      <RecordLink kind="meteredBill" id={bill.id}>
        {bill.billId}
      </RecordLink>
      <BillOutcomeMark outcome={billOutcome(bill)} />
      <span>{formatYuan(bill.amount)}</span>
      <Moment at={bill.billedAt} />
    </p>
  ))
}
