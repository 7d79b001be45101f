import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { depositFilterOf } from '#renderer/routes/search.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { DepositCaseView } from './deposit-case.tsx'
import { useDepositColumns } from './deposit-columns.tsx'
import { DepositFilters } from './deposit-filters.tsx'
import { DepositTotals } from './deposit-totals.tsx'
import { NewAmountNotice } from './new-amount-notice.tsx'

/** 保证金: the register. */
export function DepositsPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/deposits' })
  const queue = useQueue({
    kind: 'depositObligation',
    address: '/deposits',
    search,
    filter: depositFilterOf(search),
    firstSort: 'dueOn',
    list: engine.deposits.list,
    exported: engine.deposits.export,
  })
  const { filter, change } = queue
  return (
    <QueueFrame
      queue={queue}
      frame={DepositPage}
      name="deposits"
      title={texts.deposits.title}
      columns={useDepositColumns(filter.newAmounts.length > 0)}
      empty={texts.deposits.filter.empty}
      filters={
        <>
          <DepositTotals
            filter={filter}
            onShow={(status) => change({ statuses: status === null ? undefined : [status] })}
          />
          <NewAmountNotice
            filter={filter}
            onShow={() => change({ newAmounts: ['undecided'], statuses: undefined })}
          />
          <DepositFilters filter={filter} onChange={change} />
        </>
      }
    >
      {(open) => <DepositCaseView {...open} />}
    </QueueFrame>
  )
}
