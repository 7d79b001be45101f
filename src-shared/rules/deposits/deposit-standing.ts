import type { PlainDate } from '../../calendar/plain-date.ts'
import { addDays } from '../../calendar/plain-date.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { Fen } from '../../money/fen.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import type { Step } from '../step.ts'
import type { DepositFacts } from './deposit-facts.ts'
import { evaluateDeposit } from './evaluate-deposit.ts'
import { evaluateRefund, type RefundFacts } from './evaluate-refund.ts'

/** In the order in which they want attention. */
export const DEPOSIT_STATUSES = [
  'overdue',
  'due-soon',
  'partly-paid',
  'due',
  'overpaid',
  'waived',
  'held',
  'refundable',
  'refund-requested',
  'refund-approved',
  'refunded',
  'not-configured',
] as const
export type DepositStatus = (typeof DEPOSIT_STATUSES)[number]

/** What days are counted by. */
export interface DayTerms {
  readonly calendar: WorkingCalendar
  /** How many days before its due day an unpaid deposit is due soon: the company's own warning, no rule of a market. */
  readonly dueSoonDays: number
}

/** What is on record of one deposit. */
export interface DepositAccount {
  /** Null where the marketplace asks for a deposit and states no amount. */
  readonly amount: Fen | null
  /** What was received less what was paid back. */
  readonly balance: Fen
  /** The last day of a waiver that finance granted; null where it granted none. */
  readonly grantedUntil: PlainDate | null
  /** The last day to make up what was deducted, where nothing else is missing; null where nothing is to be made up. */
  readonly topUpBy: PlainDate | null
  readonly facts: DepositFacts
  readonly refund: RefundFacts
  /** Refunds on their way and done, fen. */
  readonly refunds: { readonly requested: object | null; readonly approved: Fen; readonly paid: Fen }
}

export interface DepositStanding {
  readonly status: DepositStatus
  /** Held or waived on the day: what publishing and opening ask. */
  readonly settled: boolean
  /** By what it is waived on the day: the id of the pack's waiver, or `granted` by finance. */
  readonly waiver: string | null
  /** The last day of the waiver; null where none applies, or it has no end. */
  readonly waivedUntil: PlainDate | null
  /** The last day to pay in time. */
  readonly dueOn: PlainDate | null
  readonly refundableFrom: PlainDate | null
  /** The due day may still change, because the holidays of its year are not published. */
  readonly provisional: boolean
  /** The rules of the day's pack that days and waivers follow from; the amount is on record, with its own. */
  readonly explanation: readonly Step[]
}

/**
 * How a deposit stands on a day: nothing of it is stored, for tomorrow it may be otherwise. A refund on its way is what
 * it is called by; whether it is settled goes by the money that is there.
 */
export function depositStanding(
  pack: PolicyPack | null,
  account: DepositAccount,
  on: PlainDate,
  terms: DayTerms,
): DepositStanding {
  const standing = withoutRefunds(pack, account, on, terms)
  const { requested, approved, paid } = account.refunds
  if (requested !== null) return { ...standing, status: 'refund-requested' }
  if (approved > 0) return { ...standing, status: 'refund-approved' }
  const isOver = pack !== null && evaluateRefund(pack, account.refund, on).state === 'refundable'
  return paid > 0 && account.balance === 0 && isOver
    ? { ...UNTOUCHED, status: 'refunded', settled: false, explanation: standing.explanation }
    : standing
}

function withoutRefunds(
  pack: PolicyPack | null,
  account: DepositAccount,
  on: PlainDate,
  { calendar, dueSoonDays }: DayTerms,
): DepositStanding {
  const { amount, balance, grantedUntil, topUpBy } = account
  const evaluated = pack === null ? null : evaluateDeposit(pack, account.facts, on, calendar)
  const terms = evaluated?.outcome === 'ok' ? evaluated : null
  const explanation = evaluated?.explanation.ofTerms ?? []
  const refund = pack === null ? null : evaluateRefund(pack, account.refund, on)
  const isHeld = amount !== null && balance >= amount
  const goesBack = refund?.state === 'refundable'
  // All that is there goes back, a part as well; till then only what is too much.
  if (isHeld || (goesBack && balance > 0)) {
    return {
      ...UNTOUCHED,
      status: goesBack ? 'refundable' : balance > (amount ?? 0) ? 'overpaid' : 'held',
      settled: isHeld,
      refundableFrom: refund?.refundFrom ?? null,
      explanation: [...explanation, ...(refund?.explanation ?? [])],
    }
  }
  const granted = grantedUntil !== null && on <= grantedUntil
  if (terms?.reason === 'waived') {
    return { ...UNTOUCHED, status: 'waived', settled: true, waiver: terms.waiver, explanation }
  }
  const inFreePeriod = terms?.state === 'not-listed' || terms?.state === 'in-free-period'
  const ruledOn = terms?.dueOn ?? null
  // A deduction has its own day to be made up, and no earlier one than a free period.
  const firstDue = topUpBy === null ? ruledOn : later(topUpBy, inFreePeriod ? ruledOn : null)
  // Who was let off until a later day owes nothing before it.
  const dueOn = firstDue === null ? null : later(firstDue, grantedUntil)
  const waived = granted || inFreePeriod
  const freeUntil = inFreePeriod ? (terms?.freeUntil ?? null) : null
  return {
    status: unpaidStatus({ amount, balance, waived, dueOn, dueSoonDays }, on),
    settled: waived || (topUpBy !== null && dueOn !== null && on <= dueOn),
    waiver: granted ? 'granted' : inFreePeriod ? (terms?.waiver ?? null) : null,
    waivedUntil: granted ? later(grantedUntil, freeUntil) : freeUntil,
    dueOn,
    refundableFrom: null,
    provisional: terms?.provisional === true && dueOn === terms.dueOn,
    explanation,
  }
}

const UNTOUCHED = {
  waiver: null,
  waivedUntil: null,
  dueOn: null,
  refundableFrom: null,
  provisional: false,
} as const

interface Unpaid extends Pick<DepositAccount, 'amount' | 'balance'>, Pick<DayTerms, 'dueSoonDays'> {
  readonly waived: boolean
  readonly dueOn: PlainDate | null
}

function unpaidStatus({ amount, balance, waived, dueOn, dueSoonDays }: Unpaid, on: PlainDate): DepositStatus {
  if (amount === null) return waived ? 'waived' : 'not-configured'
  if (dueOn !== null && on > dueOn) return 'overdue'
  if (dueOn !== null && addDays(on, dueSoonDays) >= dueOn) return 'due-soon'
  if (waived) return 'waived'
  return balance > 0 ? 'partly-paid' : 'due'
}

function later(one: PlainDate, other: PlainDate | null): PlainDate {
  return other !== null && other > one ? other : one
}
