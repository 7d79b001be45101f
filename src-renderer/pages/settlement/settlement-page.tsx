import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { settlementFilterOf } from '#renderer/routes/search.ts'
import { SettlementLinks } from '#renderer/shell/page/settlement-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { BookExport } from './book-export.tsx'
import { MonthPanel } from './month-panel.tsx'
import { MonthTiles } from './month-tiles.tsx'
import { SettlementCaseView } from './settlement-case.tsx'
import { useSettlementColumns } from './settlement-columns.tsx'
import { SettlementFilters } from './settlement-filters.tsx'

/** 结算: the months of every marketplace, and the statements of their providers. */
export function SettlementPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/settlement' })
  const queue = useQueue({
    kind: 'settlementStatement',
    address: '/settlement',
    search,
    filter: settlementFilterOf(search),
    firstSort: 'month',
    lastFirst: true,
    list: engine.settlement.list,
    exported: engine.settlement.export,
  })
  const { filter, change, openId } = queue
  const [marketplace = null] = filter.marketplaces.length === 1 ? filter.marketplaces : []
  const [month = null] = filter.months.length === 1 ? filter.months : []
  const [isClosing, setClosing] = useState(false)
  const { shown } = search
  const led = useQuery({
    ...engine.settlement.monthOf.queryOptions({ input: { id: shown ?? '' } }),
    enabled: shown !== undefined,
  })
  useEffect(() => {
    if (shown === undefined || led.data == null) return
    change({ shown: undefined, marketplaces: [led.data.marketplace], months: [led.data.month] })
    setClosing(true)
  })
  // A statement that is opened takes the place of the month.
  useEffect(() => {
    if (openId !== null) setClosing(false)
  }, [openId])
  return (
    <QueueFrame
      queue={queue}
      name="settlement"
      title={texts.shell.screens.settlement}
      columns={useSettlementColumns()}
      empty={<Empty title={texts.settlement.nothing} lead={texts.settlement.nothingLead} />}
      actions={
        <>
          <SettlementLinks here="settlement" />
          <BookExport filter={filter} />
        </>
      }
      filters={
        <>
          <MonthTiles
            marketplace={marketplace}
            month={month}
            isOpen={isClosing}
            onChoose={(part) => change(part)}
            onOpen={() => setClosing((was) => !was)}
          />
          <SettlementFilters filter={filter} onChange={change} />
        </>
      }
      beside={
        isClosing && marketplace !== null && month !== null ? (
          <MonthPanel
            key={`${marketplace} ${month}`}
            marketplace={marketplace}
            month={month}
            onClose={() => setClosing(false)}
            onShow={(part) => change(part)}
          />
        ) : null
      }
    >
      {(open) => <SettlementCaseView {...open} />}
    </QueueFrame>
  )
}
