import type { Words } from '../words.ts'
import type { violations as zh } from '../zh/violations.ts'

export const violations: Words<typeof zh> = {
  filterText: 'Provider',
  nothing: 'No violations',
  nothingLead: 'Record one: the sentence of the rule, what happened and what proves it are kept.',
  none: 'No violations',
  rule: 'Rule broken',
  others: 'Other violations of the provider',
  ofProvider: 'Violations',
  record: 'Record a violation',
  recordedBy: (name) => `Recorded by ${name}`,
  ruledBy: (name) => `Ruled by ${name}`,
  notStated: 'Amount and day: the sources state none; a person decides, and the reason is kept.',
  noDeposit: 'No deposit: it goes on record, nothing is deducted.',
  noRules: 'The marketplace states no rules for this day: nothing can be recorded.',
  recordLead: 'An operations manager rules on it; until then no refund of the provider is approved.',
  evidenceHint:
    'What it is, its number, where it is filed, e.g. complaint 2026-118, pictures in the contract file',
  incomplete:
    'Choose provider and rule, and state the day (today or before), what happened and the evidence (4 characters or more each)',
  rulingLead:
    'Rule and evidence stand above. A deduction is posted on the deposit, and the provider pays it in again by the day. If the violation is upheld, the reason is sent to the provider.',
  deductionOf: (most) => `Deduct (CNY, at most ${most}; empty: nothing)`,
  barsRefund: 'No refund at the end (the sources state a refund only where nothing was broken)',
  reason: 'Reason',
  submitDeduction: (amount) => `Upheld: deduct ${amount}`,
  tooMuch: (most) => `At most ${most} can be deducted`,
  badAmount: 'The amount cannot be read: write 1000 or 1000.00',
  noDay: 'State by when it is paid in again: today or later',
  byAnother: 'You recorded this violation: another person has to rule on a deduction',
  incompleteRuling: 'Choose a ruling and give the reason (4 characters or more); with a deduction, the day',
  appealLead: 'What the provider says. Until it is ruled on, no refund is approved.',
  incompleteAppeal: 'State when it came (today or before) and what it says (4 characters or more)',
  appealRulingLead:
    'Ruled on by neither who ruled first nor who took the appeal down. The reason is sent to the provider.',
  appealRulingMoney: (amount) =>
    `Ruled on by neither who ruled first nor who took the appeal down. Where the ruling is lifted, the ${amount} deducted go back onto the deposit. The reason is sent to the provider.`,
  idle: {
    recorded: 'Waits for the ruling of an operations manager',
    appealed: 'Waits for a ruling on the appeal',
    upheld: 'Ruled: upheld',
    dismissed: 'Ruled: dismissed',
    lifted: 'The appeal was granted: the ruling is lifted',
  },
  holds: (day, rule) => `Refunds wait for a ruling: ${day} ${rule}`,
  topUp: 'To be paid in again',
  topUpBy: (amount, day) => `${amount} by ${day}`,
}
