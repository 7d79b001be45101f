import type { Instant } from '#shared/base/ids.ts'
import type { PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Texts } from '../i18n/texts.ts'

/** Asia/Shanghai has been UTC+8 without summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000

/** `2026-11-21`, in Beijing. */
export function beijingDate(instant: Instant): PlainDate {
  return shanghaiDate(instant)
}

/** `14:05`, in Beijing. */
export function beijingTime(instant: Instant): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16)
}

/** `2026-11-21 14:05`, in Beijing. */
export function beijingDateTime(instant: Instant): string {
  return `${beijingDate(instant)} ${beijingTime(instant)}`
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long ago an instant was, `now` in ms; what lies ahead by a skewed clock is "just now". */
export function ago(instant: Instant, now: number, texts: Texts['format']): string {
  const age = now - Date.parse(instant)
  if (age < 5 * SECOND) return texts.justNow
  if (age < MINUTE) return texts.secondsAgo(Math.floor(age / SECOND))
  if (age < HOUR) return texts.minutesAgo(Math.floor(age / MINUTE))
  if (age < DAY) return texts.hoursAgo(Math.floor(age / HOUR))
  return texts.daysAgo(Math.floor(age / DAY))
}
