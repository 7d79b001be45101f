import { useMemo } from 'react'
import { Moment } from '#renderer/format/instant-text.tsx'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useColumnMakers } from '#renderer/queue/use-column-makers.tsx'
import type { DeskColumn } from '#renderer/table/column.ts'
import type { AccountRow } from '#shared/contracts/console-engine/accounts.ts'
import { AccountStateMark } from './account-marks.tsx'

/** The columns of 用户与权限. */
export function useAccountColumns(): readonly DeskColumn<AccountRow>[] {
  const texts = useTexts()
  const make = useColumnMakers()
  return useMemo(() => {
    const { role: roleNames, accountState, secondFactor, accounts } = texts.roles
    const { columns } = accounts
    const rolesOf = ({ operator }: AccountRow) =>
      operator.roles.map((role) => roleNames[role]).join(' · ') || texts.format.none
    return [
      { ...make.name<AccountRow>('name', columns.name, ({ operator }) => operator.name), sortable: false },
      {
        ...{ id: 'state', header: columns.state, width: 112, compact: 'state' },
        cell: ({ account }) => <AccountStateMark state={account.state} />,
        title: ({ account }) => accountState[account.state],
      },
      { ...make.text<AccountRow>('roles', columns.roles, 220, rolesOf), compact: 'when' },
      make.text<AccountRow>('email', columns.email, 240, ({ account }) => account.email),
      make.text<AccountRow>(
        'staffNumber',
        accounts.person.staffNumber,
        96,
        ({ account }) => account.staffNumber ?? texts.format.none,
      ),
      make.text<AccountRow>(
        'factor',
        columns.factor,
        96,
        ({ account }) => secondFactor[account.secondFactor],
      ),
      {
        ...{ id: 'lastSignIn', header: columns.lastSignIn, width: 136 },
        cell: ({ account }) => <Moment at={account.lastSignInAt} />,
      },
    ]
  }, [texts, make])
}
