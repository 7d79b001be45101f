import { useSearch } from '@tanstack/react-router'
import { OnlyMark } from '#renderer/boards/board-bar.tsx'
import { useOnly } from '#renderer/boards/use-only.ts'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { billFilterOf } from '#renderer/routes/bill-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { BillCaseView } from './bill-case.tsx'
import { useBillColumns } from './bill-columns.tsx'
import { BillFilters } from './bill-filters.tsx'

/** 按需账单: what marketplaces billed for metered use, held against their rules. */
export function BillsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/metered-bills' })
  const queue = useQueue({
    kind: 'meteredBill',
    address: '/metered-bills',
    search,
    filter: billFilterOf(search),
    firstSort: 'billedAt',
    lastFirst: true,
    list: engine.meteredBills.list,
    exported: engine.meteredBills.export,
  })
  const only = useOnly({ providerId: queue.filter.providerId, listingId: null })
  return (
    <QueueFrame
      queue={queue}
      name="meteredBills"
      title={texts.meteredBills.title}
      columns={useBillColumns()}
      empty={<Empty title={texts.meteredBills.nothing} lead={texts.meteredBills.nothingLead} />}
      actions={null}
      filters={
        <>
          <BillFilters filter={queue.filter} onChange={queue.change} />
          <OnlyMark only={only} onChange={({ providerId }) => queue.change({ providerId })} />
        </>
      }
    >
      {(open) => <BillCaseView {...open} />}
    </QueueFrame>
  )
}
