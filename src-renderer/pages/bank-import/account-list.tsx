import { Anchor, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import classes from '#renderer/files/drop.module.css'
import { accountName } from '#renderer/format/account-name.ts'
import { grouped } from '#renderer/format/quantity.ts'
import { useBilingual, useTexts } from '#renderer/i18n/language-context.ts'
import { Panel, PanelNote } from '#renderer/shell/page/panel.tsx'
import { Failed } from '#renderer/shell/states/failed.tsx'

/** Our accounts: which days of each are here, and what waits to be reconciled. */
export function AccountList() {
  const { accounts: words, head } = useTexts().bankImport
  const say = useBilingual()
  const accounts = useQuery(engine.bank.accounts.queryOptions())
  return (
    <Panel title={words.title}>
      {accounts.isError ? <Failed error={accounts.error} reset={() => void accounts.refetch()} /> : null}
      {accounts.data?.length === 0 ? <PanelNote>{words.none}</PanelNote> : null}
      {accounts.data === undefined || accounts.data.length === 0 ? null : (
        <Table horizontalSpacing={16} verticalSpacing={6} fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.account}</Table.Th>
              <Table.Th>{words.marketplace}</Table.Th>
              <Table.Th>{words.covered}</Table.Th>
              <Table.Th ta="right" className={classes.short ?? ''}>
                {words.open}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className={classes.number ?? ''}>
            {accounts.data.map((account) => (
              <Table.Tr key={account.id}>
                <Table.Td>{accountName(account)}</Table.Td>
                <Table.Td>{say(account.marketplaceName)}</Table.Td>
                <Table.Td>
                  {account.imported === null
                    ? words.never
                    : `${head.periodText(account.imported.from, account.imported.to)} · ${words.statements(grouped(account.imported.statements))}`}
                </Table.Td>
                <Table.Td ta="right">
                  {account.openLines === 0 ? (
                    words.openLines('0')
                  ) : (
                    <Anchor
                      size="sm"
                      renderRoot={(props) => (
                        <Link
                          to="/bank/lines"
                          search={{ accounts: [account.id], statuses: ['open'] }}
                          {...props}
                        />
                      )}
                    >
                      {words.openLines(grouped(account.openLines))}
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  )
}
