import { useQuery } from '@tanstack/react-query'
import { engine } from '#renderer/engine-client/engine.ts'
import { useNow } from '#renderer/format/use-now.ts'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import classes from './bank-reports.module.css'
import { MonthList } from './month-list.tsx'
import { ReportFindings } from './report-findings.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { StandingMark, standingOf } from './report-standing.tsx'
import { StatementList } from './statement-list.tsx'

interface AccountReportsProps {
  readonly accountId: string
  readonly months: Parameters<typeof MonthList>[0]['months']
  readonly month: string
  readonly onShow: (month: string) => void
}

/** The months of an account beside the report of one. */
export function AccountReports({ accountId, months, month, onShow }: AccountReportsProps) {
  const report = useQuery(engine.bank.reports.get.queryOptions({ input: { accountId, month } }))
  const today = shanghaiDate(new Date(useNow()).toISOString())
  return (
    <div className={classes.split}>
      <MonthList months={months} shown={month} onShow={onShow} />
      <div className={classes.report}>
        {report.isError ? <Failed error={report.error} reset={() => void report.refetch()} /> : null}
        {report.data === undefined ? (
          report.isError ? null : (
            <LateLoader />
          )
        ) : (
          <>
            <header className={classes.head}>
              <h2>{month}</h2>
              <StandingMark standing={standingOf({ ...report.data, open: report.data.open.count })} />
            </header>
            <ReportSheet report={report.data} />
            <ReportFindings report={report.data} today={today} />
            <StatementList account={report.data.account} />
          </>
        )}
      </div>
    </div>
  )
}
