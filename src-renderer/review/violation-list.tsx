import { useBilingual } from '#renderer/i18n/language-context.ts'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { ViolationStatusMark } from '#renderer/shell/status/status-mark.tsx'
import type { ViolationRow } from '#shared/contracts/console-engine/violations.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './violation-list.module.css'

/** Violations of one provider, each a way to its case. */
export function ViolationList({ rows }: { readonly rows: readonly ViolationRow[] }) {
  const say = useBilingual()
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <ViolationStatusMark status={row.status} />
          <RecordLink kind="violation" id={row.id}>
            {row.occurredOn} {say(row.ruleName)}
          </RecordLink>
          <span className={classes.amount}>{row.deduction === 0 ? '' : formatYuan(-row.deduction)}</span>
        </li>
      ))}
    </ul>
  )
}
