import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useUnseen } from '../states/not-visible.tsx'

interface PayoutLinksProps {
  readonly here: 'payouts' | 'payee-accounts' | 'payout-batches' | 'payment-templates'
}

/** From each of the pages of 提现 to the others. */
export function PayoutLinks({ here }: PayoutLinksProps) {
  const texts = useTexts()
  const unseen = useUnseen()
  return (
    <>
      {here === 'payouts' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/payouts" {...props} />}>
          {texts.shell.screens.payouts}
        </Button>
      )}
      {here === 'payout-batches' || unseen('payoutBatch') !== null ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/payout-batches" {...props} />}>
          {texts.shell.screens.payoutBatches}
        </Button>
      )}
      {here === 'payout-batches' && unseen('paymentTemplate') === null ? (
        <Button variant="default" renderRoot={(props) => <Link to="/payment-templates" {...props} />}>
          {texts.payoutBatches.templates.title}
        </Button>
      ) : null}
      {here === 'payee-accounts' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/payee-accounts" {...props} />}>
          {texts.payouts.accounts.title}
        </Button>
      )}
    </>
  )
}
