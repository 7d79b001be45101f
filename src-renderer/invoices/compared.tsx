import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTexts } from '#renderer/i18n/language-context.ts'
import type { InvoiceFindingShown, JudgedInvoice } from '#shared/contracts/console-engine/invoices.ts'
import { formatYuan } from '#shared/money/yuan.ts'
import classes from './invoices.module.css'

interface ComparedProps {
  readonly stated: NonNullable<JudgedInvoice['stated']>
  readonly expected: JudgedInvoice['expected']
  readonly findings: readonly InvoiceFindingShown[]
}

/** What an invoice has to say and what it says, side by side; what differs is marked by icon and word. */
export function Compared({ stated, expected, findings }: ComparedProps) {
  const words = useTexts().invoices
  const { none } = useTexts().format
  const { fields } = words
  const wrong = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ field }) => field))
  const sums = stated.net === null || stated.tax === null ? null : formatYuan(stated.net + stated.tax)
  const amount = (fen: number | null) => (fen === null ? none : formatYuan(fen))
  const rows = [
    ['seller', fields.seller, expected.seller, stated.seller],
    ['seller_tax_id', fields.sellerTaxId, expected.sellerTaxId, stated.sellerTaxId],
    ['buyer', fields.buyer, expected.buyer, stated.buyer],
    ['buyer_tax_id', fields.buyerTaxId, expected.buyerTaxId, stated.buyerTaxId],
    ['gross', fields.gross, sums, amount(stated.gross)],
  ] as const
  return (
    <>
      <table className={classes.compared}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.found}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([field, label, wanted, found]) => {
            const differs = wrong.has(field)
            const Icon = differs ? IconAlertTriangle : IconCheck
            const isKnown = wanted !== null
            return (
              <tr key={field} data-differs={differs}>
                <th scope="row">{label}</th>
                <td>{wanted ?? words.notKnown}</td>
                <td>
                  {isKnown || differs ? (
                    <Icon size={13} aria-label={differs ? words.differs : words.agrees} />
                  ) : null}{' '}
                  {found === '' ? none : found}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {expected.buyer === null ? <p className={classes.quiet}>{words.buyerUnset}</p> : null}
    </>
  )
}
