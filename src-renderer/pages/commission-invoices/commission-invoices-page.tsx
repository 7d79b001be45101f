import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { commissionInvoiceFilterOf } from '#renderer/routes/settlement-search.ts'
import { SettlementLinks } from '#renderer/shell/page/settlement-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import { COMMISSION_INVOICE_STATUSES } from '#shared/contracts/console-platform/records/commission-invoice.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { CommissionInvoiceCaseView } from './commission-invoice-case.tsx'
import { useCommissionInvoiceColumns } from './commission-invoice-columns.tsx'
import { IssuingPanel } from './issuing-panel.tsx'

/** 佣金发票: what the marketplaces invoice their providers for, month by month. */
export function CommissionInvoicesPage() {
  const { commissionInvoices: words, statuses } = useTexts()
  const search = useSearch({ from: '/commission-invoices' })
  const queue = useQueue({
    kind: 'commissionInvoice',
    address: '/commission-invoices',
    search,
    filter: commissionInvoiceFilterOf(search),
    firstSort: 'month',
    lastFirst: true,
    list: engine.commissionInvoices.list,
    exported: engine.commissionInvoices.export,
  })
  const { filter, change } = queue
  const mayRecord = mayCommand(useAccount()?.roles ?? [], 'commission-invoice.record-number')
  return (
    <QueueFrame
      queue={queue}
      name="commission-invoices"
      title={words.title}
      columns={useCommissionInvoiceColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          {mayRecord ? (
            <Button variant="default" onClick={() => change({ issuing: true })}>
              {words.issuing.open}
            </Button>
          ) : null}
          <SettlementLinks here="commission-invoices" />
        </>
      }
      beside={
        mayRecord && search.issuing === true ? (
          <IssuingPanel filter={filter} onClose={() => change({ issuing: undefined })} />
        ) : null
      }
      filters={
        <StatusFilters
          filter={filter}
          statuses={COMMISSION_INVOICE_STATUSES}
          words={statuses.commissionInvoice}
          columns={words.columns}
          placeholder={words.filterText}
          onChange={change}
        />
      }
    >
      {(open) => <CommissionInvoiceCaseView {...open} />}
    </QueueFrame>
  )
}
