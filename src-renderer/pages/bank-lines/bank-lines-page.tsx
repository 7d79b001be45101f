import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useNextCase } from '#renderer/review/use-next-case.ts'
import { type LinesSearch, lineFilterOf } from '#renderer/routes/search.ts'
import { useKeys } from '#renderer/shell/keys/use-keys.ts'
import { DepositPage } from '#renderer/shell/page/deposit-page.tsx'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { loadedRows, WINDOW_SIZE, windowOptions } from '#renderer/table/window-query.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { AccountForm } from './account-form.tsx'
import classes from './bank-lines.module.css'
import { JoinBar } from './join-bar.tsx'
import { JoinPanel } from './join-panel.tsx'
import { LineCaseView } from './line-case.tsx'
import { useLineColumns } from './line-columns.tsx'
import { LineFilters } from './line-filters.tsx'
import { LineTotals } from './line-totals.tsx'
import { NoAccount } from './no-account.tsx'
import { NoLines } from './no-lines.tsx'
import { usePicking } from './use-picking.ts'

/** 到账认领: bank lines beside the one that is open. The address holds filter, order, case and width. */
export function BankLinesPage() {
  const texts = useTexts()
  const search = useSearch({ from: '/bank/lines' })
  const { id = null } = useParams({ strict: false })
  const navigate = useNavigate({ from: '/bank/lines' })
  const roles = useAccount()?.roles ?? []
  const [beside, setBeside] = useState<'join' | 'account' | null>(null)
  const accounts = useQuery(engine.bank.accounts.queryOptions())
  const filter = lineFilterOf(search)
  const sort = { column: search.sort ?? ('chronology' as const), descending: search.desc ?? false }
  const query = useInfiniteQuery(
    engine.bank.lines.list.infiniteOptions({
      input: (after: string | null) => ({ filter, sort, after, limit: WINDOW_SIZE }),
      ...windowOptions,
    }),
  )
  const rows = loadedRows(query.data)
  const nextId = useNextCase(
    rows.map((row) => row.id),
    id,
  )
  const nextOpenId = useNextCase(
    rows.filter((row) => row.status === 'open' || row.id === id).map((row) => row.id),
    id,
  )
  const picking = usePicking()
  const known = accounts.data
  const accountName = useCallback(
    (accountId: string) => {
      const account = known?.find((each) => each.id === accountId)
      return account === undefined ? accountId : `${account.bank} ${account.number}`
    },
    [known],
  )
  const mayMatch = mayCommand(roles, 'deposit.match')
  const columns = useLineColumns(mayMatch ? picking : null, accountName)
  const here = rows.find((row) => row.id === id)
  useKeys(
    mayMatch && here !== undefined
      ? [{ means: 'select-row', label: texts.bankLines.join.pickThis, run: () => picking.toggle(here) }]
      : [],
  )

  const show = (shown: string | null, part: LinesSearch = {}) => {
    setBeside(null)
    const next = (old: LinesSearch): LinesSearch => ({ ...old, ...part })
    void (shown === null
      ? navigate({ to: '/bank/lines', search: next, replace: true })
      : navigate({ to: '/bank/lines/$id', params: { id: shown }, search: next, replace: id !== null }))
  }
  const change = (part: LinesSearch) => show(id, part)
  const wide = search.wide ?? false
  const onWide = (on: boolean) => show(id, { wide: on || undefined })
  const addAccount = mayCommand(roles, 'bank.open-account') ? () => setBeside('account') : null
  const picked = [...picking.picked.values()]

  if (known?.length === 0) {
    return (
      <DepositPage title={texts.shell.screens.lines}>
        {beside === 'account' ? (
          <AccountForm onClose={() => setBeside(null)} />
        ) : (
          <NoAccount onAdd={addAccount} />
        )}
      </DepositPage>
    )
  }
  return (
    <DepositPage
      title={texts.shell.screens.lines}
      actions={
        addAccount === null ? null : (
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={addAccount}>
            {texts.bankLines.account.add}
          </Button>
        )
      }
      filters={
        <>
          <LineTotals filter={filter} onShow={(statuses) => change({ statuses })} />
          <LineFilters filter={filter} accounts={known ?? []} onChange={change} />
        </>
      }
    >
      <ListAndCase
        wide={wide && beside === null}
        list={
          <div className={classes.list}>
            <div className={classes.table}>
              <DataTable
                name="bank-lines"
                label={texts.shell.screens.lines}
                columns={columns}
                query={query}
                rowId={(row) => row.id}
                sort={sort}
                onSort={({ column, descending }) => change({ sort: column, desc: descending || undefined })}
                selectedId={id}
                onSelect={(row) => show(row.id)}
                onOpen={(row) => show(row.id, { wide: true })}
                empty={<NoLines filter={filter} />}
                scope={JSON.stringify(filter)}
              />
            </div>
            {picked.length === 0 ? null : (
              <JoinBar rows={picked} onOpen={() => setBeside('join')} onClear={picking.clear} />
            )}
          </div>
        }
        case={
          beside === 'account' ? (
            <AccountForm onClose={() => setBeside(null)} />
          ) : beside === 'join' && picked.length > 0 ? (
            <JoinPanel
              rows={picked}
              onClose={() => setBeside(null)}
              onMatched={(ids) => {
                picking.drop(ids)
                setBeside(null)
              }}
            />
          ) : id === null ? null : (
            <LineCaseView
              key={id}
              id={id}
              wide={wide}
              onWide={onWide}
              nextId={nextId}
              nextOpenId={nextOpenId}
              onShow={(shown) => show(shown, shown === null ? { wide: undefined } : {})}
            />
          )
        }
      />
    </DepositPage>
  )
}
