import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { StatusFilters } from '#renderer/queue/status-filters.tsx'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import { payeeAccountFilterOf } from '#renderer/routes/payout-search.ts'
import { PayoutLinks } from '#renderer/shell/page/payout-links.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { PROVIDER_ACCOUNT_STATUSES } from '#shared/contracts/console-platform/records/provider-account.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { PayeeAccountCaseView } from './account-case.tsx'
import { usePayeeAccountColumns } from './account-columns.tsx'
import { AccountForm } from './account-form.tsx'

/** 收款账户: the accounts providers are paid to, by state. */
export function PayeeAccountsPage() {
  const texts = useTexts()
  const words = texts.payouts.accounts
  const search = useSearch({ from: '/payee-accounts' })
  const roles = useAccount()?.roles ?? []
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const queue = useQueue({
    kind: 'providerAccount',
    address: '/payee-accounts',
    search,
    filter: payeeAccountFilterOf(search),
    firstSort: 'name',
    lastFirst: false,
    list: engine.payeeAccounts.list,
    exported: engine.payeeAccounts.export,
  })
  const { change } = queue
  const close = () => {
    setAgain(null)
    change({ making: undefined })
  }
  const mayPropose = mayCommand(roles, 'provider.propose-bank-account')
  return (
    <QueueFrame
      queue={queue}
      name="payee-accounts"
      title={words.title}
      columns={usePayeeAccountColumns()}
      empty={<Empty title={words.nothing} lead={words.nothingLead} />}
      actions={
        <>
          {mayCommand(roles, 'provider.approve-bank-account') ? (
            <Waiting isShown={queue.filter.forMe} onShow={change} />
          ) : null}
          {mayPropose ? (
            <Button variant="default" onClick={() => change({ making: true })}>
              {texts.commands.doing['provider.propose-bank-account']}
            </Button>
          ) : null}
          <PayoutLinks here="payee-accounts" />
        </>
      }
      filters={
        <>
          <ReturnedMakings type="provider.propose-bank-account" onAgain={setAgain} />
          <StatusFilters
            filter={queue.filter}
            statuses={PROVIDER_ACCOUNT_STATUSES}
            words={texts.statuses.providerAccount}
            columns={texts.payouts.accountColumns}
            placeholder={texts.payouts.accounts.filterText}
            onChange={change}
          />
        </>
      }
      beside={
        mayPropose && (again !== null || search.making === true) ? (
          <AccountForm key={again?.commandId} returned={again} onClose={close} />
        ) : null
      }
    >
      {(open) => <PayeeAccountCaseView {...open} />}
    </QueueFrame>
  )
}

interface WaitingProps {
  /** The list is narrowed to them. */
  readonly isShown: boolean
  readonly onShow: (part: { forMe: true | undefined }) => void
}

/** How many accounts wait for the approval of who looks; it shows them, or all again. */
function Waiting({ isShown, onShow }: WaitingProps) {
  const words = useTexts().payouts
  const waiting = useQuery(engine.payouts.waiting.queryOptions())
  if (waiting.data === undefined || (waiting.data.accounts === 0 && !isShown)) return null
  return (
    <Button
      variant={isShown ? 'filled' : 'light'}
      aria-pressed={isShown}
      onClick={() => onShow({ forMe: isShown ? undefined : true })}
    >
      {words.accountsWait(waiting.data.accounts)}
    </Button>
  )
}
