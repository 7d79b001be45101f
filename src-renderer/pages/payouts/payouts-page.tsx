import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import { payoutFilterOf } from '#renderer/routes/payout-search.ts'
import { PayoutLinks } from '#renderer/shell/page/payout-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { PAYOUT_STATUSES } from '#shared/contracts/console-platform/records/payout-request.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import { EvidenceExport } from './evidence-export.tsx'
import { PayoutCaseView } from './payout-case.tsx'
import { usePayoutColumns } from './payout-columns.tsx'
import { RequestForm } from './request-form.tsx'

/** 提现: the requests to be paid by state, and all that waits for who looks with one total. */
export function PayoutsPage() {
  const texts = useTexts()
  const words = texts.payouts
  const search = useSearch({ from: '/payouts' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'payoutRequest',
    address: '/payouts',
    search,
    filter: payoutFilterOf(search),
    firstSort: 'requestedOn',
    lastFirst: true,
    list: engine.payouts.list,
    exported: engine.payouts.export,
  })
  const { change } = queue
  const close = () => {
    setAgain(null)
    change({ making: undefined, provider: undefined, month: undefined })
  }
  const mayRequest = mayCommand(roles, 'payout.request')
  return (
    <QueueFrame
      queue={queue}
      name="payouts"
      title={texts.shell.screens.payouts}
      columns={usePayoutColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          {mayCommand(roles, 'payout.approve') ? (
            <Waiting isShown={queue.filter.forMe} onShow={change} />
          ) : null}
          {roles.includes('auditor') ? <EvidenceExport filter={queue.filter} /> : null}
          {mayRequest ? (
            <Button variant="default" onClick={() => change({ making: true })}>
              {texts.commands.doing['payout.request']}
            </Button>
          ) : null}
          <PayoutLinks here="payouts" />
        </>
      }
      filters={
        <>
          <ReturnedMakings type="payout.request" onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={PAYOUT_STATUSES}
            words={texts.statuses.payoutRequest}
            columns={texts.payouts.columns}
            placeholder={texts.payouts.filterText}
            onChange={change}
          />
        </>
      }
      beside={
        mayRequest && (again !== null || search.making === true) ? (
          <RequestForm
            key={again?.commandId ?? search.provider}
            returned={again}
            provider={search.provider ?? null}
            month={search.month ?? null}
            onClose={close}
          />
        ) : null
      }
    >
      {(open) => <PayoutCaseView {...open} />}
    </QueueFrame>
  )
}

interface WaitingProps {
  /** The list is narrowed to them. */
  readonly isShown: boolean
  readonly onShow: (part: { forMe: true | undefined }) => void
}

/** What waits for the approval of who looks, in one total; it shows them, or all again. */
function Waiting({ isShown, onShow }: WaitingProps) {
  const words = useTexts().payouts
  const waiting = useQuery(engine.payouts.waiting.queryOptions())
  if (waiting.data === undefined) return null
  const { count, total, accounts } = waiting.data
  return (
    <>
      {count === 0 && !isShown ? null : (
        <Button
          variant={isShown ? 'filled' : 'light'}
          aria-pressed={isShown}
          onClick={() => onShow({ forMe: isShown ? undefined : true })}
        >
          {words.waiting(count, formatYuan(total))}
        </Button>
      )}
      {accounts === 0 ? null : (
        <Button
          variant="light"
          renderRoot={(props) => <Link to="/payee-accounts" search={{ forMe: true }} {...props} />}
        >
          {words.accountsWait(accounts)}
        </Button>
      )}
    </>
  )
}
