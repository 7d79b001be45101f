import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { accountName } from '#renderer/format/account-name.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'
import { LateLoader } from '#renderer/shell/states/late-loader.tsx'
import { AccountReports } from './account-reports.tsx'
import { ReportExportMenu } from './report-export-menu.tsx'
import { StatementList } from './statement-list.tsx'

/** 收支核对: an account month by month. The address holds both; without them the first account and its newest month. */
export function BankReportsPage() {
  const words = useTexts()
  const texts = words.bankReports
  const search = useSearch({ from: '/bank/reports' })
  const navigate = useNavigate({ from: '/bank/reports' })
  const accounts = useQuery(engine.bank.accounts.queryOptions())
  const account = accounts.data?.find(({ id }) => id === search.account) ?? accounts.data?.[0]
  const months = useQuery({
    ...engine.bank.reports.months.queryOptions({ input: { accountId: account?.id ?? '' } }),
    enabled: account !== undefined,
  })
  const month = search.month ?? months.data?.[0]?.month
  const title = words.shell.screens.reports
  const toImport = (
    <Button renderRoot={(props) => <Link to="/bank/import" {...props} />}>{texts.import}</Button>
  )
  if (accounts.isError || months.isError) {
    const failed = accounts.isError ? accounts : months
    return (
      <DepositPage title={title}>
        <Failed error={failed.error} reset={() => void failed.refetch()} />
      </DepositPage>
    )
  }
  if (accounts.data === undefined) {
    return (
      <DepositPage title={title}>
        <LateLoader />
      </DepositPage>
    )
  }
  if (account === undefined) {
    return (
      <DepositPage title={title}>
        <Empty title={texts.noAccount} lead={texts.noAccountLead}>
          {toImport}
        </Empty>
      </DepositPage>
    )
  }
  return (
    <DepositPage
      title={title}
      actions={month === undefined ? null : <ReportExportMenu accountId={account.id} month={month} />}
      filters={
        <Select
          w={480}
          maw="100%"
          aria-label={texts.account}
          allowDeselect={false}
          data={accounts.data.map((each) => ({ value: each.id, label: accountName(each) }))}
          value={account.id}
          onChange={(id) => id !== null && void navigate({ search: { account: id }, replace: true })}
        />
      }
    >
      {month === undefined ? (
        months.data === undefined ? (
          <LateLoader />
        ) : (
          <>
            <Empty title={texts.noLines}>{toImport}</Empty>
            <StatementList account={account} />
          </>
        )
      ) : (
        <AccountReports
          accountId={account.id}
          months={months.data ?? []}
          month={month}
          onShow={(shown) => void navigate({ search: (old) => ({ ...old, month: shown }), replace: true })}
        />
      )}
    </DepositPage>
  )
}
