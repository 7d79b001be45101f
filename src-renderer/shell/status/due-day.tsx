import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { useTexts } from '../../i18n/language-context.ts'

interface DueDayProps {
  readonly day: PlainDate | null
  /** It may still change: the holidays of its year are not published. */
  readonly provisional: boolean
}

/** A day by which something is due; one that may still change says so. */
export function DueDay({ day, provisional }: DueDayProps) {
  const texts = useTexts().format
  if (day === null) return texts.none
  if (!provisional) return day
  return (
    <span title={texts.clock.provisional}>
      {day} {texts.clock.provisionalMark}
    </span>
  )
}
