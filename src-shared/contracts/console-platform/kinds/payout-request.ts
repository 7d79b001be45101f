import { handsIn, type PayoutRequest, payoutRequestSchema } from '../records/payout-request.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer } = kindOf<PayoutRequest>()

export const payoutRequestKind = defineKind({
  since: 4,
  schema: payoutRequestSchema,
  table: 'payout_request',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    status: text(({ status }) => status),
    requestedOn: text(({ requested }) => requested.on),
    /** Fen. */
    amount: integer(({ amount }) => amount),
    /** Ids of who asked, verified and approved, each between blanks: none of them approves. */
    hands: text(
      (request) =>
        ` ${handsIn(request)
          .map(({ by }) => by)
          .join(' ')} `,
    ),
    batchId: textOrNull(({ batchId }) => batchId),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: ({ marketplace, providerId }) => ({ marketplace, providerId, name: null, fileHashes: [] }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ providerName, months }) =>
    `${providerName} ${[...new Set([months[0]?.month, months.at(-1)?.month])].join('~')}`,
  state: ({ status }) => status,
  decided: true,
  foundBy: ['name'],
  before: {},
})
