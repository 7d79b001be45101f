import type { Words } from '../words.ts'
import type { offlineOrders as zh } from '../zh/offline-orders.ts'

export const offlineOrders: Words<typeof zh> = {
  title: 'Offline orders',
  filterText: 'Provider',
  nothing: 'No offline orders',
  nothingLead:
    'Private deployments and offline business are written down here; another person confirms them.',
  lead: 'State contract, amount, agreed share and evidence; it is an order only once another person has confirmed it.',
  original: 'Number of the order refunded',
  noOriginal: 'No order of this number is here',
  mode: 'Mode of business',
  cash: 'Amount (CNY, cash)',
  cashBack: 'Paid back (CNY)',
  voucher: 'Voucher (CNY)',
  tax: 'Rate of tax (%)',
  agreed: 'Agreed share of the marketplace (%, may be empty)',
  agreedHint: 'As the contract states it; used where the rules let it go before the rates',
  paidOn: 'Paid on',
  evidenceHint: 'e.g. bank receipt 2026-118, in the contract file',
  incomplete:
    'State provider, number, product, category, buyer, amount, tax, day of payment (today or before), contract and evidence (4 characters or more); of a refund the order refunded',
  facts: 'As recorded',
  fee: 'Platform fee (once confirmed)',
  verdict: 'Verdict',
  confirmLead: 'Compare contract and evidence. Once confirmed it is an order, with fee and settlement.',
  refuseLead: 'It does not become an order and may be recorded again.',
  reason: 'Reason',
  reasonMissing: 'Give the reason (4 characters or more)',
  idle: {
    'to-confirm': 'Waits for another person',
    confirmed: 'Confirmed: it is an order',
    refused: 'Refused: it is no order',
  },
  toOrder: 'See the order',
}
