import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { commissionRebateFilterOf } from '#renderer/routes/settlement-search.ts'
import { SettlementLinks } from '#renderer/shell/page/settlement-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { COMMISSION_REBATE_STATUSES } from '#shared/contracts/console-platform/records/commission-rebate.ts'
import { CommissionRebateCaseView } from './commission-rebate-case.tsx'
import { useCommissionRebateColumns } from './commission-rebate-columns.tsx'

/** 佣金返还: what providers are to have back of the commission they were charged, statement by statement. */
export function CommissionRebatesPage() {
  const { commissionRebates: words, statuses } = useTexts()
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
      filters={
        <StatusFilters
          filter={queue.filter}
          statuses={COMMISSION_REBATE_STATUSES}
          words={statuses.commissionRebate}
          columns={words.columns}
          placeholder={words.filterText}
          onChange={queue.change}
        />
      }
    >
      {(open) => <CommissionRebateCaseView {...open} />}
    </QueueFrame>
  )
}
