import { Anchor } from '@mantine/core'
import { Link, type LinkOptions } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { Texts } from '#renderer/i18n/texts.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import type { Period } from '#shared/rules/boards/board-period.ts'
import classes from './boards.module.css'

/** A figure of a board: how it is called, and what it is of some figures. */
export interface BoardFigure<F> {
  readonly id: string
  readonly label: string
  /** Fen rather than a count. */
  readonly money: boolean
  /** Null where it is not known. */
  readonly of: (figures: F) => number | null
  /** Where the rows behind it are, of these days and of that group. */
  readonly at: (period: Period, key: string | null) => BoardPlace
}
/** An address of rows. */
export type BoardPlace = Pick<LinkOptions, 'to' | 'search'>

interface BoardTilesProps<F> {
  readonly figures: readonly BoardFigure<F>[]
  readonly period: Period
  readonly totals: F
  readonly before: { readonly period: Period; readonly totals: F }
}

/** The figures of the period, each with the period before and the change. */
export function BoardTiles<F>({ figures, period, totals, before }: BoardTilesProps<F>) {
  const texts = useTexts()
  return (
    <dl className={classes.tiles}>
      {figures.map((figure) => {
        const [now, then] = [figure.of(totals), figure.of(before.totals)]
        return (
          <div key={figure.id} className={classes.tile}>
            <dt>{figure.label}</dt>
            <dd className={classes.figure}>
              {now === null ? texts.roles.notVisible : linked(figure, now, period, null)}
            </dd>
            {now === null || then === null ? null : (
              <dd className={classes.before}>
                <span className={classes.change}>{changeOf(texts.boards, now, then)}</span>
                <span>
                  {texts.boards.before(
                    figureText(figure, then),
                    `${before.period.from} – ${before.period.to}`,
                  )}
                </span>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

/** A figure, exactly. */
export function figureText<F>({ money }: BoardFigure<F>, value: number): string {
  return money ? plainYuan(value) : grouped(value)
}

/** A number with the way to its rows; behind 0 there are none. */
function linked<F>(figure: BoardFigure<F>, value: number, period: Period, key: string | null): ReactNode {
  const shown = figureText(figure, value)
  if (value === 0) return shown
  return <Anchor renderRoot={(props) => <Link {...figure.at(period, key)} {...props} />}>{shown}</Anchor>
}

/** The change in per cent, to one place; in words where there was nothing before, or nothing changed. */
function changeOf(texts: Texts['boards'], now: number, then: number): string {
  if (now === then) return texts.noChange
  if (then === 0) return texts.change('—')
  const tenths = Math.round(((now - then) / Math.abs(then)) * 1000)
  return texts.change(`${tenths > 0 ? '+' : ''}${(tenths / 10).toFixed(1)}%`)
}

/** Figures of a day, a product and so on; days have their period. */
export interface BoardGroup<F> {
  readonly key: string
  readonly name: string
  readonly period: Period | null
  readonly figures: F
}

interface BoardGroupsProps<F> {
  readonly label: string
  readonly figures: readonly BoardFigure<F>[]
  readonly period: Period
  readonly groups: readonly BoardGroup<F>[]
  readonly nameOf: (group: BoardGroup<F>) => string
}

/** The figures by day, product and so on: every number leads to its rows, the first has a bar to compare by. */
export function BoardGroups<F>({ label, figures, period, groups, nameOf }: BoardGroupsProps<F>) {
  const texts = useTexts().boards
  const caption = useId()
  const most = Math.max(1, ...groups.map((group) => figures[0]?.of(group.figures) ?? 0))
  const isEmpty = groups.every((group) => figures.every(({ of }) => (of(group.figures) ?? 0) === 0))
  if (isEmpty) return <Empty title={texts.nothingThen} lead={texts.nothingLead} />
  return (
    <section className={classes.groups} aria-labelledby={caption}>
      <table className={classes.table}>
        <caption id={caption} className={classes.caption}>
          {label}
        </caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {figures.map(({ id, label: heading }) => (
              <th key={id} scope="col" className={classes.number}>
                {heading}
              </th>
            ))}
            <td className={classes.bars} />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => {
            const first = figures[0]?.of(group.figures) ?? 0
            return (
              <tr key={group.key}>
                <th scope="row" title={nameOf(group)}>
                  {nameOf(group)}
                </th>
                {figures.map((figure) => {
                  const value = figure.of(group.figures)
                  return (
                    <td key={figure.id} className={classes.number}>
                      {value === null
                        ? '—'
                        : linked(
                            figure,
                            value,
                            group.period ?? period,
                            group.period === null ? group.key : null,
                          )}
                    </td>
                  )
                })}
                <td className={classes.bars} aria-hidden>
                  <div className={classes.bar} style={{ width: `${(first / most) * 100}%` }} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
