import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { QueueFrame } from '#renderer/queue/queue-frame.tsx'
import { useNextCase } from '#renderer/queue/use-next-case.ts'
import { useQueue } from '#renderer/queue/use-queue.ts'
import { useSelection } from '#renderer/queue/use-selection.ts'
import { lineFilterOf } from '#renderer/routes/search.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { LineRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { ExactPanel } from './exact/exact-panel.tsx'
import { AccountForm } from './forms/account-form.tsx'
import { NoAccount } from './forms/no-account.tsx'
import { ReturnedAccounts } from './forms/returned-accounts.tsx'
import { JoinBar } from './join/join-bar.tsx'
import { JoinPanel } from './join/join-panel.tsx'
import { LineCaseView } from './line-case.tsx'
import { useLineColumns } from './line-columns.tsx'
import { LineFilters } from './line-filters.tsx'
import { LineTotals } from './line-totals.tsx'
import { NoLines } from './no-lines.tsx'

interface Beside {
  readonly what: 'join' | 'account' | 'exact'
  /** The line that was open when it was asked for. */
  readonly openId: string | null
  /** The account that came back and is taken again. */
  readonly returned: ReturnedDecision | null
}

/** 到账认领: bank lines. Lines that are selected are joined in place of the case; so is an account opened. */
export function BankLinesPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/bank/lines' })
  const roles = useAccount()?.roles ?? []
  const [besideAt, setBeside] = useState<Beside | null>(null)
  const accounts = useQuery(engine.bank.accounts.queryOptions())
  const queue = useQueue({
    kind: 'bankLine',
    address: '/bank/lines',
    search,
    filter: lineFilterOf(search),
    firstSort: 'chronology',
    list: engine.bank.lines.list,
    exported: engine.bank.lines.export,
  })
  const { filter, rows, openId, change } = queue
  const nextOpenId = useNextCase(
    rows.filter((row) => row.status === 'open' || row.id === openId).map((row) => row.id),
    openId,
  )
  const mayMatch = mayCommand(roles, 'deposit.match')
  const selection = useSelection<LineRow>((row) => row.status === 'open')
  const known = accounts.data
  const accountName = useCallback(
    (accountId: string) => {
      const account = known?.find((each) => each.id === accountId)
      return account === undefined ? accountId : `${account.bank} ${account.number}`
    },
    [known],
  )
  const columns = useLineColumns(accountName)

  const close = () => setBeside(null)
  // Another line that is opened takes the place of what was beside the list.
  const beside = besideAt?.openId === openId ? besideAt.what : null
  const addAccount = mayCommand(roles, 'bank.open-account')
    ? () => setBeside({ what: 'account', openId, returned: null })
    : null
  const picked = [...selection.rows.values()]
  const returned = besideAt?.returned ?? null
  const accountForm = <AccountForm key={returned?.commandId} returned={returned} onClose={close} />
  const returnedAccounts = (
    <ReturnedAccounts onAgain={(decision) => setBeside({ what: 'account', openId, returned: decision })} />
  )

  if (known?.length === 0) {
    return (
      <DepositPage title={texts.shell.screens.lines}>
        {returnedAccounts}
        {beside === 'account' ? accountForm : <NoAccount onAdd={addAccount} />}
      </DepositPage>
    )
  }
  return (
    <QueueFrame
      queue={queue}
      frame={DepositPage}
      name="bank-lines"
      title={texts.shell.screens.lines}
      columns={columns}
      selection={mayMatch ? selection : null}
      empty={<NoLines filter={filter} />}
      actions={
        addAccount === null ? null : (
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={addAccount}>
            {texts.bankLines.account.add}
          </Button>
        )
      }
      filters={
        <>
          {returnedAccounts}
          <LineTotals
            filter={filter}
            onShow={(statuses) => change({ statuses })}
            onExact={mayMatch ? () => setBeside({ what: 'exact', openId, returned: null }) : null}
          />
          <LineFilters filter={filter} accounts={known ?? []} onChange={change} />
        </>
      }
      bar={
        picked.length === 0 ? null : (
          <JoinBar
            rows={picked}
            onOpen={() => setBeside({ what: 'join', openId, returned: null })}
            onClear={selection.clear}
          />
        )
      }
      beside={
        beside === 'account' ? (
          accountForm
        ) : beside === 'exact' ? (
          <ExactPanel filter={filter} onClose={close} />
        ) : beside === 'join' && picked.length > 0 ? (
          <JoinPanel rows={picked} onClose={close} onMatched={selection.drop} />
        ) : null
      }
    >
      {(open) => <LineCaseView {...open} nextOpenId={nextOpenId} />}
    </QueueFrame>
  )
}
