import type { Words } from '../words.ts'
import type { commissionInvoices as zh } from '../zh/commission-invoices.ts'

export const commissionInvoices: Words<typeof zh> = {
  title: 'Commission invoices',
  filterText: 'Provider',
  nothing: 'No commission invoices',
  nothingLead:
    'Where the rules have the marketplace invoice its provider, a committed statement leaves an invoice to issue here.',
  facts: 'Invoice',
  how: 'Why it is issued, and the amounts',
  toStatement: 'See the statement',
  other: 'See the invoice',
  noTaxId: 'No unified social credit code',
  droppedBy: (name: string, reason: string) => `${name} voided the statement: ${reason}`,
  numberLead: (gross: string) =>
    `As the tax bureau issued it: with tax it must come to ${gross}, and a number is recorded once.`,
  redLead: (gross: string) =>
    `The red letter: with tax it must come to ${gross}; name the invoice that it takes back.`,
  takeBackLead:
    'For a number that was recorded wrongly, by another person than who recorded it; then it can be recorded again.',
  numberHint: '20 digits',
  dayHint: '2026-11-05',
  grossTyped: 'With tax (CNY)',
  incomplete: 'State the number of 20 digits, the day (such as 2026-11-05) and the amount with tax',
  differs: (typed: string, gross: string) => `${typed} on the invoice is not ${gross} of the record`,
  reason: 'Reason',
  reasonMissing: 'Give the reason (4 characters or more)',
  idle: {
    'to-issue': 'To be issued',
    exported: 'On an exported list, waits for its number',
    issued: 'Issued',
    'red-due': 'Waits for a red letter',
    red: 'The red letter is issued',
    dropped: 'Its statement was voided: not to be issued',
  },
}
