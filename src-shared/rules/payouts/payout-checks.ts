import { type PlainDate, type PlainMonth, yearOf } from '../../calendar/plain-date.ts'
import type { WorkingCalendar } from '../../calendar/working-calendar.ts'
import type { Fen } from '../../money/fen.ts'
import type { DepositSection } from '../../policy/deposit-section.ts'
import type { PayoutSection } from '../../policy/payout-section.ts'
import type { PolicyPack } from '../../policy/policy-pack.ts'
import { type Cited, cite } from '../cite.ts'
import { holdEnds } from './account-hold.ts'
import type { PayoutCheck, PayoutCheckId, PayoutRemedy } from './payout-check.ts'
import { monthsAsked, type PayableMonth } from './payout-months.ts'
import { payoutWindow } from './payout-window.ts'

/** What the checks know of a request. */
export interface PayoutFacts {
  /** The day it was made: window, months and minimum are those of that day. */
  readonly requestedOn: PlainDate
  /** All committed months of the provider, this request's own not taken. */
  readonly months: readonly PayableMonth[]
  readonly chosen: readonly PlainMonth[]
  readonly amount: Fen
  /** What the invoices received for it come to. Fen. */
  readonly invoiced: Fen
  readonly deposits: readonly { readonly settled: boolean; readonly missing: Fen | null }[]
  /** What the provider's newest committed month leaves below zero 负数结转, as a positive number of fen. */
  readonly owed: Fen
  readonly paymentsPaused: boolean
  readonly providerPaused: boolean
  /** The account it goes to; null where none was proposed. */
  readonly account: { readonly approved: boolean; readonly heldSince: PlainDate | null } | null
  readonly holdDays: number
}

/** Checks a request for money on a day: the marketplace's rules, then the company's own. Pure. */
export function payoutChecks(
  pack: PolicyPack | null,
  facts: PayoutFacts,
  calendar: WorkingCalendar,
  on: PlainDate,
): PayoutCheck[] {
  const payout = pack?.payout ?? null
  const deposit = pack?.deposit ?? null
  const ruled = pack === null || payout === null ? [] : ruledChecks(pack, payout, facts, calendar, on)
  const guarded = pack === null ? [] : depositChecks(pack, deposit, facts, on)
  const noRule = payout === null ? [check('no-rule', on, 'open', { remedy: { kind: 'decide' } })] : []
  return [...ruled, ...guarded, ...noRule, ...companyChecks(facts, calendar, on)]
}

/** Whether nothing stands against a request but what a person may decide with a reason. */
export function failedChecks(checks: readonly PayoutCheck[]): PayoutCheck[] {
  return checks.filter(({ result }) => result === 'fail' || result === 'unknown')
}

type More = Partial<Pick<PayoutCheck, 'citation' | 'from'>> & { readonly remedy?: PayoutRemedy | null }

function check(
  id: PayoutCheckId,
  on: PlainDate,
  result: PayoutCheck['result'],
  { citation = null, from = null, remedy = null }: More = {},
): PayoutCheck {
  return { check: id, result, on, from, citation, remedy }
}

/** A check that passes where nothing is left to change. */
function unless(id: PayoutCheckId, on: PlainDate, remedy: PayoutRemedy | null, more: More = {}): PayoutCheck {
  return check(id, on, remedy === null ? 'pass' : 'fail', { ...more, remedy })
}

function ruledChecks(
  pack: PolicyPack,
  section: PayoutSection,
  facts: PayoutFacts,
  calendar: WorkingCalendar,
  on: PlainDate,
): PayoutCheck[] {
  const { requestedOn, months, chosen, amount, invoiced } = facts
  const citing = (id: string, rule: Cited) => ({ citation: cite(pack, `payout.${id}`, rule) })
  const asked = monthsAsked(section, months, chosen, requestedOn)
  const { unfinished, leftOut, missing, wouldReach } = asked
  const open: PayoutCheck[] = [
    windowCheck(section, facts, calendar, citing('window', section.window)),
    unless(
      'months-over',
      requestedOn,
      unfinished.length === 0 ? null : { kind: 'leave-out', months: [...unfinished] },
      citing('months', section.months),
    ),
    unless(
      'run',
      requestedOn,
      leftOut.length === 0 ? null : { kind: 'add-months', months: [...leftOut] },
      citing('run', section.run),
    ),
    unless(
      'minimum',
      requestedOn,
      missing === 0 ? null : { kind: 'reach', fen: missing, months: [...wouldReach] },
      citing('minimum', section.minimum),
    ),
  ]
  if (section.invoice === null) return open
  const remedy: PayoutRemedy | null = invoiced === amount ? null : { kind: 'invoice', fen: amount - invoiced }
  return [...open, unless('invoice', on, remedy, citing('invoice', section.invoice))]
}

