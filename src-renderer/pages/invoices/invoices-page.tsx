import { Button, CloseButton } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import classes from '#renderer/invoices/invoices.module.css'
import { DropHere, ReceivePart } from '#renderer/invoices/receive-part.tsx'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import { invoiceFilterOf } from '#renderer/routes/invoice-search.ts'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import { SegmentFilter } from '#renderer/table/filter-bar.tsx'
import { INVOICE_LISTS } from '#shared/contracts/console-engine/invoices.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { INVOICE_STATUSES } from '#shared/contracts/console-platform/records/invoice.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ArchiveExport } from './archive-export.tsx'
import { InvoiceCaseView } from './invoice-case.tsx'
import { useInvoiceColumns } from './invoice-columns.tsx'
import { TypedForm } from './typed-form.tsx'

/** 发票: what providers invoiced us, by state; files are received here, or one is typed in. */
export function InvoicesPage() {
  const texts = useTexts()
  const words = texts.invoices
  const search = useSearch({ from: '/invoices' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'invoice',
    address: '/invoices',
    search,
    filter: invoiceFilterOf(search),
    firstSort: 'issuedOn',
    lastFirst: true,
    list: engine.invoices.list,
    exported: engine.invoices.export,
  })
  const { change } = queue
  const close = () => {
    setAgain(null)
    change({ making: undefined, payout: undefined, provider: undefined })
  }
  const mayRecord = mayCommand(roles, 'invoice.record')
  const dropped = useRef<readonly File[]>([])
  const takeDropped = () => {
    const files = dropped.current
    dropped.current = []
    return files
  }
  const isTyping = again !== null || search.making === 'typed'
  return (
    <QueueFrame
      queue={queue}
      name="invoices"
      title={texts.shell.screens.invoices}
      columns={useInvoiceColumns(queue.filter.list)}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          <ArchiveExport filter={queue.filter} />
          {mayRecord ? (
            <>
              <Button variant="default" onClick={() => change({ making: 'files' })}>
                {words.receive.open}
              </Button>
              <Button variant="default" onClick={() => change({ making: 'typed' })}>
                {words.receive.typed}
              </Button>
            </>
          ) : null}
        </>
      }
      filters={
        <>
          {mayRecord && !isTyping && search.making === undefined ? (
            <DropHere
              onFiles={(files) => {
                dropped.current = files
                change({ making: 'files' })
              }}
            />
          ) : null}
          <ReturnedMakings type="invoice.record" onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={INVOICE_STATUSES}
            words={texts.statuses.invoice}
            columns={words.columns}
            placeholder={words.filterText}
            onChange={change}
          >
            <SegmentFilter
              label={words.columns.list}
              choices={[
                { value: 'all', label: words.allLists },
                ...INVOICE_LISTS.map((value) => ({ value, label: words.lists[value] })),
              ]}
              value={queue.filter.list ?? 'all'}
              onChange={(value) => change({ list: value === 'all' ? undefined : value })}
            />
          </StatusFilters>
        </>
      }
      beside={
        mayRecord && isTyping ? (
          <TypedForm
            key={again?.commandId}
            returned={again}
            providerId={search.provider ?? null}
            payoutId={search.payout ?? null}
            onClose={close}
          />
        ) : mayRecord && search.making === 'files' ? (
          <ReceivePanel payoutId={search.payout ?? null} takeDropped={takeDropped} onClose={close} />
        ) : null
      }
    >
      {(open) => <InvoiceCaseView {...open} />}
    </QueueFrame>
  )
}

interface ReceivePanelProps {
  readonly payoutId: string | null
  readonly takeDropped: () => readonly File[]
  readonly onClose: () => void
}

/** Files in, beside the list of what is on record. */
function ReceivePanel({ payoutId, takeDropped, onClose }: ReceivePanelProps) {
  const words = useTexts().invoices.receive
  const query = useQuery(
    engine.payouts.get.queryOptions({ input: payoutId === null ? skipToken : { id: payoutId } }),
  )
  const payout = query.data?.payout ?? null
  if (payoutId !== null && payout === null) return null
  const invoiced = payout?.invoices.reduce((sum, { gross }) => sum + gross, 0) ?? 0
  return (
    <section className={classes.panel} aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <CloseButton aria-label={words.close} onClick={onClose} />
      </header>
      <ReceivePart
        payout={payout === null ? null : { id: payout.id, amount: payout.amount, invoiced }}
        takeDropped={takeDropped}
      />
    </section>
  )
}
