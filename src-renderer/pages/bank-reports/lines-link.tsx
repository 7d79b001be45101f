import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { LinesSearch } from '#renderer/routes/search.ts'
import { firstOfMonth, lastOfMonth } from '#shared/calendar/plain-date.ts'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-reports.module.css'

/** Which lines of the month a figure stands for. */
export type LinesBehind = Pick<LinesSearch, 'statuses' | 'kinds' | 'directions'>

interface LinesLinkProps {
  readonly report: Pick<Reconciliation, 'account' | 'month'>
  readonly behind: LinesBehind
  /** What the figure is, for its name. */
  readonly item: string
  readonly children: ReactNode
}

/** A figure that opens the lines behind it in the workbench. */
export function LinesLink({ report: { account, month }, behind, item, children }: LinesLinkProps) {
  const texts = useTexts().bankReports
  return (
    <Link
      to="/bank/lines"
      className={classes.figure}
      title={texts.show(item)}
      search={{
        accounts: [account.id],
        statuses: [],
        from: firstOfMonth(month),
        to: lastOfMonth(month),
        ...behind,
      }}
    >
      {children}
    </Link>
  )
}
