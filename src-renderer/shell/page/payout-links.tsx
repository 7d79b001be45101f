import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'

interface PayoutLinksProps {
  readonly here: 'payouts' | 'payee-accounts'
}

/** From each of the pages of 提现 to the others. */
export function PayoutLinks({ here }: PayoutLinksProps) {
  const texts = useTexts()
  return here === 'payouts' ? (
    <Button variant="default" renderRoot={(props) => <Link to="/payee-accounts" {...props} />}>
      {texts.payouts.accounts.title}
    </Button>
  ) : (
    <Button variant="default" renderRoot={(props) => <Link to="/payouts" {...props} />}>
      {texts.shell.screens.payouts}
    </Button>
  )
}
