import type { Words } from '../words.ts'
import type { payoutBatches as zh } from '../zh/payout-batches.ts'
import { paymentTemplates } from './payment-templates.ts'

const payments = (count: number) => (count === 1 ? '1 payment' : `${count} payments`)

export const payoutBatches: Words<typeof zh> = {
  templates: paymentTemplates,
  filterText: 'Number or provider',
  nothing: 'No payout batches match',
  nothingLead: 'Try another filter. Make one once a payout request or a refund of a deposit is approved.',
  facts: 'Batch',
  payments: 'Payments',
  totals: (count, total) => `${payments(count)}, ${total} in all`,
  notWritten: 'Not written yet',
  notSent: 'Not sent yet',
  waitsForBank: "Waits for the bank's answer",
  paid: 'Paid',
  paidBy: 'Bank line',
  failed: 'Failed',
  bankSaid: (said, reason) => [said, reason].filter((part) => part !== '').join(', '),
  droppedBy: (name, reason) => `${name}: ${reason}`,
  resent:
    'A batch that was sent is never sent again. What came back goes into another batch once it is approved anew.',
  problems: 'Checks of the file',
  noProblems: 'Nothing that a bank would refuse',
  mustMend: 'A bank would refuse something in it: give the batch up, mend it, make another',
  paidAlready: (names) =>
    `A statement shows ${names} paid already: give this batch up and put the others into a new one`,
  download: 'Download payment file',
  paymentList: 'Payment list as PDF',
  refused: {
    problems: 'A bank would refuse something in the file; it was not written',
    differs:
      'It is not the file that was written before and is not given out: use the one saved then, and report this',
    dropped: 'The batch was given up and its payments may be in another: its file is given out no more',
  },
  sentLead: (count, total) =>
    `The bank has this file: ${payments(count)}, ${total}. File and payments change no more then; the batch can neither be sent again nor given up.`,
  dropLead:
    'A batch can be given up before it is sent. What is in it stays approved and may go into another.',
  reason: 'Reason',
  incompleteReason: 'Give the reason (4 characters or more)',
  answering: {
    lead: "Choose the bank's file (its result workbook or pain.002), or drop it here. Look at each payment, then record it; what the bank rejects is opened again for another approval.",
    choose: "Choose the bank's file",
    tooLarge: 'The file is too large: the answer to one batch has 512 KB at most',
    another: 'It answers another batch and was not recorded',
    open: (number) => `Open batch ${number}`,
    known: 'This file was recorded before',
    state: {
      fresh: 'New',
      same: 'Recorded already',
      changed: 'Changed',
      silent: 'Not mentioned',
      closed: 'Closed: changes no more',
    },
    counts: (accepted, pending, rejected, unknown) =>
      `${accepted} accepted, ${pending} pending, ${rejected} rejected, ${unknown} unknown`,
    reopens: (count) => `${payments(count)} opened again`,
    nothingNew: 'The file says nothing new',
    choseNone: "Choose the bank's file",
  },
  again: {
    action: (count) => `Pay ${payments(count)} again`,
    lead: (number, count, waiting) =>
      `What failed or was not sent of batch ${number}: ${payments(count)}${waiting === 0 ? '' : `; ${waiting} more once approved anew`}. That batch stays as it is.`,
    waiting: (count, total) => `${payments(count)} came back and wait to be approved anew, ${total} in all`,
  },
  making: {
    restDay: (next) => `Not a working day: the bank may pay on ${next}`,
    dayUnknown:
      'The holidays of that year are not imported yet: whether the bank works that day is not known',
    lead: 'Choose the account, the day, the format and what is approved. Who approved any of it does not make the batch. Not while offline.',
    account: 'Paid from',
    executeOn: 'Pay on',
    format: 'Format',
    all: (count) => `All ${payments(count)}`,
    noAccounts: 'No account in CNY: add ours on the page of bank lines first',
    chooseAccount: 'What can be paid is listed once the account is chosen',
    none: 'Nothing that is approved waits to be paid in this marketplace',
    leftOut: 'Left out',
    leftOutReason: {
      'approved-by-you': 'You approved it: somebody else makes the batch',
      'several-payees': 'It goes back to several accounts: pay and match each',
      'in-batch': 'In another batch',
      'on-hold': 'Refunds are on hold',
    },
    beyond: (count) => `${count} more: one batch takes 500`,
    waiting: (count, total) => `${payments(count)} wait for an approval, ${total} in all`,
    elsewhere: (count, total) =>
      `${payments(count)} approved in other marketplaces, ${total} in all: paid from their own accounts`,
    incomplete: 'Choose account, day, format and a payment or more',
    mustMend: 'A bank would refuse something in it: mend it, take another form, or leave that payment out',
    pastDay: 'The day is before today',
    gone: 'Some of what is chosen can no longer be paid: choose anew',
    noPayee: 'No single payee',
  },
  idle: {
    draft: 'Waits for finance to write the file',
    exported: 'Waits for finance to send it',
    sent: "Waits for the bank's answer",
    part: 'Answered in part: waits for the bank or its lines',
    rejected: 'All of it came back; each was opened again',
    accepted: 'Accepted: waits for the lines of a statement',
    'settled-in-part':
      'The rest was paid; what failed is open again and goes into another batch once it is approved anew',
    settled: 'Settled',
    dropped: 'Given up',
  },
}
