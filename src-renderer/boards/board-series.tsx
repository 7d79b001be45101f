import { lazy, Suspense, useState } from 'react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { SegmentFilter } from '#renderer/table/filter-bar.tsx'
import type { Period } from '#shared/rules/boards/board-period.ts'
import { type BoardFigure, type BoardGroup, figureText } from './board-figures.tsx'
import classes from './boards.module.css'

/** Read when a series is first shown: no other page needs it. */
const SeriesChart = lazy(async () => ({ default: (await import('./series-chart.tsx')).SeriesChart }))

interface BoardSeriesProps<F> {
  readonly label: string
  readonly figures: readonly BoardFigure<F>[]
  readonly period: Period
  readonly groups: readonly BoardGroup<F>[]
}

const FEN_PER_YUAN = 100

/** One of the figures over time, as a chart; nothing where a number says as much. */
export function BoardSeries<F>({ label, figures, period, groups }: BoardSeriesProps<F>) {
  const texts = useTexts().boards
  const known = figures.filter((figure) => groups.some((group) => (figure.of(group.figures) ?? 0) !== 0))
  const [chosen, setChosen] = useState<string | null>(null)
  const figure = known.find(({ id }) => id === chosen) ?? known[0]
  const pieces = groups.filter((group) => group.period !== null)
  if (figure === undefined || pieces.length < 2) return null
  const points = pieces.map((group) => {
    const value = figure.of(group.figures) ?? 0
    return {
      name: group.name,
      value: figure.money ? value / FEN_PER_YUAN : value,
      shown: figureText(figure, value),
      place: value === 0 ? null : figure.at(group.period ?? period, null),
    }
  })
  return (
    <>
      <div className={classes.head}>
        <SegmentFilter
          label={texts.chartOf}
          choices={known.map(({ id, label: name }) => ({ value: id, label: name }))}
          value={figure.id}
          onChange={setChosen}
        />
      </div>
      <Suspense fallback={<div className={classes.chartRoom} />}>
        <SeriesChart label={`${figure.label} · ${label}`} figure={figure.label} points={points} />
      </Suspense>
    </>
  )
}
