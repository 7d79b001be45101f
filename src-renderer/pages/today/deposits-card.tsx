import { IconAlertCircle, IconClockExclamation, IconReceiptRefund } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lineFilterSchema } from '#shared/contracts/console-engine/bank-lines.ts'
import { depositFilterSchema } from '#shared/contracts/console-engine/deposits.ts'
import { engine } from '../../engine-client/engine.ts'
import { grouped } from '../../format/quantity.ts'
import { useTexts } from '../../i18n/language-context.ts'
import { Panel } from '../../shell/page/panel.tsx'
import { NotVisible, useUnseen } from '../../shell/states/not-visible.tsx'
import { DepositStatusMark } from '../../shell/status/status-mark.tsx'
import classes from './today-page.module.css'

const HEADS = [
  { status: 'overdue', tone: 'bad', icon: IconAlertCircle },
  { status: 'due-soon', tone: 'warn', icon: IconClockExclamation },
  { status: 'refund-requested', tone: 'calm', icon: IconReceiptRefund },
] as const
const LINES = ['partly-paid', 'due', 'overpaid', 'refund-approved', 'refundable'] as const

/** Deposits that want attention, and bank lines that nobody has accounted for. */
export function DepositsCard() {
  const texts = useTexts()
  const totals = useQuery(engine.deposits.totals.queryOptions({ input: depositFilterSchema.parse({}) })).data
  const unseen = useUnseen()('bankLine')
  const lines = useQuery({
    ...engine.bank.lines.totals.queryOptions({ input: lineFilterSchema.parse({ statuses: ['open'] }) }),
    enabled: unseen === null,
  }).data
  const countOf = (status: string) => totals?.find((total) => total.status === status)?.count ?? 0
  return (
    <Panel title={texts.shell.screens.deposits} aside={<Link to="/deposits">{texts.today.all}</Link>}>
      <div className={classes.heads}>
        {HEADS.map(({ status, tone, icon: Icon }) => (
          <Link
            key={status}
            to="/deposits"
            search={{ statuses: [status] }}
            className={classes.head}
            data-tone={tone}
            data-some={countOf(status) > 0}
          >
            <span className={classes.headNumber}>{grouped(countOf(status))}</span>
            <span className={classes.headWord}>
              <Icon size={14} aria-hidden />
              {texts.statuses.depositObligation[status]}
            </span>
          </Link>
        ))}
      </div>
      <nav className={classes.lines} aria-label={texts.today.byState}>
        {LINES.map((status) => (
          <Link key={status} to="/deposits" search={{ statuses: [status] }} className={classes.line}>
            <DepositStatusMark status={status} />
            <span className={classes.number}>{grouped(countOf(status))}</span>
          </Link>
        ))}
        {unseen === null ? null : (
          <span className={classes.line}>
            {texts.today.deposits.openLines}
            <span className={classes.number}>
              <NotVisible what={unseen} />
            </span>
          </span>
        )}
        {lines === undefined ? null : (
          <Link to="/bank/lines" className={classes.line}>
            <span>{texts.today.deposits.openLines}</span>
            <span className={classes.number}>{grouped(lines.open)}</span>
          </Link>
        )}
      </nav>
    </Panel>
  )
}
