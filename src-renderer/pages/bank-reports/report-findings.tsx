import { IconAlertTriangle, IconCircleDashed } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './bank-reports.module.css'
import { LinesLink } from './lines-link.tsx'
import { uncoveredDays } from './uncovered-days.ts'

interface ReportFindingsProps {
  readonly report: Reconciliation
  readonly today: string
}

/** What keeps a month from being reconciled, each with the way on. */
export function ReportFindings({ report, today }: ReportFindingsProps) {
  const words = useTexts()
  const texts = words.bankReports
  const { gaps, open, covered } = report
  const holes = uncoveredDays(report, today)
  const toImport = <Link to="/bank/import">{texts.findings.toImport}</Link>
  return (
    <Panel title={texts.findings.title}>
      {gaps.length + holes.length + open.count === 0 ? <PanelNote>{texts.findings.none}</PanelNote> : null}
      <ul className={classes.findings}>
        {gaps.map((gap) => (
          <Finding key={`${gap.after} ${gap.on}`} tone="bad" way={toImport}>
            <GapWords gap={gap} />
          </Finding>
        ))}
        {holes.map(({ from, to, isTail }) => (
          <Finding key={from} tone="warn" way={toImport}>
            {from === to ? texts.findings.day(from) : texts.findings.days(from, to)}
            {isTail ? <span className={classes.quiet}> {texts.findings.tail}</span> : null}
          </Finding>
        ))}
        {open.count === 0 ? null : (
          <Finding
            tone="info"
            way={
              <LinesLink report={report} behind={{ statuses: ['open'] }} item={words.statuses.bankLine.open}>
                {texts.findings.toLines}
              </LinesLink>
            }
          >
            {texts.findings.open(grouped(open.count))}
          </Finding>
        )}
      </ul>
      <p className={classes.covered}>
        <span className={classes.quiet}>{texts.covered.title}</span>{' '}
        {covered.length === 0
          ? texts.covered.none
          : covered.map(({ from, to }) => texts.covered.days(from, to)).join(' · ')}
      </p>
    </Panel>
  )
}

function GapWords({
  gap: { afterOn, on, expected, found },
}: {
  readonly gap: Reconciliation['gaps'][number]
}) {
  const { findings } = useTexts().bankReports
  const [should, is] = [formatYuan(expected), formatYuan(found)]
  return (
    <>
      {afterOn === null ? findings.gapFirst(on, should, is) : findings.gap(afterOn, on, should, is)}{' '}
      <span className={classes.quiet}>{findings.gapBy(formatYuan(found - expected))}</span>
    </>
  )
}

interface FindingProps {
  readonly tone: 'bad' | 'warn' | 'info'
  readonly way: ReactNode
  readonly children: ReactNode
}

function Finding({ tone, way, children }: FindingProps) {
  const Icon = tone === 'bad' ? IconAlertTriangle : IconCircleDashed
  return (
    <li className={classes.finding}>
      <span className={classes.mark} data-tone={tone}>
        <Icon size={15} aria-hidden />
      </span>
      <span>{children}</span>
      <span className={classes.way}>{way}</span>
    </li>
  )
}
