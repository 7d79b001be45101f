import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/preview.module.css'
import { Moment } from '#renderer/format/instant-text.tsx'
import { grouped, plainYuan } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { SegmentFilter } from '#renderer/table/filter-bar.tsx'
import { WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
import type { OrderPreview, PreviewOrder } from '#shared/contracts/console-engine/order-imports.ts'
import { CHANGED_ORDERS_LIMIT } from '#shared/contracts/console-platform/imported-orders.ts'
import { ORDER_NOVELTIES } from '#shared/rules/order-files/compare-order.ts'
import { useDifferenceText } from './difference-text.ts'
import { differingOrdinals } from './differing-ordinals.ts'
import own from './order-import.module.css'

interface PreviewOrdersProps {
  readonly preview: Extract<OrderPreview, { kind: 'read' }>
  readonly changed: ReadonlySet<number>
  readonly onChanged: (changed: ReadonlySet<number>) => void
}

const AS_IN_FILE = { column: 'ordinal', descending: false } as const

/** The orders of a file with what the import would do; each that differs is taken over only where a person says so. */
export function PreviewOrders({ preview, changed, onChanged }: PreviewOrdersProps) {
  const texts = useTexts().orderImport.orders
  const { importId, counts, file } = preview
  const present = ORDER_NOVELTIES.filter((novelty) => counts[novelty] > 0)
  // What has to be looked at comes first.
  const [shown, setShown] = useState<PreviewOrder['novelty'] | 'all'>(counts.differs > 0 ? 'differs' : 'all')
  const columns = useOrderColumns(changed, onChanged)
  const total = shown === 'all' ? file.orders : counts[shown]
  const query = useInfiniteQuery(
    engine.orders.imports.orders.infiniteOptions({
      input: (after: string | null) => ({
        importId,
        novelty: shown === 'all' ? null : shown,
        after: Number(after ?? 0),
        limit: WINDOW_SIZE,
      }),
      ...windowOptions,
      getNextPageParam: ({ next }) => (next === null ? null : String(next)),
      select: ({ pages, pageParams }) => ({
        pages: pages.map(({ orders, next }) => ({
          rows: orders,
          next: next === null ? null : String(next),
          total,
        })),
        pageParams,
      }),
    }),
  )
  const takeAll = async () => {
    if (changed.size > 0) onChanged(new Set())
    else onChanged(await differingOrdinals(importId))
  }
  return (
    <section className={classes.lines} aria-label={texts.title}>
      <header>
        <h3>{texts.title}</h3>
        {counts.differs === 0 || counts.differs > CHANGED_ORDERS_LIMIT ? null : (
          <Button size="compact-xs" variant="default" onClick={() => void takeAll()}>
            {changed.size > 0 ? texts.takeNone : texts.takeAll(grouped(counts.differs))}
          </Button>
        )}
        <SegmentFilter
          label={texts.filter}
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'all', label: `${texts.all} ${grouped(file.orders)}` },
            ...present.map((novelty) => ({
              value: novelty,
              label: `${texts.novelty[novelty]} ${grouped(counts[novelty])}`,
            })),
          ]}
        />
      </header>
      <div className={classes.table}>
        <DataTable
          name="order-import-orders"
          label={texts.title}
          columns={columns}
          query={query}
          rowId={(order) => String(order.ordinal)}
          sort={AS_IN_FILE}
          onSort={() => undefined}
          openId={null}
          onShow={() => undefined}
          onOpen={() => undefined}
          empty={<Empty title={texts.empty} />}
          scope={shown}
        />
      </div>
    </section>
  )
}

function useOrderColumns(
  changed: ReadonlySet<number>,
  onChanged: PreviewOrdersProps['onChanged'],
): readonly DeskColumn<PreviewOrder>[] {
  const texts = useTexts()
  const difference = useDifferenceText()
  return useMemo(() => {
    const words = texts.orderImport.orders
    const { none } = texts.format
    const said = ({ differs, missing }: PreviewOrder) =>
      [...differs.map(difference.differs), missing.length > 0 && difference.missing(missing)]
        .filter((part) => part !== false)
        .join(' · ')
    const toggle = (ordinal: number, on: boolean) => {
      const next = new Set(changed)
      if (on && next.size < CHANGED_ORDERS_LIMIT) next.add(ordinal)
      else next.delete(ordinal)
      onChanged(next)
    }
    return [
      {
        id: 'novelty',
        header: words.what,
        width: 148,
        fixed: true,
        cell: ({ novelty, ordinal, number }) =>
          novelty === 'differs' ? (
            <Checkbox
              size="xs"
              className={own.take ?? ''}
              label={words.take}
              aria-label={words.takeOne(number)}
              checked={changed.has(ordinal)}
              onChange={(event) => toggle(ordinal, event.currentTarget.checked)}
            />
          ) : (
            <span className={classes.mark} data-novelty={novelty}>
              {words.novelty[novelty]}
            </span>
          ),
      },
      {
        id: 'number',
        header: words.number,
        width: 168,
        cell: ({ number }) => number,
        title: ({ number }) => number,
      },
      { id: 'said', header: words.said, width: 320, grow: true, cell: said, title: said },
      {
        id: 'provider',
        header: words.provider,
        width: 176,
        cell: ({ providerName }) => providerName ?? none,
        title: ({ providerName }) => providerName ?? '',
      },
      {
        id: 'product',
        header: words.product,
        width: 136,
        cell: ({ productName }) => productName ?? none,
        title: ({ productName }) => productName ?? '',
      },
      {
        id: 'cash',
        header: words.cash,
        width: 120,
        align: 'right',
        cell: ({ cash }) => (cash === null ? none : plainYuan(cash)),
      },
      { id: 'paidAt', header: words.paidAt, width: 136, cell: ({ paidAt }) => <Moment at={paidAt} /> },
    ]
  }, [texts, difference, changed, onChanged])
}
