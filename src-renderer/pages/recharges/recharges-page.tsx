import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { rechargeFilterOf } from '#renderer/routes/search.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { RECHARGE_STATUSES } from '#shared/contracts/console-platform/records/recharge.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { RechargeCaseView } from './recharge-case.tsx'
import { useRechargeColumns } from './recharge-columns.tsx'
import { RecordRechargeForm } from './record-recharge-form.tsx'
import { ReturnedRecharges } from './returned-recharges.tsx'

/** 充值交纳: what providers paid in online. One is written in place of the case, for the deposit the address names. */
export function RechargesPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/recharges' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'recharge',
    address: '/recharges',
    search,
    filter: rechargeFilterOf(search),
    firstSort: 'paidOn',
    lastFirst: true,
    list: engine.recharges.list,
    exported: engine.recharges.export,
  })
  const { change } = queue
  const close = () => {
    setAgain(null)
    change({ record: undefined })
  }
  const isWriting = mayCommand(roles, 'recharge.record') && (again !== null || search.record !== undefined)
  return (
    <QueueFrame
      queue={queue}
      frame={DepositPage}
      name="recharges"
      title={texts.shell.screens.recharges}
      columns={useRechargeColumns()}
      empty={<Empty title={texts.recharges.nothing} lead={texts.recharges.nothingLead} />}
      filters={
        <>
          <ReturnedRecharges onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={RECHARGE_STATUSES}
            words={texts.statuses.recharge}
            columns={texts.recharges.columns}
            placeholder={texts.recharges.filterText}
            onChange={change}
          />
        </>
      }
      beside={
        isWriting ? (
          <RecordRechargeForm
            key={again?.commandId ?? search.record}
            returned={again}
            obligationId={search.record ?? ''}
            onClose={close}
          />
        ) : null
      }
    >
      {(open) => <RechargeCaseView {...open} />}
    </QueueFrame>
  )
}
