import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { shortId } from '#renderer/format/short-id.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useAccount } from '#renderer/shell/use-session.ts'
import { maySee } from '#shared/contracts/console-platform/visibility.ts'

/** A line of the bank by its id; who may not see the bank is told its id alone. */
export function BankLineLink({ id }: { readonly id: string }) {
  const texts = useTexts().deposits.ledger
  const account = useAccount()
  const words = texts.line(shortId(id))
  if (account === null || !maySee(account.roles, 'bankLine')) return <span title={id}>{words}</span>
  return (
    <Anchor
      size="sm"
      title={id}
      renderRoot={(props) => <Link to="/bank/lines/$id" params={{ id }} {...props} />}
    >
      {words}
    </Anchor>
  )
}
