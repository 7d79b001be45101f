import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { engine } from '#renderer/engine-client/engine.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReturnedMakings } from '#renderer/review/returned-makings.tsx'
import type { AccountsSearch } from '#renderer/routes/account-search.ts'
import { ListAndCase } from '#renderer/shell/page/list-and-case.tsx'
import { Page } from '#renderer/shell/page/page.tsx'
import { Empty } from '#renderer/shell/states/empty.tsx'
import { OnlyFor } from '#renderer/shell/states/not-visible.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import type { ReturnedDecision } from '#shared/contracts/console-engine/pending.ts'
import { ACCOUNT_STATES } from '#shared/contracts/console-platform/accounts.ts'
import { ADMINS } from '#shared/contracts/console-platform/commands/who-may.ts'
import { AccountCase } from './account-case.tsx'
import { useAccountColumns } from './account-columns.tsx'
import classes from './accounts.module.css'
import { InviteForm } from './invite-form.tsx'

/** 用户与权限: who may sign in, with which roles from when to when. Others than administrators are told who may. */
export function AccountsPage() {
  const title = useTexts().shell.screens.accounts
  const isAdmin = useAccount()?.roles.some((role) => role === 'admin') ?? false
  if (isAdmin) return <Accounts title={title} />
  return (
    <Page title={title}>
      <OnlyFor roles={ADMINS} />
    </Page>
  )
}

function Accounts({ title }: { readonly title: string }) {
  const texts = useTexts()
  const words = texts.roles.accounts
  const search = useSearch({ from: '/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const [again, setAgain] = useState<ReturnedDecision | null>(null)
  const change = (part: Partial<AccountsSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const show = (id: string | null) =>
    change({ id: id ?? undefined, inviting: undefined, ...(id === null ? { wide: undefined } : {}) })
  const query = useInfiniteQuery({
    ...engine.accounts.list.infiniteOptions({
      input: () => undefined,
      initialPageParam: null as string | null,
      getNextPageParam: () => null,
      placeholderData: keepPreviousData,
    }),
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: pages.map(({ rows }) => {
        const fitting = rows.filter((row) => fits(row, search))
        return { rows: fitting, next: null, total: fitting.length }
      }),
    }),
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const opened = rows.find(({ account }) => account.id === search.id)
  const at = rows.findIndex(({ account }) => account.id === search.id)
  const isInviting = again !== null || search.inviting === true
  const closeForm = () => {
    setAgain(null)
    change({ inviting: undefined })
  }
  return (
    <Page
      title={title}
      aside={query.data === undefined ? null : texts.table.rows(grouped(rows.length))}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change({ inviting: true })}
        >
          {texts.commands.doing['user.invite']}
        </Button>
      }
      filters={
        <>
          <ReturnedMakings type="user.invite" onAgain={setAgain} />
          <div className={classes.filters}>
            <TextInput
              w={240}
              aria-label={words.filterText}
              placeholder={words.filterText}
              value={search.text ?? ''}
              onChange={(event) => change({ text: event.currentTarget.value || undefined })}
            />
            <Select
              w={136}
              clearable
              aria-label={words.columns.state}
              placeholder={words.anyState}
              data={ACCOUNT_STATES.map((value) => ({ value, label: texts.roles.accountState[value] }))}
              value={search.state ?? null}
              onChange={(value) => change({ state: ACCOUNT_STATES.find((each) => each === value) })}
            />
          </div>
        </>
      }
    >
      <ListAndCase
        wide={search.wide === true && !isInviting}
        list={
          <DataTable
            name="accounts"
            label={title}
            columns={useAccountColumns()}
            query={query}
            rowId={({ account }) => account.id}
            sort={{ column: 'name', descending: false }}
            onSort={() => undefined}
            compact={opened !== undefined || isInviting}
            openId={search.id ?? null}
            onShow={({ account }) => show(account.id)}
            onOpen={({ account }) => (account.id === search.id ? change({ wide: true }) : show(account.id))}
            empty={<Empty title={words.nothing} />}
            scope={JSON.stringify([search.state, search.text])}
          />
        }
        case={
          isInviting ? (
            <InviteForm key={again?.commandId ?? ''} returned={again} onClose={closeForm} />
          ) : opened === undefined ? null : (
            <AccountCase
              key={opened.account.id}
              row={opened}
              id={opened.account.id}
              wide={search.wide === true}
              onWide={(wide) => change({ wide: wide || undefined })}
              nextId={() => rows[at + 1]?.account.id ?? null}
              onShow={show}
            />
          )
        }
      />
    </Page>
  )
}

function fits({ account, operator }: AccountRow, { state, text = '' }: AccountsSearch): boolean {
  if (state !== undefined && account.state !== state) return false
  const wanted = text.trim().toLowerCase()
  return [operator.name, account.email, account.staffNumber ?? ''].some((each) =>
    each.toLowerCase().includes(wanted),
  )
}
