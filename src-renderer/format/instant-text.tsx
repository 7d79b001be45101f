import { useTexts } from '../i18n/language-context.ts'
import { ago, beijingDate, beijingDateTime } from './instant.ts'
import { useNow } from './use-now.ts'

interface InstantTextProps {
  /** Null: never, or not yet. */
  readonly at: string | null
}

/** An instant as its age, exact on hover. */
export function Ago({ at }: InstantTextProps) {
  const texts = useTexts().format
  const now = useNow()
  if (at === null) return <span>{texts.never}</span>
  return (
    <time dateTime={at} title={`${beijingDateTime(at)} ${texts.beijingTime}`}>
      {ago(at, now, texts)}
    </time>
  )
}

interface MomentProps extends InstantTextProps {
  /** The day alone; the time on hover. */
  readonly day?: boolean
}

/** An instant in Beijing time, `2026-11-21 14:05`. */
export function Moment({ at, day = false }: MomentProps) {
  const texts = useTexts().format
  if (at === null) return <span>{texts.none}</span>
  return (
    <time dateTime={at} title={`${beijingDateTime(at)} ${texts.beijingTime}`}>
      {day ? beijingDate(at) : beijingDateTime(at)}
    </time>
  )
}
