import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Controls } from '../in-force/company-controls.ts'
import type { InvoiceParties } from './check-one-invoice.ts'

/** Who the buyer on invoices of providers has to be on a day 开票抬头; null is what the company has not set. */
export function ourselvesOn(controls: Controls, on: PlainDate): Pick<InvoiceParties, 'ourName' | 'ourTaxId'> {
  return { ourName: controls('invoice-name', on) || null, ourTaxId: controls('invoice-tax-id', on) || null }
}
