import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconQuestionMark } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Reconciliation } from '#shared/contracts/console-engine/bank-reports.ts'
import classes from './bank-reports.module.css'

export type Standing = 'reconciled' | 'gaps' | 'difference' | 'unknown' | 'open' | 'uncovered'

const LOOKS = {
  reconciled: [IconCircleCheck, 'good'],
  gaps: [IconAlertTriangle, 'bad'],
  difference: [IconAlertTriangle, 'bad'],
  unknown: [IconQuestionMark, 'warn'],
  open: [IconCircleDashed, 'info'],
  uncovered: [IconCircleDashed, 'warn'],
} as const

/** What is foremost the matter with a month: money that is missing before work that is left. */
export function standingOf({
  difference,
  reconciled,
  open,
  gaps = [],
}: Pick<Reconciliation, 'difference' | 'reconciled'> & {
  readonly open: number
  readonly gaps?: Reconciliation['gaps']
}): Standing {
  if (reconciled) return 'reconciled'
  if (difference === null) return 'unknown'
  if (difference !== 0) return 'difference'
  if (gaps.length > 0) return 'gaps'
  return open > 0 ? 'open' : 'uncovered'
}

interface StandingMarkProps {
  readonly standing: Standing
  /** Says it more exactly than the word of the standing. */
  readonly word?: string
}

/** How a month stands, by icon and word. */
export function StandingMark({ standing, word }: StandingMarkProps) {
  const texts = useTexts().bankReports
  const [Icon, tone] = LOOKS[standing]
  return (
    <span className={classes.mark} data-tone={tone}>
      <Icon size={15} aria-hidden />
      {word ?? texts.standing[standing]}
    </span>
  )
}
