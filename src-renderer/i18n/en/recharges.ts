import type { Words } from '../words.ts'
import type { recharges as zh } from '../zh/recharges.ts'

export const recharges: Words<typeof zh> = {
  filterText: "Provider or channel's number",
  nothing: 'No recharges',
  nothingLead:
    'Record one from the case of a deposit. Files of a channel come in by Import: add its merchant number as an account first.',
  facts: 'Recharge',
  recordedBy: (name) => `Recorded by ${name}`,
  ruled: (outcome, name) => `${outcome} by ${name}`,
  takenBack: (name, reason) => `Taken back by the channel (${name}): ${reason}`,
  owed: (amount) => `${amount} is missing.`,
  recordLead:
    "As the channel's own pages show it; another person confirms it, then it is on the deposit's ledger and may have a receipt.",
  evidenceHint:
    "What it is, its number, where it is filed, e.g. picture of the channel's page 2026-11-20, file 77",
  incomplete:
    'State channel, number, day (today or before), amount, payer and evidence (4 characters or more)',
  confirmLead: "Compare the evidence with the channel's own pages. Who recorded it does not confirm it.",
  confirm: (amount) => `Confirm ${amount}`,
  refuseLead: 'Nothing is posted; the same number can be recorded again.',
  takeBackLead:
    'Where the channel gave the money back to the payer: it comes off the ledger, and its receipt is void.',
  reason: 'Reason',
  incompleteReason: 'Give the reason (4 characters or more)',
  idle: {
    recorded: 'Waits for another person to confirm it',
    confirmed: "Confirmed, and on the deposit's ledger",
    refused: 'Refused: nothing was posted',
    'taken-back': 'Taken back by the channel, and off the ledger',
  },
}
