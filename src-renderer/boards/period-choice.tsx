import { Select, TextInput } from '@mantine/core'
import { useNow } from '#renderer/format/use-now.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { addDays, addMonths, firstOfMonth, monthOfDate, type PlainDate } from '#shared/calendar/plain-date.ts'
import { shanghaiDate } from '#shared/calendar/shanghai.ts'
import type { Period } from '#shared/rules/boards/board-period.ts'

const PRESETS = ['week', 'month', 'thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const
type Preset = (typeof PRESETS)[number]

/** The day in Beijing. */
export function useToday(): PlainDate {
  return shanghaiDate(new Date(useNow()).toISOString())
}

/** The days that an address names; the last 30 where it names none, and one day where it names one. */
export function periodOf(
  { from, to }: { readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
  today: PlainDate,
): Period {
  if (from === undefined && to === undefined) return presetPeriod('month', today)
  const [first, last] = [from ?? to ?? today, to ?? from ?? today]
  return first <= last ? { from: first, to: last } : { from: last, to: first }
}

function presetPeriod(preset: Preset, today: PlainDate): Period {
  const first = firstOfMonth(monthOfDate(today))
  const year = today.slice(0, 4)
  const lastYear = String(Number(year) - 1)
  const periods: Readonly<Record<Preset, Period>> = {
    week: { from: addDays(today, -6), to: today },
    month: { from: addDays(today, -29), to: today },
    thisMonth: { from: first, to: today },
    lastMonth: { from: addMonths(first, -1), to: addDays(first, -1) },
    thisYear: { from: `${year}-01-01`, to: today },
    lastYear: { from: `${lastYear}-01-01`, to: `${lastYear}-12-31` },
  }
  return periods[preset]
}

interface PeriodChoiceProps {
  readonly period: Period
  readonly onChange: (period: Period) => void
}

/** Which days: by name or by the first and the last. */
export function PeriodChoice({ period, onChange }: PeriodChoiceProps) {
  const texts = useTexts().boards
  const today = useToday()
  const chosen = PRESETS.find((preset) => {
    const { from, to } = presetPeriod(preset, today)
    return from === period.from && to === period.to
  })
  return (
    <>
      <Select
        w={128}
        aria-label={texts.presets.month}
        placeholder={`${texts.from} – ${texts.to}`}
        data={PRESETS.map((value) => ({ value, label: texts.presets[value] }))}
        value={chosen ?? null}
        onChange={(value) => {
          const preset = PRESETS.find((each) => each === value)
          if (preset !== undefined) onChange(presetPeriod(preset, today))
        }}
      />
      <Day label={texts.from} value={period.from} onChange={(from) => onChange({ ...period, from })} />
      <span aria-hidden>–</span>
      <Day label={texts.to} value={period.to} onChange={(to) => onChange({ ...period, to })} />
    </>
  )
}

interface DayProps {
  readonly label: string
  readonly value: PlainDate
  readonly onChange: (day: PlainDate) => void
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      w={132}
      aria-label={label}
      title={label}
      value={value}
      onChange={({ currentTarget: { value: typed } }) => {
        if (typed !== '') onChange(typed)
      }}
    />
  )
}
