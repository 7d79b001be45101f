import { type ReactNode, useMemo } from 'react'
import type { ReviewClock } from '#shared/contracts/console-engine/clock.ts'
import type { PendingDecision } from '#shared/contracts/console-engine/pending.ts'
import type { Fen } from '#shared/money/fen.ts'
import { Moment } from '../format/instant-text.tsx'
import { plainYuan } from '../format/quantity.ts'
import { useTexts } from '../i18n/language-context.ts'
import { ClockMark } from '../shell/status/clock-mark.tsx'
import { DecisionStateMark } from '../shell/status/status-mark.tsx'
import { useMarketplaces } from '../shell/use-marketplaces.ts'
import type { DeskColumn } from '../table/column.ts'

/** The columns that queues share, made alike: a page names the heading and, where it differs, width and id. */
export function useColumnMakers() {
  const texts = useTexts()
  const { marketplaceName } = useMarketplaces()
  return useMemo(() => {
    const { none } = texts.format

    /** Words, whole on hover and focus where they are cut. */
    function text<Row>(id: string, header: string, width: number, of: (row: Row) => string): DeskColumn<Row> {
      return { id, header, width, cell: of, title: of }
    }

    /** What names the row. */
    function name<Row>(id: string, header: string, of: (row: Row) => string): DeskColumn<Row> {
      return {
        ...text(id, header, 220, of),
        minWidth: 160,
        grow: true,
        sortable: true,
        fixed: true,
        compact: 'name',
      }
    }

    function marketplace<Row extends { readonly marketplace: string }>(header: string): DeskColumn<Row> {
      return text('marketplace', header, 140, (row) => marketplaceName(row.marketplace))
    }

    /** Where it stands; while a decision is on its way, that. */
    function status<Row extends { readonly pending: PendingDecision | null }>(
      header: string,
      mark: (row: Row) => ReactNode,
      word: (row: Row) => string,
    ): DeskColumn<Row> {
      return {
        id: 'status',
        header,
        width: 128,
        compact: 'state',
        cell: (row) => (row.pending === null ? mark(row) : <DecisionStateMark state={row.pending.state} />),
        title: word,
      }
    }

    function clock<Row extends { readonly clock: ReviewClock | null }>(header: string): DeskColumn<Row> {
      return {
        id: 'dueOn',
        header,
        width: 164,
        sortable: true,
        compact: 'when',
        cell: (row) => <ClockMark clock={row.clock} />,
      }
    }

    function assignee<Row extends { readonly assignee: { readonly name: string } | null }>(
      header: string,
    ): DeskColumn<Row> {
      return {
        id: 'assignee',
        header,
        width: 96,
        cell: (row) => row.assignee?.name ?? none,
        title: (row) => row.assignee?.name ?? texts.review.nobody,
      }
    }

    /** An instant, in Beijing time. */
    function moment<Row>(id: string, header: string, of: (row: Row) => string | null): DeskColumn<Row> {
      return { id, header, width: 136, sortable: true, cell: (row) => <Moment at={of(row)} /> }
    }

    function date<Row>(id: string, header: string, of: (row: Row) => string | null): DeskColumn<Row> {
      return text(id, header, 112, (row) => of(row) ?? none)
    }

    /** Fen as yuan, the unit stands in the heading; `absent` where there is none. */
    function money<Row>(
      id: string,
      header: string,
      of: (row: Row) => Fen | null,
      absent: string = none,
    ): DeskColumn<Row> {
      const shown = (row: Row) => {
        const amount = of(row)
        return amount === null ? absent : plainYuan(amount)
      }
      return { id, header, width: 128, align: 'right', cell: shown, title: shown }
    }

    return { text, name, marketplace, status, clock, assignee, moment, date, money }
  }, [texts, marketplaceName])
}
