import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  YAxis,
} from 'recharts'
import { useLanguage, useTexts } from '#renderer/i18n/language-context.ts'
import { axisLabel } from './axis-label.ts'
import type { BoardPlace } from './board-figures.tsx'
import classes from './series-chart.module.css'

/** A piece of a series: its value, and where its rows are; null where it has none. */
export interface SeriesPoint {
  readonly name: string
  /** As the axis counts: yuan rather than fen. */
  readonly value: number
  /** The exact figure. */
  readonly shown: string
  readonly place: BoardPlace | null
}

interface SeriesChartProps {
  /** What is shown, over what. */
  readonly label: string
  readonly figure: string
  readonly points: readonly SeriesPoint[]
}

const HEIGHT = 220
/** A wider bar says no more. */
const WIDEST_BAR = 48

/**
 * A figure over time, a bar a piece. The arrow keys go from bar to bar, Enter and a click open its rows; the table below says
 * the same to who does not see it.
 */
export function SeriesChart({ label, figure, points }: SeriesChartProps) {
  const words = useTexts().boards
  const { language } = useLanguage()
  const navigate = useNavigate()
  const active = useRef<SeriesPoint | null>(null)
  const open = () => {
    if (active.current?.place != null) void navigate(active.current.place)
  }
  return (
    <figure className={classes.chart} aria-label={label}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what takes the focus is the chart within */}
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          open()
        }}
      >
        <ResponsiveContainer width="100%" height={HEIGHT}>
          <BarChart data={[...points]} title={label} desc={words.chartHint} onClick={open} accessibilityLayer>
            <CartesianGrid vertical={false} stroke="var(--mantine-color-default-border)" />
            <XAxis dataKey="name" tick={TICK} tickLine={false} stroke="var(--mantine-color-default-border)" />
            <YAxis
              width={56}
              allowDecimals={false}
              tick={TICK}
              tickLine={false}
              axisLine={false}
              tickFormatter={(value: number) => axisLabel(value, language)}
            />
            <Tooltip
              cursor={{ fill: 'var(--mantine-color-default-hover)' }}
              isAnimationActive={false}
              content={<Tip figure={figure} />}
            />
            <Bar
              dataKey="value"
              name={figure}
              fill="var(--mantine-primary-color-filled)"
              maxBarSize={WIDEST_BAR}
              radius={[2, 2, 0, 0]}
              isAnimationActive={false}
              className={classes.bar ?? ''}
            />
            <ActivePoint active={active} />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <figcaption className={classes.hint}>{words.chartHint}</figcaption>
    </figure>
  )
}

const TICK = { fill: 'var(--mantine-color-dimmed)', fontSize: 12 }

/** Keeps the point that pointer or keys are at: it is what Enter opens. */
function ActivePoint({ active }: { readonly active: RefObject<SeriesPoint | null> }) {
  const [point = null] = useActiveTooltipDataPoints<SeriesPoint>() ?? []
  useEffect(() => {
    active.current = point
  }, [active, point])
  return null
}

/** The exact figure of a bar. */
function Tip({ figure }: { readonly figure: string }) {
  const [point] = useActiveTooltipDataPoints<SeriesPoint>() ?? []
  if (point === undefined) return null
  return (
    <div className={classes.tip}>
      <strong>{point.name}</strong>
      <span>
        {figure} {point.shown}
      </span>
    </div>
  )
}
