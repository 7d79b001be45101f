import { Link } from '@tanstack/react-router'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import classes from './bank-reports.module.css'
import { StandingMark, standingOf } from './report-standing.tsx'

interface Month {
  readonly month: string
  readonly lines: number
  readonly open: number
  readonly difference: number | null
  readonly reconciled: boolean
}

interface MonthListProps {
  readonly months: readonly Month[]
  readonly shown: string
  readonly onShow: (month: string) => void
}

/** The months of an account, newest first, each with how it stands. */
export function MonthList({ months, shown, onShow }: MonthListProps) {
  const texts = useTexts().bankReports
  const step = (by: number) => {
    const next = months[months.findIndex(({ month }) => month === shown) + by]
    if (next !== undefined) onShow(next.month)
  }
  useKeys([
    { means: 'next-row', label: texts.older, run: () => step(1) },
    { means: 'previous-row', label: texts.newer, run: () => step(-1) },
  ])
  return (
    <nav className={classes.months} aria-label={texts.months}>
      {months.map((each) => {
        const standing = standingOf(each)
        return (
          <Link
            key={each.month}
            to="/bank/reports"
            search={(old) => ({ ...old, month: each.month })}
            className={classes.month}
            aria-current={each.month === shown ? 'page' : undefined}
            replace
          >
            <strong>{each.month}</strong>
            <span className={classes.quiet}>{texts.lines(grouped(each.lines))}</span>
            <StandingMark
              standing={standing}
              {...(standing === 'open' ? { word: texts.open(grouped(each.open)) } : {})}
            />
          </Link>
        )
      })}
    </nav>
  )
}