function windowCheck(
  section: PayoutSection,
  { requestedOn }: PayoutFacts,
  calendar: WorkingCalendar,
  citing: More,
): PayoutCheck {
  const window = payoutWindow(section, calendar, requestedOn)
  if (window === null) {
    const remedy: PayoutRemedy = { kind: 'import-holidays', year: yearOf(requestedOn) }
    return check('window', requestedOn, 'unknown', { ...citing, remedy })
  }
  const { opensOn, isOpen } = window
  const remedy: PayoutRemedy | null = isOpen ? null : { kind: 'wait', until: opensOn }
  return unless('window', requestedOn, remedy, { ...citing, from: opensOn })
}

/** Only where the pack says that an unpaid deposit keeps the money back. */
function depositChecks(
  pack: PolicyPack,
  section: DepositSection | null,
  { deposits }: PayoutFacts,
  on: PlainDate,
): PayoutCheck[] {
  const blocks = section?.unpaidBlocks ?? null
  if (blocks === null || !blocks.acts.includes('payout')) return []
  const unpaid = deposits.filter(({ settled }) => !settled)
  const missing = unpaid.reduce<Fen | null>(
    (all, { missing: one }) => (all === null || one === null ? null : all + one),
    0,
  )
  const remedy: PayoutRemedy | null =
    unpaid.length === 0 ? null : { kind: 'pay-deposit', fen: missing === 0 ? null : missing }
  return [unless('deposit', on, remedy, { citation: cite(pack, 'deposit.unpaid-blocks', blocks) })]
}

function companyChecks(facts: PayoutFacts, calendar: WorkingCalendar, on: PlainDate): PayoutCheck[] {
  const { months, chosen, owed, paymentsPaused, providerPaused } = facts
  const payable = new Set(months.flatMap(({ month, taken }) => (taken ? [] : [month])))
  const taken = new Set(months.flatMap((each) => (each.taken ? [each.month] : [])))
  const again = chosen.filter((month) => taken.has(month))
  const open = chosen.filter((month) => !payable.has(month) && !taken.has(month))
  return [
    unless(
      'statements',
      on,
      again.length > 0
        ? { kind: 'leave-out', months: again }
        : open.length > 0
          ? { kind: 'commit', months: open }
          : null,
    ),
    unless('carry-forward', on, owed === 0 ? null : { kind: 'make-good', fen: owed }),
    unless('payments-paused', on, paymentsPaused ? { kind: 'resume-payments' } : null),
    unless('provider-paused', on, providerPaused ? { kind: 'resume-provider' } : null),
    ...accountChecks(facts, calendar, on),
  ]
}

function accountChecks(
  { account, holdDays }: PayoutFacts,
  calendar: WorkingCalendar,
  on: PlainDate,
): PayoutCheck[] {
  if (account === null) return [unless('account', on, { kind: 'propose-account' })]
  const { approved, heldSince } = account
  if (!approved || heldSince === null) return [unless('account', on, { kind: 'approve-account' })]
  const { date, provisional } = holdEnds(calendar, heldSince, holdDays)
  const hold = provisional
    ? check('account-hold', on, 'unknown', {
        remedy: { kind: 'import-holidays', year: firstUnknown(calendar, heldSince) },
      })
    : unless('account-hold', on, on < date ? { kind: 'wait', until: date } : null, { from: date })
  return [unless('account', on, null), hold]
}

/** The first year from a day on that has no table of holidays. */
function firstUnknown(calendar: WorkingCalendar, from: PlainDate): number {
  let year = yearOf(from)
  while (calendar.years.has(year)) year += 1
  return year
}
