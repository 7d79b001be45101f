import { Button } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import { payoutBatchFilterOf } from '#renderer/routes/payout-search.ts'
import { PayoutLinks } from '#renderer/shell/page/payout-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { PAYOUT_BATCH_STATUSES } from '#shared/contracts/console-platform/records/payout-batch.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { PayoutBatchCaseView } from './batch-case.tsx'
import { usePayoutBatchColumns } from './batch-columns.tsx'
import { MakingForm } from './making-form.tsx'

/** 付款批次: payments that leave together, by state. */
export function PayoutBatchesPage() {
  const texts = useTexts()
  const words = texts.payoutBatches
  const search = useSearch({ from: '/payout-batches' })
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'payoutBatch',
    address: '/payout-batches',
    search,
    filter: payoutBatchFilterOf(search),
    firstSort: 'createdAt',
    lastFirst: true,
    list: engine.payoutBatches.list,
    exported: engine.payoutBatches.export,
  })
  const { change } = queue
  const close = () => {
    setAgain(null)
    change({ making: undefined, again: undefined })
  }
  const mayMake = mayCommand(useAccount()?.roles ?? [], 'payout.batch')
  return (
    <QueueFrame
      queue={queue}
      name="payout-batches"
      title={texts.shell.screens.payoutBatches}
      columns={usePayoutBatchColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          {mayMake ? (
            <Button variant="default" onClick={() => change({ making: true })}>
              {texts.commands.doing['payout.batch']}
            </Button>
          ) : null}
          <PayoutLinks here="payout-batches" />
        </>
      }
      filters={
        <>
          <ReturnedMakings type="payout.batch" onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={PAYOUT_BATCH_STATUSES}
            words={texts.statuses.payoutBatch}
            columns={words.columns}
            placeholder={words.filterText}
            onChange={change}
          />
        </>
      }
      beside={
        mayMake && (again !== null || search.making === true) ? (
          <MakingForm
            key={again?.commandId ?? search.again}
            returned={again}
            again={search.again ?? null}
            onClose={close}
          />
        ) : null
      }
    >
      {(open) => <PayoutBatchCaseView {...open} />}
    </QueueFrame>
  )
}
