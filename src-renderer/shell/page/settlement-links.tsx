import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { useUnseen } from '../states/not-visible.tsx'

interface SettlementLinksProps {
  readonly here: 'settlement' | 'commission-invoices' | 'rebates' | 'books'
}

/** From each of the pages of 结算 to the others. */
export function SettlementLinks({ here }: SettlementLinksProps) {
  const texts = useTexts()
  const sees = useUnseen()('commissionInvoice') === null
  if (!sees) return null
  return (
    <>
      {here === 'settlement' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/settlement" {...props} />}>
          {texts.shell.screens.settlement}
        </Button>
      )}
      {here === 'commission-invoices' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/commission-invoices" {...props} />}>
          {texts.commissionInvoices.title}
        </Button>
      )}
      {here === 'rebates' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/rebates" {...props} />}>
          {texts.commissionRebates.title}
        </Button>
      )}
      {here === 'books' ? null : (
        <Button variant="default" renderRoot={(props) => <Link to="/books" {...props} />}>
          {texts.books.title}
        </Button>
      )}
    </>
  )
}
