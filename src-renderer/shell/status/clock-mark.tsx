import { IconAlertCircle, IconClock, IconClockExclamation } from '@tabler/icons-react'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import { useTexts } from '../../i18n/language-context.ts'
import type { Texts } from '../../i18n/texts.ts'
import classes from './status-mark.module.css'

const LOOKS = {
  running: [IconClock, 'calm'],
  warn: [IconClockExclamation, 'theirs'],
  overdue: [IconAlertCircle, 'bad'],
} as const

/** How long a review still has, in working days; the day and a caveat on hover. Nothing where no clock runs. */
export function ClockMark({ clock }: { readonly clock: ReviewClock | null }) {
  const texts = useTexts().format
  if (clock === null) return <span className={classes.none}>{texts.none}</span>
  const [ClockIcon, tone] = LOOKS[clock.state]
  const due = texts.clock.due(clock.dueOn)
  return (
    <span
      className={classes.mark}
      data-tone={tone}
      title={clock.provisional ? `${due} · ${texts.clock.provisional}` : due}
    >
      <ClockIcon size={15} stroke={1.75} aria-hidden />
      <span className={classes.word}>
        {clockText(clock, texts)}
        {clock.provisional ? ` ${texts.clock.provisionalMark}` : ''}
      </span>
    </span>
  )
}

/** “剩 1 个工作日”, “今日到期”, “已逾期 2 个工作日”; “已逾期” on the rest days after the last working day. */
export function clockText({ state, workingDaysLeft }: ReviewClock, texts: Texts['format']): string {
  if (state === 'overdue' && workingDaysLeft === 0) return texts.clock.late
  if (workingDaysLeft < 0) return texts.clock.overdue(-workingDaysLeft)
  return workingDaysLeft === 0 ? texts.clock.today : texts.clock.left(workingDaysLeft)
}
