import { type PayoutBatch, payoutBatchSchema, payoutBatchStatus } from '../records/payout-batch.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<PayoutBatch>()

export const payoutBatchKind = defineKind({
  since: 4,
  schema: payoutBatchSchema,
  table: 'payout_batch',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    number: text(({ number }) => number),
    /** Names of those it pays, for the search. */
    name: text(({ payments }) =>
      payments
        .map(({ providerName }) => providerName)
        .join(' ')
        .slice(0, 2000),
    ),
    status: text(payoutBatchStatus),
    executeOn: text(({ executeOn }) => executeOn),
    count: integer(({ payments }) => payments.length),
    /** Fen. */
    amount: integer(({ payments }) => payments.reduce((sum, { amount }) => sum + amount, 0)),
    createdAt: text(({ createdAt }) => createdAt),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, number }) => ({ marketplace, providerId: '', name: number, fileHashes: [] }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ number }) => number,
  state: payoutBatchStatus,
  decided: true,
  foundBy: ['number', 'name'],
  before: {},
})
