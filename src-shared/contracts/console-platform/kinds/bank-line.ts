import type { ImportedPeriod } from '../../../bank-statements/identity.ts'
import {
  type BankLine,
  bankLineSchema,
  chronology,
  lineEffect,
  lineStatus,
  liveAllocation,
  targetKind,
} from '../records/bank-line.ts'
import { rechargeName } from '../records/recharge.ts'
import { kindOf } from './define-kind.ts'

const { defineKind, text, textOrNull, integer, integerOrNull } = kindOf<BankLine>()

/**
 * The name of a bank line in its marketplace: the store itself takes no line of an account twice. Those of an account
 * sort by their days.
 */
export function lineName(
  accountId: string,
  { bookedOn, identity }: Pick<BankLine, 'bookedOn' | 'identity'>,
): string {
  return `${accountId} ${bookedOn} ${identity}`
}

/** What the names of an account's lines of some days lie between. */
export function lineNamesOf(accountId: string, { from, to }: ImportedPeriod) {
  return { after: `${accountId} ${from}`, before: `${accountId} ${to}!` }
}

/** What the bank and the payer wrote about it. */
export function narrative({ summary, purpose, remark }: BankLine): string {
  return [summary, purpose, remark].filter((part) => part !== '').join(' · ')
}

export const bankLineKind = defineKind({
  since: 3,
  schema: bankLineSchema,
  table: 'bank_line',
  columns: {
    marketplace: text(({ marketplace }) => marketplace),
    accountId: text(({ accountId }) => accountId),
    statementId: text(({ statementId }) => statementId),
    identity: text(({ identity }) => identity),
    bookedOn: text(({ bookedOn }) => bookedOn),
    chronology: text(chronology),
    /** Fen, negative for money out. */
    effect: integer(lineEffect),
    balanceAfter: integerOrNull(({ balanceAfter }) => balanceAfter),
    counterpartyName: text(({ counterpartyName }) => counterpartyName),
    counterpartyAccount: text(({ counterpartyAccount }) => counterpartyAccount),
    /** The bank's own. */
    serial: textOrNull(({ serial }) => serial, { since: 4 }),
    narrative: text(narrative, { formerly: { name: 'said', until: 3 } }),
    status: text(lineStatus),
    matchedKinds: textOrNull(matchedKinds),
    matchedTo: textOrNull(matchedTo),
    updatedAt: text(({ updatedAt }) => updatedAt),
  },
  key: (line) => ({
    marketplace: line.marketplace,
    providerId: '',
    name: lineName(line.accountId, line),
    ...depositPayment(line),
    fileHashes: [],
  }),
  seenBy: ['finance', 'finance-approver', 'auditor'],
  withoutPersonalData: null,
  title: ({ counterpartyName, summary, bookedOn }) => counterpartyName || summary || bookedOn,
  state: lineStatus,
  decided: true,
  foundBy: ['counterpartyName'],
  before: {
    // Consoles of protocol 3 know no requests to be paid: to them it is the payment of a settlement.
    4: (line) => ({
      ...line,
      allocations: line.allocations.map((allocation) => ({
        ...allocation,
        parts: allocation.parts.map((part) =>
          part.target.kind === 'payout' ? { ...part, target: { kind: 'other', what: 'settlement' } } : part,
        ),
      })),
    }),
  },
})

/** What the parts of a matched line are, e.g. `deposit interest`; null while it is open. */
function matchedKinds(line: BankLine): string | null {
  const kinds = liveAllocation(line)?.parts.map(({ target }) => targetKind(target))
  return kinds === undefined ? null : [...new Set(kinds)].join(' ')
}

/** Ids of the deposits that a matched line went to, joined by blanks; null where it went to none. */
function matchedTo(line: BankLine): string | null {
  const ids = liveAllocation(line)?.parts.flatMap(({ target }) =>
    target.kind === 'deposit' || target.kind === 'refund' ? [target.obligationId] : [],
  )
  return ids === undefined || ids.length === 0 ? null : ids.join(' ')
}

/** The number of the payment, of a line that is on a deposit: by it a recharge of the same payment is found. */
function depositPayment(line: BankLine): { readonly sort?: string } {
  const { serial } = line
  const onDeposit = liveAllocation(line)?.parts.some(({ target }) => target.kind === 'deposit') === true
  return serial === null || !onDeposit ? {} : { sort: rechargeName(serial) }
}
