import { hashesIn } from '../records/attachment.ts'
import { type Recharge, rechargeName, rechargeSchema, rechargeStatus } from '../records/recharge.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, integer } = kindOf<Recharge>()

export const rechargeKind = defineKind({
  since: 4,
  schema: rechargeSchema,
  table: 'recharge',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    obligationId: text(({ obligationId }) => obligationId),
    channel: text(({ channel }) => channel),
    number: text(({ number }) => number),
    paidOn: text(({ paidOn }) => paidOn),
    /** Fen. */
    amount: integer(({ amount }) => amount),
    status: text(rechargeStatus),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (recharge) => ({
    marketplace: recharge.marketplace,
    providerId: recharge.providerId,
    name: recharge.ruling?.outcome === 'refused' || recharge.takenBack ? null : rechargeName(recharge.number),
    fileHashes: hashesIn(recharge.attachments),
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ channel, number }) => `${channel} ${number}`,
  state: rechargeStatus,
  decided: true,
  foundBy: ['number', 'name'],
  before: {},
})
