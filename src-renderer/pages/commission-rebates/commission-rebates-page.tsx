import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { commissionRebateFilterOf } from '#renderer/routes/settlement-search.ts'
import { SettlementLinks } from '#renderer/shell/page/settlement-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { CommissionRebateCaseView } from './commission-rebate-case.tsx'
import { useCommissionRebateColumns } from './commission-rebate-columns.tsx'
import { CommissionRebateFilters } from './commission-rebate-filters.tsx'

/** 佣金返还: what providers are to have back of the commission they were charged, statement by statement. */
export function CommissionRebatesPage() {
  const words = useTexts().commissionRebates
  const search = useSearch({ from: '/rebates' })
  const queue = useQueue({
    kind: 'commissionRebate',
    address: '/rebates',
    search,
    filter: commissionRebateFilterOf(search),
    firstSort: 'month',
    lastFirst: true,
    list: engine.commissionRebates.list,
    exported: engine.commissionRebates.export,
  })
  return (
    <QueueFrame
      queue={queue}
      name="commission-rebates"
      title={words.title}
      columns={useCommissionRebateColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={<SettlementLinks here="rebates" />}
      filters={<CommissionRebateFilters filter={queue.filter} onChange={queue.change} />}
    >
      {(open) => <CommissionRebateCaseView {...open} />}
    </QueueFrame>
  )
}
