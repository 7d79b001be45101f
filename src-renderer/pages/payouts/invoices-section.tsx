import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { engine } from '#renderer/engine-client/engine.ts'
import { useTexts } from '#renderer/i18n/language-context.ts'
import { ReceivePart } from '#renderer/invoices/receive-part.tsx'
import { CaseSection } from '#renderer/review/case-section.tsx'
import { RecordLink } from '#renderer/routes/record-link.tsx'
import { InvoiceStatusMark } from '#renderer/shell/status/invoice-mark.tsx'
import { useAccount } from '#renderer/shell/use-session.ts'
import {
  invoicedFor,
  type PayoutRequest,
  type PayoutStatus,
} from '#shared/contracts/console-platform/records/payout-request.ts'
import { mayCommand } from '#shared/contracts/console-platform/transitions/permissions.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './payouts.module.css'

/** Requests that still take invoices. */
const RECEIVING: readonly PayoutStatus[] = ['requested', 'invoice_pending', 'invoice_received']

/** The invoices of a request, what is missing to its amount, and where further ones are received. */
export function InvoicesSection({ payout }: { readonly payout: PayoutRequest }) {
  const texts = useTexts()
  const { receive } = texts.invoices
  const roles = useAccount()?.roles ?? []
  const query = useQuery(engine.invoices.ofPayout.queryOptions({ input: { payoutId: payout.id } }))
  const invoices = query.data?.invoices ?? []
  const { amount } = payout
  const invoiced = invoicedFor(payout)
  const missing = amount - invoiced
  const takes = mayCommand(roles, 'invoice.record') && RECEIVING.includes(payout.status)
  const short = missing === 0 ? receive.exact : receive.missing(formatYuan(missing))
  return (
    <CaseSection
      title={texts.shell.screens.invoices}
      aside={missing < 0 ? receive.tooMuch(formatYuan(-missing)) : short}
    >
      {query.data?.invoices.length === 0 ? <p className={classes.quiet}>{receive.nothingYet}</p> : null}
      <ul className={classes.list}>
        {invoices.map(({ id, wholeNumber, gross, status }) => (
          <li key={id} className={classes.row}>
            <InvoiceStatusMark status={status} />
            <Anchor component="span" size="sm">
              <RecordLink kind="invoice" id={id}>
                {wholeNumber}
              </RecordLink>
            </Anchor>
            <span className={classes.amount}>{formatYuan(gross)}</span>
          </li>
        ))}
      </ul>
      {takes ? (
        <>
          <ReceivePart payout={{ id: payout.id, amount, invoiced }} />
          <Button
            variant="subtle"
            size="compact-sm"
            renderRoot={(props) => (
              <Link
                to="/invoices"
                search={{ making: 'typed', provider: payout.providerId, payout: payout.id }}
                {...props}
              />
            )}
          >
            {receive.typed}
          </Button>
        </>
      ) : null}
    </CaseSection>
  )
}
