import { z } from 'zod'
import { plainDateSchema } from '../../../calendar/plain-date.ts'
import { fenSchema } from '../../../money/fen.ts'
import { invoiceBuyerSchema, invoiceNumberSchema } from '../records/commission-invoice.ts'
import type { CommandSheets } from './command-sheet.ts'
import { noteSchema } from './common-arguments.ts'
import { APPROVERS, FINANCE } from './who-may.ts'

/** As the tax bureau gave it; `gross` is what stands on the invoice, in fen. */
const numbered = {
  number: invoiceNumberSchema,
  issuedOn: plainDateSchema,
  gross: fenSchema,
}

/** What is decided about the invoices of a marketplace to its providers. */
export const COMMISSION_INVOICE_COMMANDS = {
  'commission-invoice.record-number': {
    about: 'commissionInvoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['issuedOn'],
    arguments: z.strictObject(numbered),
  },
  'commission-invoice.record-red-letter': {
    about: 'commissionInvoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    happened: ['issuedOn'],
    arguments: z.strictObject({ ...numbered, blueNumber: invoiceNumberSchema }),
  },
  /** It stands on a list that was exported, made out to this buyer. */
  'commission-invoice.mark-exported': {
    about: 'commissionInvoice',
    makesRecord: false,
    roles: FINANCE,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ buyer: invoiceBuyerSchema.extend({ taxId: z.string().min(1).max(64) }) }),
  },
  /** A number that was recorded wrongly, by another person than who recorded it. */
  'commission-invoice.take-back-number': {
    about: 'commissionInvoice',
    makesRecord: false,
    roles: APPROVERS,
    offline: 'may-wait',
    seen: 'not-compared',
    arguments: z.strictObject({ reason: noteSchema.min(4) }),
  },
} as const satisfies CommandSheets
