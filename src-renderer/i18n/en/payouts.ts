import type { Words } from '../words.ts'
import type { payouts as zh } from '../zh/payouts.ts'

export const payouts: Words<typeof zh> = {
  filterText: 'Provider',
  nothing: 'No payout requests match',
  nothingLead: 'Try another filter. Request one once a statement is committed, or the provider asks itself.',
  nothingWaits: 'No payout and no account waits for my approval',
  waiting: (count, total) => `${count} wait for my approval, ${total} in all`,
  forMe: 'Payouts waiting for my approval',
  accountsWait: (count) => `${count} ${count === 1 ? 'account waits' : 'accounts wait'} for my approval`,
  facts: 'Request',
  checks: 'Payout checks',
  checkFails: (check: string) => `A check before payment fails: ${check}`,
  checkOf: (day) => `Judged on ${day}`,
  passesFrom: (day) => `Passes from ${day}`,
  doubts: 'Look twice',
  doubtsLead: 'These keep nothing back by themselves: look at them before you approve.',
  months: 'Months it pays',
  approvalSheet: 'Payment approval (PDF)',
  noAccount: 'No approved account',
  failures: 'Failed payments',
  byWhom: (what, name) => `${what} ${name}`,
  viaVendor: 'By the provider itself',
  requestLead:
    'Choose the provider and committed months that are not paid; the amount is the sum of their nets.',
  noMonths: 'The provider has no such month: its statement is committed, and in no other request.',
  sum: (count, amount) => `${count === 1 ? '1 month' : `${count} months`} chosen, ${amount} in all`,
  payableOnly: (count) => `${count} ${count === 1 ? 'provider has' : 'providers have'} months to ask for`,
  approversNeeded: (count) =>
    count === 1
      ? 'Approved by one person once it is verified'
      : 'Above the threshold of the company: approved by two people once it is verified',
  askPayout: 'Request payout',
  paidByLine: (day) => `Bank line of ${day}`,
  incompleteRequest: 'Choose the provider and a month or more',
  reason: 'Reason',
  reasonHint: 'Needed where no source states a rule, or as an exception, e.g. paid monthly by contract',
  verifyLead: 'Compare months, invoices and the account. Another person approves it then.',
  approveLead:
    'It goes into a batch then. Not by who requested or verified it, and a second time not by the same person. Not while offline.',
  approve: (amount) => `Approve ${amount}`,
  endLead: {
    'payout.reject': 'The months can be asked for again.',
    'payout.cancel': 'Its months can be asked for again.',
    'payout.send-back':
      'It is verified anew, with the invoices and the account of then; approvals so far count no more.',
  },
  incompleteReason: 'Give the reason (4 characters or more)',
  idle: {
    requested: 'Waits for finance to verify it',
    invoice_pending: "Waits for the provider's invoice of exactly the amount",
    invoice_received: 'Waits for finance to verify it',
    verified: 'Waits for another person to approve it',
    approved_once: 'Waits for a second person to approve it',
    approved: 'Approved: waits for a batch',
    in_batch: "In a batch: waits for the bank's answer",
    paid: 'Paid',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
  },
  accounts: {
    title: 'Payee accounts',
    forMe: 'Payee accounts waiting for my approval',
    filterText: 'Provider or account number',
    nothing: 'No accounts match',
    nothingLead:
      'Try another filter, or propose one; another person approves it, and it is paid to once its hold is over.',
    facts: 'Account',
    freeFrom: 'Payable from',
    shared: (names) => `The same account is on record for ${names}`,
    heldSince: 'Hold began',
    proposeLead:
      'As the provider states it under its seal; another person approves it. It is paid to once its hold is over.',
    evidenceHint: 'What it is, its number, where it is filed, e.g. account permit J1000, file 77',
    incomplete: 'Choose the provider, and state name, number, bank and evidence (4 characters or more)',
    approveLead: 'Compare the evidence. The hold begins then, and the account before it is paid to no more.',
    approve: 'Approve',
    refuseLead: 'It is not paid to; it can be proposed again.',
    idle: {
      proposed: 'Waits for another person to approve it',
      approved: 'Approved',
      refused: 'Refused',
      replaced: 'Another account took its place',
    },
  },
}
