import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import type { AccountRow } from '#shared/contracts/console-engine/bank-lines.ts'
import type { StatementRow } from '#shared/contracts/console-engine/bank-reports.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { StatementTable } from './statement-table.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

/** The statements of an account: which file, which days, by whom and when, what proves it; and the way to withdraw one. */
export function StatementList({ account }: { readonly account: AccountRow }) {
  const texts = useTexts().bankReports.statements
  const roles = useAccount()?.roles ?? []
  const statements = useQuery(
    engine.bank.reports.statements.queryOptions({ input: { accountId: account.id } }),
  )
  const [chosen, setChosen] = useState<StatementRow | null>(null)
  const mayWithdraw = mayCommand(roles, 'bank.withdraw-statement')
  if (statements.data === undefined) return null
  return (
    <Panel title={texts.title}>
      {chosen === null ? null : (
        <WithdrawForm key={chosen.id} account={account} statement={chosen} onClose={() => setChosen(null)} />
      )}
      {statements.data.length === 0 ? (
        <PanelNote>{texts.none}</PanelNote>
      ) : (
        <StatementTable rows={statements.data} onWithdraw={mayWithdraw ? setChosen : null} />
      )}
    </Panel>
  )
}
