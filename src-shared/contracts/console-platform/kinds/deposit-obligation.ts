import { hashesIn } from '../records/attachment.ts'
import {
  type DepositEntry,
  type DepositObligation,
  depositBalance,
  depositObligationSchema,
} from '../records/deposit-obligation.ts'
import { kindOf, without } from './define-kind.ts'

const { defineKind, text, textOrNull, integer, integerOrNull } = kindOf<DepositObligation>()

export const depositObligationKind = defineKind({
  since: 2,
  schema: depositObligationSchema,
  table: 'deposit_obligation',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    providerId: text(({ providerId }) => providerId),
    name: text(({ providerName }) => providerName),
    category: textOrNull(({ category }) => category),
    /** Fen; null where the marketplace states none. */
    amount: integerOrNull(({ amount }) => amount),
    /** Fen. */
    balance: integer(depositBalance),
    updatedAt: text(({ updatedAt }) => updatedAt),
    /** The numbers of its receipts, void ones too, with a blank between; null where it has none. */
    receipts: textOrNull(receiptNumbers, { since: 4 }),
  },
  key: ({ marketplace, providerId, entries }) => ({
    marketplace,
    providerId,
    name: null,
    fileHashes: hashesIn(entries),
  }),
  seenBy: ['ops', 'ops-manager', 'finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ providerName }) => providerName,
  // It depends on the day: see deposit-on-day.ts.
  state: () => null,
  decided: true,
  foundBy: ['name', 'receipts'],
  before: {
    4: (deposit) => ({
      ...without(deposit, 'steps'),
      facts: without(deposit.facts, 'openSource'),
      entries: deposit.entries.flatMap(entryBefore4),
    }),
  },
})

function receiptNumbers({ entries }: DepositObligation): string | null {
  const numbers = entries.flatMap((entry) =>
    entry.kind === 'receipt' && entry.number !== null ? [entry.number] : [],
  )
  return numbers.length === 0 ? null : numbers.join(' ')
}

/**
 * A posting as consoles of protocol 3 know it: they see no tickets, couriers and holds, and what they approve is refused by a
 * hold. A deduction and a recharge are to them money of no line, so that
 * their balance is right.
 */
function entryBefore4(entry: DepositEntry): object[] {
  switch (entry.kind) {
    case 'finance-ticket':
    case 'receipt-sent':
    case 'refund-hold':
    case 'refund-hold-lifted':
    case 'new-amount':
    case 'refund-in-batch':
    case 'refund-out-of-batch':
      return []
    case 'match':
    case 'refund':
      return [without(entry, 'note')]
    case 'refund-request':
      return [without(entry, 'payee')]
    case 'deduction': {
      const { amount, violation, reason, at, by, byName } = entry
      return [{ kind: 'unmatch', amount, line: violation, reason, at, by, byName }]
    }
    case 'deduction-returned': {
      const { amount, violation, at, by, byName } = entry
      return [{ kind: 'match', amount, line: violation, at, by, byName }]
    }
    case 'recharge': {
      const { amount, recharge, at, by, byName } = entry
      return [{ kind: 'match', amount, line: recharge, at, by, byName }]
    }
    case 'recharge-taken-back': {
      const { amount, recharge, reason, at, by, byName } = entry
      return [{ kind: 'unmatch', amount, line: recharge, reason, at, by, byName }]
    }
    case 'waive':
    case 'unmatch':
    case 'receipt':
    case 'receipt-void':
    case 'refund-approval':
    case 'refund-refusal':
    case 'refund-returned':
      return [entry]
  }
}
