import type { Words } from '../words.ts'
import type { supervision as zh } from '../zh/supervision.ts'

export const supervision: Words<typeof zh> = {
  title: 'Supervision',
  guarantees: 'What the marketplace promises the buyer',
  steps: 'What happened',
  nothing: 'No step is written down here yet; the state is as the marketplace reports it.',
  why: { yes: 'Supervised by the rules', no: 'Not supervised by the rules', open: 'The rules do not say' },
  began: (state) => `State reported by the marketplace at the first entry: ${state}`,
  completes: (at) => `Completed at ${at} at the latest; billed the month after`,
  rejections: (count, least) => `Rejected ${count} times; an appeal is possible from ${least} on`,
  review: "Marketplace's review",
  reviewNext: 'Next step',
  reviewPassed: 'Passed',
  reviewWaiting: 'After the step before',
  gap: 'Cut off in the source: its name and what follows are not known; the marketplace’s own entry proves it',
  recordedBy: (name) => `Recorded by ${name}`,
  idle: {
    none: 'Not under supervision',
    pending: "Waits for the provider's delivery",
    delivered: 'Waits for the buyer to confirm or reject',
    confirmed: 'Confirmed by the buyer; completed by the clock',
    completed: 'Supervision is completed; billed the month after',
    rejected: 'Rejected by the buyer; waits for another delivery',
    appealed: "Waits for an operations manager to decide the buyer's appeal",
    decided: 'Decided; completed by the clock',
    ended: 'Supervision has ended; the order is not billed',
  },
  openLead:
    'For an order that the marketplace has not put under supervision. It is not billed before it is completed.',
  deliveryLead:
    'The proof of delivery that the provider uploaded: what it is and where it is filed; of a file its SHA-256 too.',
  confirmLead: 'When the buyer confirmed on the marketplace, and what proves it.',
  rejectLead: "The buyer's rejection: the provider has to deliver again.",
  appealLead:
    'After several rejections the buyer may appeal; an operations manager decides, not who recorded a delivery.',
  decideLead:
    "The decision takes the place of the buyer's confirmation: where the delivery counts the order is completed; where it goes back in full, supervision ends and nothing is billed.",
  reviewLead: (step) => `Review step: ${step}`,
  happenedHint: 'Beijing time, not after now',
  chooseFile: 'Choose a file for its SHA-256',
  fileTooLarge: 'The file is larger than 200 MB: reckon its SHA-256 elsewhere',
  hashUnavailable: 'This page cannot reckon a SHA-256: reckon it elsewhere',
  deliverableHint: 'e.g. acceptance report 2026-118, sealed by both',
  filedHint: 'e.g. contract archive 2026/Huawei/118',
  incomplete: {
    'supervision.open': 'Choose the way of delivery and give a reason (4 characters or more)',
    'supervision.record-delivery':
      'Say when it was delivered (not after now), what proves it (4 characters or more) and where that is filed; a SHA-256 has 64 hex digits, or none',
    'supervision.confirm':
      'Say when the buyer confirmed (not after now) and what proves it (4 characters or more)',
    'supervision.reject':
      'Say when the buyer rejected (not after now), why and what proves it (4 characters or more each)',
    'supervision.record-review': 'Choose the outcome and say what proves it (4 characters or more)',
    'supervision.appeal':
      'Say when the buyer appealed (not after now), what it says and what proves it (4 characters or more each)',
    'supervision.decide': 'Choose a decision and give the reason (4 characters or more)',
  },
  tooEarly: (at) => `Not before the step before it happened, ${at}`,
  board: {
    nothing: 'No supervised order that is not billed',
    nothingLead:
      'An order stands here once the marketplace supervises it, or an operations manager put it under supervision, until it is billed.',
    filterText: 'Filter provider, product or order number',
    late: 'Without progress',
    lateFor: (party) => `${party}: without progress`,
    mayAppeal: (count) => `${count}, may appeal`,
    unbilled: 'Unbilled amounts',
    list: 'List',
    billedIn: (month) => `Billed in ${month}`,
    billed: (month, day) => `${month} (on ${day})`,
    completedFor: (month, day) => `Completed, bill of ${month} (on ${day})`,
    noBill: 'Completed; the rules name no bill yet',
    byBill: 'By bill',
    by: { provider: 'By provider', product: 'By product' },
    orders: 'Orders',
    amount: 'Amount (CNY)',
    notCompleted: 'In process, cannot be billed',
    completed: 'Completed, to be billed',
    total: 'Total',
    more: 'Only the 200 largest are listed.',
    today: 'Supervision',
    nothingLate: 'No order stands without progress',
  },
}
