import { DueDay } from '#renderer/shell/status/due-day.tsx'
import type { DepositRow } from '#shared/contracts/console-engine/deposits.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { useBilingual, useTexts } from '../../i18n/language-context.ts'
import { RecordLink } from '../../routes/record-link.tsx'
import { DepositStatusMark } from '../../shell/status/status-mark.tsx'
import classes from './providers.module.css'
import { RecordList } from './record-list.tsx'

/** A vendor's deposits, each a way to its case. */
export function ProviderDeposits({ deposits }: { readonly deposits: readonly DepositRow[] }) {
  const texts = useTexts()
  const say = useBilingual()
  return (
    <RecordList
      kind="depositObligation"
      title={texts.providers.deposits}
      rows={deposits}
      none={texts.providers.noDeposits}
    >
      {(row) => (
        <RecordLink key={row.id} kind="depositObligation" id={row.id} className={classes.line}>
          <span className={classes.lineName}>{say(row.depositName)}</span>
          <span className={classes.lineStatus}>
            <DepositStatusMark status={row.status} />
          </span>
          <span className={classes.lineClock}>
            {row.amount === null ? texts.deposits.notConfigured : formatYuan(row.amount)}
          </span>
          <span className={classes.lineDate}>
            <DueDay day={row.dueOn} provisional={row.provisional} />
          </span>
        </RecordLink>
      )}
    </RecordList>
  )
}
