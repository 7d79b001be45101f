import type { Words } from '../words.ts'
import type { commissionRebates as zh } from '../zh/commission-rebates.ts'

export const commissionRebates: Words<typeof zh> = {
  title: 'Rebates',
  filterText: 'Provider',
  nothing: 'No rebates',
  nothingLead:
    'Where commission is trued up by the month, what was charged too much waits here once a statement is committed.',
  facts: 'Rebate',
  toStatement: 'Statement',
  provider: 'Provider',
  droppedBy: (name: string, reason: string) => `${name} voided the statement: ${reason}`,
  returnLead: (amount: string) =>
    `${amount} was paid back apart: give the day and what proves it; the rebate of a statement is recorded once.`,
  takeBackLead:
    'Where it was recorded wrongly or the money came back; by another person than who recorded it. It is due again.',
  dayHint: '2026-11-05',
  evidenceHint: 'Such as the number of the bank’s slip or of the payment, or the name of an attachment',
  incomplete: 'Give the day (such as 2026-11-05) and the evidence (at least four characters)',
  reason: 'Reason',
  reasonMissing: 'Say why (at least four characters)',
  idle: {
    due: 'To be returned',
    returned: 'Returned apart',
    'set-off': 'Set off in the statement: nothing to pay',
    dropped: 'The statement was voided: nothing to return',
  },
}
