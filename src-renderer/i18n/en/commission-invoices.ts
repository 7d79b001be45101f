import type { Words } from '../words.ts'
import type { commissionInvoices as zh } from '../zh/commission-invoices.ts'

export const commissionInvoices: Words<typeof zh> = {
  title: 'Commission invoices',
  filterText: 'Provider',
  nothing: 'No commission invoices',
  nothingLead:
    'Where the rules have the marketplace invoice its provider, a committed statement leaves an invoice to issue here.',
  issuing: {
    open: 'Bulk issuing',
    title: 'Bulk issuing',
    close: 'Close',
    month: 'Month',
    list: 'List to issue',
    listLead:
      'Invoices to issue, and those exported, as the bulk template of the tax bureau: paste the rows of both sheets into the official template from row 4. They are marked as exported.',
    onlyHere: (marketplace) => `For ${marketplace} only (else for every marketplace without its own)`,
    kind: 'Kind of invoice',
    item: 'Item',
    taxCode: 'Tax code of the item',
    wrong: 'State the item and a tax code of 19 digits',
    download: 'Export the list',
    nothing: 'No invoices to issue in this month',
    exported: (count: number) => `${count} exported and marked so`,
    leftOut: (names: string) => `Without a credit code, not on the list: ${names}`,
    back: 'Read numbers back',
    backLead:
      'Choose the list of invoices that the tax bureau exports (workbook or CSV): each is found by the reference in its remark, or by tax id and amount. You see them before they are recorded.',
    choose: 'Choose a file',
    tooLarge: 'The file is larger than 512 KiB: export month by month',
    none: 'The file has no invoices',
    record: (count: number) => `Record ${count} numbers`,
    for: 'For',
    why: {
      'nobody-waits': 'None of ours waits for it',
      'several-wait': 'Several of ours could be it: record it by hand',
      'amount-differs': 'The amount is not that of the record',
      known: 'The number is recorded already',
    },
    ours: (ours: string) => `on record ${ours}`,
    noBlue: 'The remark does not name the invoice it takes back: record it by hand',
    unread: {
      'number-unreadable': 'not a number of 20 digits',
      'amount-unreadable': 'the amount is none',
      'day-unreadable': 'the day is none',
    },
    row: (row: number) => `Row ${row}`,
  },
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
